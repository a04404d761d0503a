// What the console promises to those who ask whom to give which action first.
import assert from 'node:assert/strict'
import { goTo, pick, settled } from './walk.mjs'

/** By effect first; with costs and a budget it is said how far the money goes; what is missing is said. */
export async function actionsAreRankedAndABudgetSaysHowFarItGoes({ page, base, look, t, screen }) {
  const asked = []
  await page.route('**/api/v1/risk/effects/ranking', (route) => (asked.push(JSON.parse(route.request().postData())), route.continue()))
  await goTo(page, base, '/ranking')
  await page.locator('input[name=budget], [aria-label="' + t('console.ranking.budget') + '"]').first().waitFor()
  await page.getByText(t('console.ranking.caution')).waitFor()
  await settled(page)
  assert.equal(asked.at(-1).sort, 'effect')
  await page.getByRole('spinbutton', { name: t('console.ranking.budget') }).fill('100000')
  await page.getByRole('spinbutton', { name: t('actionKind.promotion') }).fill('30000')
  await page.getByRole('button', { name: t('console.ranking.apply'), exact: true }).click()
  await page.getByRole('status').filter({ hasText: '100' }).waitFor()
  await settled(page)
  assert.deepEqual([asked.at(-1).budget, asked.at(-1).costs, asked.at(-1).raisePercent], [100000, { promotion: 30000 }, 10])
  await pick(page, t('console.ranking.sort'), t('console.ranking.sort.perCost'))
  await page.getByText(t('console.ranking.paid')).first().waitFor()
  await settled(page)
  await look('ranking')
  if (screen === 'phone') return
  const [file] = await Promise.all([page.waitForEvent('download'), page.getByRole('button', { name: t('console.watch.export') }).click()])
  assert.match(file.suggestedFilename(), /^holdfast-actions-[\d-]+\.xlsx$/, 'the file names nobody')
  await pick(page, t('console.models.subsidiary'), '海岸研究所')
  await page.getByText(t('console.ranking.state.noStudy')).waitFor()
  await settled(page)
  await look('ranking-none')
}

/** In a case, what is expected to help this person; what is not known is named. */
export async function caseTellsWhatIsExpectedToHelp({ page, base, look, t }) {
  await goTo(page, base, '/cases/c2')
  const panel = page.locator('.expected')
  await panel.getByText(t('actionKind.promotion')).waitFor()
  assert.equal(await panel.locator('ol li').count(), 3)
  await panel.getByText(t('console.ranking.unknown', { kinds: t('actionKind.flexibility') })).waitFor()
  await panel.scrollIntoViewIfNeeded()
  await look('case-actions')
}
