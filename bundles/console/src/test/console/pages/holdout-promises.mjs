// What the console promises about the randomised hold-out.
import assert from 'node:assert/strict'
import { goTo, settled } from './walk.mjs'

const REASONS = { zh: '总部询问面谈是否真能留人，目前公司内没有任何人能够回答这个问题，因此需要随机对照。', en: 'The head office asks whether talks keep people, and nobody can say.' }
const panelOf = (page, t) => page.locator('.after .panel').filter({ hasText: t('console.holdout.title') }).last()
const button = (place, name) => place.getByRole('button', { name, exact: true })

/** It is off; one person wants it after reading what it means, a second one confirms it, and it is stopped at once. */
export async function holdOutNeedsTwoPeopleWhoReadTheNote({ page, base, look, t, language, screen }) {
  const firm = `${language}-${screen}`
  await goTo(page, base, `/models?subsidiary=s3`)
  await page.route('**/api/v1/subsidiaries/s3/holdouts**', (route) => route.continue({ url: route.request().url().replace('/s3/', `/${firm}/`) }))
  await page.reload()
  await settled(page)
  const panel = panelOf(page, t)
  await panel.getByText(t('console.holdout.off')).waitFor()
  await button(panel, t('console.holdout.begin')).click()
  const dialog = page.getByRole('dialog').last()
  const want = button(dialog, t('console.holdout.want'))
  await dialog.getByLabel(t('console.holdout.lastDay')).last().fill(nextMonth())
  await page.keyboard.press('Enter')
  await dialog.getByLabel(t('console.holdout.reasons')).last().fill(REASONS[language])
  assert.ok(await want.isDisabled(), 'the note has to be read')
  await dialog.getByText(t('console.holdout.read')).click()
  await settled(page)
  await look('holdout-begin')
  await want.click()
  await panel.getByText(t('console.holdout.waits')).waitFor()
  assert.equal(await button(panel, t('console.holdout.confirm')).count(), 0, 'nobody confirms what they wanted')
  await settled(page)
  await panel.scrollIntoViewIfNeeded()
  await look('holdout-waits')
  await page.unroute('**/api/v1/subsidiaries/s3/holdouts**')
}

/** The second person reads the note, too; whoever stops it is asked first. */
export async function secondPersonBeginsTheHoldOutAndEitherStopsIt({ page, base, look, t }) {
  await goTo(page, base, '/models?subsidiary=s2')
  const panel = panelOf(page, t)
  await button(panel, t('console.holdout.confirm')).click()
  const dialog = page.getByRole('dialog').last()
  assert.ok(await button(dialog, t('console.holdout.confirmNow')).isDisabled(), 'the note has to be read')
  await dialog.getByText(t('console.holdout.read')).click()
  await settled(page)
  await look('holdout-confirm')
  await button(dialog, t('console.holdout.confirmNow')).click()
  await panel.getByText(t('console.holdout.state.running')).waitFor()
  await settled(page)
  await panel.scrollIntoViewIfNeeded()
  await look('holdout-running')
  await button(panel, t('console.holdout.stop')).click()
  await button(page.getByRole('dialog').last(), t('console.holdout.stop')).click()
  await panel.getByText(t('console.holdout.state.stopped')).waitFor()
}

function nextMonth() {
  const day = new Date(Date.now() + 30 * 86_400_000)
  return day.toISOString().slice(0, 10)
}
