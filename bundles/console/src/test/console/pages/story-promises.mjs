// The story of a case, kept against a real server with the demo group in it: from somebody at risk to somebody who stays.
import assert from 'node:assert/strict'
import { goTo, settled } from './walk.mjs'

/** HR tries in thought what would help, talks, begins the plan, and records that the person stays; nobody types a word. */
export async function caseGoesFromTheTalkToAnOutcome({ page, base, look, t }) {
  await goTo(page, base, '/cases')
  await page.locator('main a[href*="#/cases/"]').first().click()
  await page.getByText(t('console.case.noTalks')).waitFor()
  await whatHelpsIsTried(page, t)
  await look('story-before')
  await page.getByRole('button', { name: t('console.talk.intent.confirmed') }).click()
  await page.locator('.causes button').first().click()
  await page.getByRole('button', { name: t('console.talk.save') }).click()
  await page.locator('.story li').first().waitFor()
  await page.getByRole('button', { name: t('console.outcome.record') }).click()
  await page.locator('.el-dialog .choice', { hasText: t('console.outcome.what.retained') }).first().click()
  await page.locator('.el-dialog').getByRole('button', { name: t('console.outcome.save'), exact: true }).click()
  await page.locator('.el-message-box').getByRole('button', { name: t('console.outcome.save'), exact: true }).click()
  await page.locator('.line li').first().waitFor()
  assert.equal(await page.locator('.line li').count(), 4, 'somebody looks again four times')
  await settled(page)
  await look('story-stays')
  await goTo(page, base, '/effect')
  await page.getByRole('heading', { level: 1, name: t('effect.title') }).waitFor()
  const figures = page.getByRole('region', { name: t('effect.figures') }).last()
  for (const code of ['imported', 'intentPrecision', 'retained90']) {
    const words = await figures.locator('tr', { hasText: t(`effect.figure.${code}`) }).first().textContent()
    assert.ok(/%/.test(words) && !words.includes(t('effect.tooFew')), `the past tells ${code}: ${words}`)
  }
  await settled(page)
  await look('story-effect')
}

/** The model in use is asked, and says that a promotion and a raise would lower the risk. */
async function whatHelpsIsTried(page, t) {
  const panel = page.locator('.what-if')
  await panel.locator('input[name=pay]').focus()
  for (let i = 0; i < 15; i++) await page.keyboard.press('ArrowRight')
  await panel.getByText(t('console.whatIf.change.promotion')).click()
  await panel.locator('.after .dial').waitFor()
  await settled(page)
  const [before, after] = (await panel.locator('.dial .value').allTextContents()).map(Number)
  assert.ok(after < before, `a raise and a promotion lower ${before}, not to ${after}`)
}
