// What the console promises about settlements.
import assert from 'node:assert/strict'
import { goTo, settled } from './walk.mjs'

const fill = (dialog, name, value) => dialog.getByRole('spinbutton', { name, exact: true }).or(dialog.getByLabel(name, { exact: true })).first().fill(value)

/** A case for each run: nothing was said in it yet. */
let cases = 0

/** What is missing is asked for; what is there shows its steps; severance waits; the file comes once it is agreed on. */
export async function settlementAsksShowsEachStepAndIsHandedOver({ page, base, look, t }) {
  const part = (name) => t(`console.settlement.part.${name}`)
  await goTo(page, base, `/offboardings/x${++cases}/settlement`)
  await page.getByText(t('console.settlement.wanted')).waitFor()
  const agree = page.getByRole('button', { name: t('console.settlement.agree'), exact: true })
  assert.equal(await agree.isDisabled(), true, 'nothing is agreed on that is not complete')
  await settled(page)
  await look('settlement-empty')
  await page.getByRole('button', { name: t('console.settlement.inputs') }).click()
  const dialog = page.getByRole('dialog')
  for (const name of ['monthlyPay', 'lastMonthPay', 'averagePay', 'ordinaryPay']) await fill(dialog, part(name), '10000')
  await fill(dialog, part('leaveDays'), '0')
  await dialog.getByRole('combobox', { name: part('paidUntil') }).fill('2026-05-31')
  await page.keyboard.press('Enter')
  await dialog.getByLabel(part('place'), { exact: true }).last().fill('Shanghai')
  await fill(dialog, t('console.settlement.wage.average'), '12000')
  await dialog.getByLabel(t('console.settlement.wage.source'), { exact: true }).last().fill('2026-1')
  await settled(page)
  await look('settlement-wage')
  await dialog.getByRole('button', { name: t('console.settlement.wage.add') }).click()
  await dialog.getByText(t('console.settlement.wage.means')).waitFor({ state: 'detached' })
  await dialog.getByRole('button', { name: t('console.settlement.claim.add') }).click()
  await dialog.getByRole('textbox', { name: t('console.settlement.claim.label') }).fill('2026-06')
  await settled(page)
  await look('settlement-inputs')
  await dialog.getByRole('button', { name: t('console.settlement.claim.remove') }).click()
  await dialog.getByRole('button', { name: t('console.settlement.save') }).click()
  await page.locator('main dt').getByText(t('console.settlement.waits')).first().waitFor()
  await page.locator('main details summary').last().click()
  assert.ok((await page.locator('main details[open] .article').count()) > 0, 'each step names its article')
  await settled(page)
  await look('settlement')
  assert.equal(await page.getByRole('button', { name: t('console.settlement.file.xlsx') }).count(), 0, 'no file of a draft')
  await agree.click()
  await page.locator('.el-message-box').getByText('60,000.00').first().waitFor()
  await page.locator('.el-message-box').getByRole('button', { name: t('console.settlement.agree'), exact: true }).click()
  await page.getByRole('button', { name: t('console.settlement.file.xlsx') }).waitFor()
  await page.getByRole('button', { name: t('console.settlement.handOver') }).click()
  await page.locator('.el-message-box').getByRole('button', { name: t('console.settlement.handOver'), exact: true }).click()
  await page.locator('main .el-tag').getByText(t('console.settlement.state.handedOver')).first().waitFor()
  await settled(page)
  await look('settlement-handed-over')
}

export async function settlementWithoutRulesSaysSo({ page, base, t }) {
  await goTo(page, base, '/offboardings/none/settlement')
  await page.getByText(t('console.settlement.noRules')).waitFor()
  assert.equal(await page.getByRole('button', { name: t('console.settlement.inputs') }).count(), 0)
}
