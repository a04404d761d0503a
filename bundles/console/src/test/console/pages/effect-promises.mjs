// What the console promises to those who want to know what alerts were worth.
import assert from 'node:assert/strict'
import { goTo, pick, settled } from './walk.mjs'

/** Every figure stands with what it is counted from; too few is said; files come; a subsidiary without alerts says so. */
export async function effectTellsEveryFigureWithItsWhole({ page, base, look, t, screen }) {
  await goTo(page, base, '/effect')
  const table = page.getByRole('region', { name: t('effect.figures') }).last()
  await table.waitFor()
  const row = table.locator('tr', { hasText: t('effect.figure.intentPrecision') })
  assert.match(await row.textContent(), /137.*214/)
  assert.match(await table.locator('tr', { hasText: t('effect.figure.retained365') }).textContent(), new RegExp(t('effect.tooFew')))
  await page.getByText(t('effect.noControl')).first().waitFor()
  const trials = page.getByRole('region', { name: t('effect.trials') }).last()
  assert.match(await trials.textContent(), /11.*31|31.*11/, 'who was held out stands with its whole')
  assert.ok((await trials.textContent()).includes(t('effect.notEnough')))
  await settled(page)
  await look('effect')
  if (screen === 'phone') return
  for (const [key, ending] of [['paper', 'pdf'], ['sheet', 'xlsx']]) {
    const [file] = await Promise.all([page.waitForEvent('download'), page.getByRole('button', { name: t(`console.effect.${key}`) }).click()])
    assert.match(file.suggestedFilename(), new RegExp(`^holdfast-effect-[\\d-]+\\.${ending}$`), 'the file names nobody')
  }
  await pick(page, t('effect.column.subsidiary'), '四季食品饮料有限公司')
  await page.getByText(t('console.effect.none')).waitFor()
  await settled(page)
  await look('effect-none')
}

/** Who leaves is told by reason and by group, each with how many it is of; it goes out as a workbook; a firm of a few tells nothing. */
export async function leaversAreToldByReasonAndGroup({ page, base, look, t, screen }) {
  await goTo(page, base, '/leavers')
  const reasons = page.getByRole('region', { name: t('leavers.by.reason') }).last()
  await reasons.waitFor()
  assert.match(await reasons.locator('tr').nth(1).textContent(), /职业发展.*41.*28[.,]7/)
  assert.match(await reasons.locator('tr').last().textContent(), new RegExp(t('leavers.others')))
  const tenure = page.getByRole('region', { name: t('leavers.by.tenure') }).last()
  assert.match(await tenure.locator('tr').nth(1).textContent(), new RegExp(`${t('leavers.tenure.under1')}.*42.*168`))
  await settled(page)
  await look('leavers')
  if (screen === 'phone') return
  await pick(page, t('console.trend.span'), t('console.trend.months', { n: 24 }))
  await page.locator('dd', { hasText: '286' }).first().waitFor()
  const [file] = await Promise.all([page.waitForEvent('download'), page.getByRole('button', { name: t('console.effect.sheet') }).click()])
  assert.match(file.suggestedFilename(), /^holdfast-leavers-[\d-]+\.xlsx$/, 'the file names nobody')
  await pick(page, t('effect.column.subsidiary'), '四季食品饮料有限公司')
  await page.getByText(t('leavers.tooFew')).waitFor()
  await settled(page)
  await look('leavers-few')
}

/** Why people left and how long it took is told with how many it is of; it goes out as paper and as a workbook; of a few nothing is told. */
export async function offboardingIsToldByReasonAndStep({ page, base, look, t, screen }) {
  await goTo(page, base, '/offboarding-report')
  const reasons = page.getByRole('region', { name: t('offboardingReport.reasons') }).last()
  await reasons.waitFor()
  assert.match(await reasons.locator('tr').nth(1).textContent(), new RegExp(`${t('console.offboarding.reason.pay')}.*38`))
  assert.match(await reasons.locator('tr').last().textContent(), new RegExp(t('offboardingReport.others')))
  const steps = page.getByRole('region', { name: t('offboardingReport.steps') }).last()
  assert.match(await steps.locator('tr').nth(1).textContent(), new RegExp(`${t('flow.step.departmentApproval')}.*106.*3[.,]5`))
  await settled(page)
  await look('offboarding-report')
  if (screen === 'phone') return
  for (const [key, ending] of [['paper', 'pdf'], ['sheet', 'xlsx']]) {
    const [file] = await Promise.all([page.waitForEvent('download'), page.getByRole('button', { name: t(`console.effect.${key}`) }).click()])
    assert.match(file.suggestedFilename(), new RegExp(`^holdfast-offboarding-[\\d-]+\\.${ending}$`), 'the file names nobody')
  }
  await pick(page, t('effect.column.subsidiary'), '四季食品饮料有限公司')
  await page.getByText(t('offboardingReport.empty')).waitFor()
  await settled(page)
  await look('offboarding-report-none')
  await pick(page, t('effect.column.subsidiary'), '启明软件科技有限公司')
  await page.getByText(t('offboardingReport.few')).waitFor()
  assert.equal(await page.locator('.tile').count(), 0, 'of a few nothing is told, and that once')
}

/** Teams stand side by side with what was before; too few is said, and nobody is named. */
export async function adoptionIsToldByTeam({ page, base, look, t }) {
  await goTo(page, base, '/effect')
  const table = page.getByRole('region', { name: t('console.adoption.title') }).last()
  await table.waitFor()
  const row = table.locator('tbody tr').first()
  assert.match(await row.textContent(), /83.*58/, 'talks in time, and before')
  assert.ok((await table.locator('tbody tr').last().textContent()).includes(t('effect.tooFew')))
  const asked = page.waitForRequest((request) => request.url().includes('insight/adoption') && request.url().includes('months=3'))
  await page.getByText(t('console.adoption.months', { n: 3 }), { exact: true }).click()
  await asked
  await settled(page)
  await table.scrollIntoViewIfNeeded()
  await look('adoption')
}
