// What the console promises about what the firm lends.
import assert from 'node:assert/strict'
import { goTo, settled } from './walk.mjs'

/** A number for each run: the made-up server keeps what was registered. */
let numbers = 0

/** Something is registered, issued, and found by its holder; the list says what is overdue, and how much came back in time. */
export async function assetIsRegisteredIssuedAndTakenBack({ page, base, look, t, expect }) {
  const number = `NEW-${++numbers}`
  await goTo(page, base, '/assets')
  await page.getByText('IT-0002').first().waitFor()
  await page.locator('main').getByText(t('console.assets.ofDue', { onTime: '19', due: '20' })).waitFor()
  await settled(page)
  await look('assets')
  await page.getByRole('button', { name: t('console.assets.new') }).click()
  const dialog = page.getByRole('dialog')
  const save = dialog.getByRole('button', { name: t('console.common.save') })
  await dialog.getByLabel(t('assets.column.inventoryNo')).fill('IT-0001')
  assert.equal(await save.isDisabled(), true, 'nothing without a label is registered')
  await dialog.getByLabel(t('assets.column.label')).fill('MateBook')
  expect(409)
  await save.click()
  await page.locator('.el-message--error').first().waitFor()
  await dialog.getByLabel(t('assets.column.inventoryNo')).fill(number)
  await page.mouse.move(0, 0)
  await settled(page)
  await look('asset-new')
  await save.click()
  await page.getByRole('button', { name: t('console.assets.issue'), exact: true }).click()
  await dialog.getByLabel(t('assets.column.employeeNo')).fill('E2107')
  await settled(page)
  await look('asset-issue')
  await dialog.getByRole('button', { name: t('console.assets.issue'), exact: true }).click()
  await page.locator('main').getByText(t('console.assets.notSigned')).first().waitFor()
  await page.getByRole('button', { name: t('console.assets.takeBack'), exact: true }).click()
  const take = dialog.getByRole('button', { name: t('console.assets.takeBack'), exact: true })
  await dialog.getByText(t('console.assets.condition.damaged')).click()
  await dialog.getByLabel(t('console.assets.damage')).fill('Screen')
  assert.equal(await take.isDisabled(), true, 'nobody signs for the holder')
  await dialog.getByLabel(t('console.assets.returnPaper')).fill('HR-2026-18')
  await settled(page)
  await look('asset-return')
  await take.click()
  await page.locator('main').getByText(t('assets.state.checking')).first().waitFor()
  await settled(page)
  await look('asset')
}

/** Of what is lost somebody says what was decided; a file tells which of its lines were left out. */
export async function assetListIsImportedAndWrongLinesAreTold({ page, base, look, t }) {
  await goTo(page, base, '/assets')
  await page.getByRole('button', { name: t('console.assets.import') }).click()
  const dialog = page.getByRole('dialog')
  await dialog.locator('input[type=file]').setInputFiles({ name: 'assets.csv', mimeType: 'text/csv', buffer: Buffer.from('inventoryNo,kind,label\n') })
  await dialog.getByText(t('console.assets.leftOut')).waitFor()
  await settled(page)
  await look('assets-import')
  await dialog.getByRole('button', { name: t('console.assets.shut') }).last().click()
  await goTo(page, base, '/assets/g2')
  await page.getByRole('button', { name: t('console.assets.put.lost') }).click()
  const lost = dialog.getByRole('button', { name: t('console.assets.put.lost') })
  assert.equal(await lost.isDisabled(), true, 'nothing is lost without a decision')
  await settled(page)
  await look('asset-lost')
}

/** The employee signs on the phone that they have something, and that a courier brings it back. */
export async function ownAssetsAreSignedForAndReturned({ page, base, look, t }) {
  await goTo(page, base, '/my-assets')
  await page.getByText('ThinkPad T14').waitFor()
  await settled(page)
  await look('my-assets')
  const receive = page.getByRole('button', { name: t('console.myAssets.receive') })
  if (await receive.count()) {
    await receive.first().click()
    await page.locator('.el-message-box').getByRole('button', { name: t('console.myAssets.signReceipt') }).click()
    await receive.first().waitFor({ state: 'detached' })
  }
  await page.getByRole('button', { name: t('console.myAssets.return') }).first().click()
  const dialog = page.getByRole('dialog')
  const sign = dialog.getByRole('button', { name: t('console.myAssets.signReturn') })
  await dialog.getByLabel(t('console.assets.courier')).fill('SF Express')
  assert.equal(await sign.isDisabled(), true, 'a courier without a number finds no parcel')
  await dialog.getByLabel(t('console.assets.tracking')).fill('SF1029384756')
  await settled(page)
  await look('my-assets-return')
  await sign.click()
  await page.locator('main .el-tag--success').first().waitFor()
}

export async function superiorHasNoAssets({ page, base, t }) {
  await goTo(page, base, '/assets')
  assert.equal(await page.getByRole('button', { name: t('console.assets.new') }).count(), 0)
}
