// What the console promises about surveys.
import assert from 'node:assert/strict'
import { goTo, pick, settled } from './walk.mjs'

/** From a draft to an open round of which nothing is told, and what a closed one came to. */
export async function roundIsDraftedOpenedAndTellsGroupsAlone({ page, base, look, t }) {
  await goTo(page, base, '/surveys')
  await page.getByText(t('console.surveys.state.closed')).first().waitFor()
  await settled(page)
  await look('surveys')
  await page.getByRole('button', { name: t('console.surveys.new') }).click()
  const dialog = page.getByRole('dialog')
  await pick(page, t('console.surveys.kindName'), t('console.surveys.kind.stay'))
  await dialog.getByText(t('console.surveys.means.stay')).waitFor()
  await dialog.getByRole('combobox', { name: t('console.surveys.firm') }).click()
  await page.getByRole('option').filter({ visible: true }).first().click()
  await dialog.getByPlaceholder(t('console.surveys.first')).fill('2026-12-01')
  await dialog.getByPlaceholder(t('console.surveys.last')).fill('2026-12-14')
  await page.keyboard.press('Enter')
  await settled(page)
  await look('survey-new')
  await dialog.getByRole('button', { name: t('console.surveys.draft') }).click()
  await page.getByText(t('console.surveys.waits.draft')).waitFor()
  await page.getByRole('button', { name: t('console.surveys.open'), exact: true }).click()
  await page.locator('.el-message-box').getByRole('button', { name: t('console.surveys.open'), exact: true }).click()
  await page.getByText(t('console.surveys.waits.open')).waitFor()
  await settled(page)
  await look('survey-open')
  assert.equal(await page.locator('main .chart').count(), 0, 'nothing is told before it is over')
  await goTo(page, base, '/surveys/w2')
  await page.locator('main canvas').first().waitFor()
  assert.equal(await page.getByText(t('console.surveys.hidden')).count(), 2, 'no part can be worked out')
  await settled(page)
  await look('survey-results')
  await goTo(page, base, '/surveys/w1')
  await page.getByRole('heading', { name: t('console.surveys.keeps') }).waitFor()
  await settled(page)
  await look('survey-stay')
}

/** A tap for each question and one to send, each wide enough for a thumb; anonymous unless one chooses and agrees. */
export async function surveyIsAnsweredOnOneScreen({ page, base, look, t }) {
  await goTo(page, base, '/my-surveys')
  const form = page.locator('main form').first()
  await form.waitFor()
  await settled(page)
  await look('my-surveys')
  const send = form.getByRole('button', { name: t('console.mySurveys.send') })
  assert.equal(await send.isDisabled(), true, 'nothing is chosen for anybody')
  for (const scale of await form.locator('.scale').all()) {
    const { height } = await scale.locator('label').nth(1).boundingBox()
    assert.ok(height >= 40, 'a thumb hits it')
    await scale.locator('label').nth(1).click()
  }
  assert.equal(await form.getByLabel(t('console.mySurveys.anonymous')).isChecked(), true)
  await send.click()
  await page.getByText(t('console.mySurveys.done')).waitFor()
  await answerAsSignal({ page, look, t })
}

async function answerAsSignal({ page, look, t }) {
  const stay = page.locator('main form').first()
  await stay.locator('.scale label').nth(8).click()
  await stay.getByLabel(t('console.mySurveys.named')).check()
  const send = stay.getByRole('button', { name: t('console.mySurveys.send') })
  assert.equal(await send.isDisabled(), true, 'no signal without consent')
  await settled(page)
  await look('my-surveys-consent')
  await stay.getByRole('button', { name: t('console.mySurveys.agree') }).click()
  await page.getByRole('heading', { name: t('console.mySurveys.consent') }).waitFor()
  assert.equal(await stay.locator('.scale .chosen').count(), 1, 'what was chosen stays')
  await send.click()
  await page.getByText(t('console.mySurveys.done')).nth(1).waitFor()
  await page.getByRole('button', { name: t('console.mySurveys.withdraw') }).click()
  await page.locator('.el-message-box').getByRole('button', { name: t('console.mySurveys.withdraw'), exact: true }).click()
  await page.getByRole('heading', { name: t('console.mySurveys.consent') }).waitFor({ state: 'detached' })
  await settled(page)
  await look('my-surveys-done')
}

export async function superiorHasNoSurveys({ page, base, t }) {
  await goTo(page, base, '/surveys')
  await page.getByRole('heading', { level: 1, name: t('console.missing.title') }).waitFor()
}
