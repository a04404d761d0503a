// What the console promises about handovers.
import assert from 'node:assert/strict'
import { goTo, settled } from './walk.mjs'

const box = (page) => page.locator('.el-message-box')

/** A list is begun by the post, each thing gets a recipient, and what nobody needs is done without, with a reason. */
export async function handoverIsBegunAssignedAndWaived({ page, base, look, t }) {
  await goTo(page, base, '/offboardings')
  await page.locator('main a[href*="#/offboardings/"]:not([href$="/new"])').first().click()
  const panel = page.getByRole('region', { name: t('console.handover.title'), exact: true })
  await panel.getByText(t('console.handover.none')).waitFor()
  await panel.getByRole('button', { name: t('console.handover.begin') }).click()
  await panel.getByText(t('console.handover.progress', { settled: 0, wanted: 3 })).waitFor()
  await panel.getByRole('button', { name: t('console.handover.assign') }).first().click()
  const dialog = page.getByRole('dialog')
  await dialog.getByRole('combobox').first().fill('E')
  await page.getByRole('option').first().click()
  await settled(page)
  await look('handover-item')
  await dialog.getByRole('button', { name: t('console.handover.keep') }).click()
  await panel.getByRole('button', { name: t('console.handover.give') }).first().waitFor()
  await panel.getByRole('button', { name: t('console.handover.waive'), exact: true }).last().click()
  const act = page.getByRole('dialog').getByRole('button', { name: t('console.handover.waive'), exact: true })
  assert.equal(await act.isDisabled(), true, 'nothing is done without for no reason')
  await page.getByRole('dialog').getByRole('textbox').fill('=cmd')
  await act.click()
  await panel.getByText('=cmd').waitFor()
  await panel.getByRole('button', { name: t('console.handover.demand'), exact: true }).waitFor()
  await settled(page)
  await look('handover-panel')
}

/** Who leaves sends a file that breaks half-way and goes on; who gets something accepts it, or gives it back and says why. */
export async function handoverIsSentAcceptedAndGivenBack({ page, base, look, t, expect }) {
  expect(413)
  await goTo(page, base, '/handover')
  const mine = page.getByRole('region', { name: t('console.handover.leaving') })
  await mine.locator('input[type=file]').first().setInputFiles({ name: 'Plan 1.bin', mimeType: 'application/octet-stream', buffer: Buffer.alloc(50_000, 'x') })
  await mine.getByRole('alert').waitFor()
  await settled(page)
  await look('handover-broken')
  await mine.getByRole('button', { name: t('console.handover.resume') }).click()
  await mine.getByRole('link', { name: t('console.handover.saveNamed', { name: 'Plan 1.bin' }) }).waitFor()
  await mine.getByRole('button', { name: t('console.handover.give') }).first().click()
  await box(page).getByRole('button', { name: t('console.handover.give'), exact: true }).click()
  await mine.getByText(t('console.handover.state.handedOver'), { exact: true }).waitFor()
  const got = page.getByRole('region', { name: t('console.handover.received') })
  await got.getByRole('button', { name: t('console.handover.accept') }).click()
  await box(page).getByRole('button', { name: t('console.handover.accept'), exact: true }).click()
  await got.getByText(t('console.handover.state.accepted'), { exact: true }).waitFor()
  await got.getByRole('button', { name: t('console.handover.return') }).click()
  await page.getByRole('dialog').getByRole('textbox').fill('?')
  await page.getByRole('dialog').getByRole('button', { name: t('console.handover.return') }).click()
  await got.getByText(t('console.handover.state.returned'), { exact: true }).waitFor()
  await settled(page)
  await look('handover')
}

/** On a phone every step is in reach of a thumb. */
export async function handoverFitsAPhone({ page, base, look, t }) {
  await goTo(page, base, '/handover')
  await page.getByRole('region', { name: t('console.handover.leaving') }).waitFor()
  await look('handover-own')
}
