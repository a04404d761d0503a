// The published stories, step by step, against a real server whose clock the test moves: each step is taken by who takes it.
import assert from 'node:assert/strict'
import { goTo, openPerson, settled } from './walk.mjs'

/** HR sees the signals behind the score the moment the alert is opened, and opens its paper. */
async function hrIsToldAtOnce({ page, base, look, t, story }) {
  await openPerson(page, base, story.number)
  await look(`${story.number}-profile`)
  await page.getByRole('link', { name: t('console.employee.alert') }).click()
  await page.waitForSelector('main .paper')
  await settled(page)
  await look(`${story.number}-alert`)
  assert.ok((await page.locator('main .paper').count()) >= 1, 'the paper of HR')
}

/** The hour of a signal must not show: before the batch of the morning there is nothing. */
async function superiorSeesNothingYet({ page, base, t }) {
  await goTo(page, base, '/alerts')
  await page.getByText(t('console.alerts.none.open')).waitFor()
}

/** The superior's paper, in a tap; no word of a job site anywhere on it. */
async function superiorReadsThePaper({ page, base, look, t, story }) {
  await goTo(page, base, '/alerts')
  await page.locator('main a[href*="#/alerts/"]').first().click()
  await page.waitForSelector('main .paper')
  await settled(page)
  await look(`${story.number}-paper`)
  const words = await page.locator('main').innerText()
  for (const word of [t('signal.resume.update'), '简历', '招聘网站', '猎聘']) assert.ok(!words.includes(word), `no trace of a job site: ${word}`)
}

/** From the case to a recorded talk in three taps: what the person means, what it was about, save. */
async function superiorTalks({ page, base, look, t, story }) {
  await goTo(page, base, '/cases')
  await page.locator('main a[href*="#/cases/"]').first().click()
  await page.getByText(t('console.case.noTalks')).waitFor()
  await page.getByRole('button', { name: t('console.talk.intent.confirmed') }).click()
  await page.locator('.causes button').first().click()
  await page.getByRole('button', { name: t('console.talk.save') }).click()
  await page.locator('.story li').first().waitFor()
  await settled(page)
  await look(`${story.number}-talked`)
}

/** What a training or a project is still has to be said before somebody approves it. */
async function sayWhatItIs(page, t) {
  await page.locator('article button.title').first().click()
  const dialog = page.getByRole('dialog')
  const target = dialog.getByLabel(t('console.plan.part.target'))
  await dialog.locator('#action-title').waitFor()
  if (await target.count()) await target.fill('2026')
  await dialog.getByRole('button', { name: t('console.plan.save'), exact: true }).click()
  await dialog.waitFor({ state: 'detached' })
}

/** HR begins a plan with what is proposed first and needs no sum, and puts it forward. */
async function hrPlans({ page, base, look, t, story }) {
  await goTo(page, base, `/cases/${story.case}`)
  await page.getByText(t('console.plan.beginNote')).waitFor()
  await settled(page)
  await look(`${story.number}-proposals`)
  const kinds = (await page.locator('.proposals li strong + .muted').allTextContents()).map((kind) => kind.trim())
  if (story.notPay) assert.notEqual(kinds[0], t('actionKind.pay'), 'who took a raise before is offered what is not pay first')
  const fits = kinds.findIndex((kind) => ![t('actionKind.pay'), t('actionKind.promotion')].includes(kind))
  await page.locator('.proposals li').nth(fits).locator('.el-checkbox').click()
  await page.getByRole('button', { name: t('console.plan.begin', { n: 1 }) }).click()
  await sayWhatItIs(page, t)
  await page.getByRole('button', { name: t('console.plan.submit') }).click()
  await page.getByRole('button', { name: t('console.plan.reopen') }).waitFor()
  await settled(page)
  await look(`${story.number}-plan`)
}

/** Somebody else than who put it forward approves. */
async function groupHrApproves({ page, base, t, story }) {
  await goTo(page, base, `/cases/${story.case}`)
  await page.getByRole('button', { name: t('console.plan.approve'), exact: true }).click()
  await page.getByRole('button', { name: t('console.plan.approve'), exact: true }).waitFor({ state: 'detached' })
  await settled(page)
}

/** The person stays: four days are set to look again. */
async function hrRecordsThatSomebodyStays({ page, base, look, t, story }) {
  await goTo(page, base, `/cases/${story.case}`)
  await page.getByRole('button', { name: t('console.outcome.record') }).click()
  await page.locator('.el-dialog .choice', { hasText: t('console.outcome.what.retained') }).first().click()
  await page.locator('.el-dialog').getByRole('button', { name: t('console.outcome.save'), exact: true }).click()
  await page.locator('.el-message-box').getByRole('button', { name: t('console.outcome.save'), exact: true }).click()
  await page.locator('.line li').first().waitFor()
  await settled(page)
  assert.equal(await page.locator('.line li').count(), 4, 'somebody looks again four times')
  await look(`${story.number}-retained`)
}

/** What came of it stands in the report. */
async function effectIsTold({ page, base, look, t }) {
  await goTo(page, base, '/effect')
  await page.getByRole('heading', { level: 1, name: t('effect.title') }).waitFor()
  await settled(page)
  await look('story-effect-report')
}

const desk = [{ language: 'zh' }]
const phone = [{ language: 'zh', screen: 'phone' }]
const step = (keep, as, settings) => ({ name: keep.name, as, settings, keep })

export const STEPS = [
  step(hrIsToldAtOnce, 'hr', desk),
  step(superiorSeesNothingYet, 'superior', phone),
  step(superiorReadsThePaper, 'superior', phone),
  step(superiorTalks, 'superior', phone),
  step(hrPlans, 'hr', desk),
  step(groupHrApproves, 'groupHr', desk),
  step(hrRecordsThatSomebodyStays, 'hr', desk),
  step(effectIsTold, 'hr', desk)
]
