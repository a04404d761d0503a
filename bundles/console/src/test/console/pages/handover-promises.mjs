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

/** HR sets a meeting with the people who are known to take part, and sees who has not signed. */
export async function meetingIsSetWithItsSigners({ page, base, look, t }) {
  await goTo(page, base, '/offboardings')
  await page.locator('main a[href*="#/offboardings/"]:not([href$="/new"])').first().click()
  const panel = page.getByRole('region', { name: t('console.handover.meeting.title'), exact: true })
  await panel.getByText(t('console.handover.meeting.none')).waitFor()
  await panel.getByRole('button', { name: t('console.handover.meeting.propose') }).click()
  const dialog = page.getByRole('dialog', { name: t('console.handover.meeting.title') })
  const keep = dialog.getByRole('button', { name: t('console.handover.keep') })
  assert.equal(await keep.isDisabled(), true, 'a meeting has a day and an hour')
  await dialog.locator('#meeting-starts').fill('2026-12-01 14:00')
  await dialog.locator('#meeting-starts').press('Enter')
  await dialog.locator('#meeting-minutes').fill('1 < 2')
  await settled(page)
  await look('meeting-form')
  await keep.click()
  await panel.getByText('1 < 2').waitFor()
  assert.equal(await panel.getByText(t('console.handover.meeting.state.waiting')).count(), 3, 'who leaves, who goes on and the superior sign')
  await settled(page)
  await look('meeting-panel')
}

/** Who takes part reads the minutes, says why they do not sign, and signs after all; a signature is asked for once more before it is given. */
export async function meetingIsRefusedAndSigned({ page, base, look, t }) {
  await goTo(page, base, '/handover')
  const act = (name) => page.locator('main').getByRole('button', { name: t(`console.handover.meeting.${name}`), exact: true })
  await page.getByText(t('console.handover.meeting.state.outdated')).waitFor()
  await settled(page)
  await look('meeting-own')
  await act('refuse').click()
  await page.getByRole('dialog').getByRole('textbox').fill('1 > 2')
  await page.getByRole('dialog').getByRole('button', { name: t('console.handover.meeting.refuse'), exact: true }).click()
  await page.getByText(t('console.handover.meeting.reason', { text: '1 > 2' })).waitFor()
  await act('sign').click()
  await box(page).getByRole('button', { name: t('console.handover.meeting.sign'), exact: true }).click()
  await act('sign').waitFor({ state: 'detached' })
  assert.equal(await page.locator('main').getByText(t('console.handover.meeting.state.signed'), { exact: true }).count(), 2)
  await settled(page)
  await look('meeting-signed')
}
