// What the console promises where a handover is prepared before anybody has said that they leave.
import assert from 'node:assert/strict'
import { goTo, pick, settled } from './walk.mjs'

const message = (page) => page.locator('.el-message-box')
const box = (page, t, code) => page.locator('.el-checkbox', { hasText: t(`console.preparation.step.${code}`) })

/** What can be taken back is a tick; what cannot is listed with what it waits for; all of it is taken back at once. */
export async function preparationIsTakenBackAsAWhole({ page, base, look, t, language, screen, expect }) {
  expect(409)
  await goTo(page, base, '/offboardings')
  await page.getByRole('button', { name: t('console.preparation.title') }).click()
  await page.locator('main .name').first().waitFor()
  await settled(page)
  await look('preparations')
  await page.getByRole('button', { name: t('console.preparation.begin') }).click()
  // A person for each reader: two who prepare for the same one at the same moment are told of each other.
  await goTo(page, base, `/preparations/new?employee=p${90 + (language === 'zh' ? 0 : 1) + (screen === 'phone' ? 2 : 0)}`)
  const begin = page.locator('form').getByRole('button', { name: t('console.preparation.begin'), exact: true })
  assert.equal(await begin.isDisabled(), true, 'nothing is prepared without a reason that can be told')
  await page.getByText(t('console.preparation.told')).waitFor()
  await pick(page, t('console.preparation.whyName'), t('console.preparation.why.agreementSought'))
  await settled(page)
  await look('preparation-begin')
  await begin.click()
  await page.getByText(t('console.preparation.waitingNote')).waitFor()
  await page.getByText(t('console.preparation.final.endAccounts')).waitFor()
  await box(page, t, 'handoverList').click()
  await page.getByText(t('console.preparation.progress', { done: 1, all: 5 })).waitFor()
  await box(page, t, 'handoverList').click()
  await page.getByText(t('console.preparation.progress', { done: 0, all: 5 })).waitFor()
  // Somebody else was quicker: what they did is shown, and told.
  await box(page, t, 'recipients').click()
  await page.getByText(t('console.preparation.progress', { done: 1, all: 5 })).waitFor()
  await settled(page)
  await look('preparation')
  await page.getByRole('button', { name: t('console.preparation.revoke'), exact: true }).click()
  await message(page).getByRole('button', { name: t('console.common.cancel') }).click()
  await page.getByRole('button', { name: t('console.preparation.revoke'), exact: true }).click()
  await message(page).getByRole('button', { name: t('console.preparation.revoke'), exact: true }).click()
  await page.getByText(t('console.preparation.state.revoked'), { exact: true }).first().waitFor()
  await settled(page)
  await look('preparation-revoked')
  assert.equal(await page.locator('.el-checkbox:not(.is-disabled)').count(), 0, 'what is over is not changed')
}

/** Of somebody who stays away each piece of evidence that is missing is named with its article, and is added by a form. */
export async function evidenceOfAnAbsenceIsCollectedPieceByPiece({ page, base, look, t, language }) {
  await goTo(page, base, '/preparations/new?employee=p91')
  await pick(page, t('console.preparation.whyName'), t('console.preparation.why.absence'))
  await page.locator('form').getByRole('button', { name: t('console.preparation.begin'), exact: true }).click()
  await page.getByText(language === 'zh' ? '《劳动合同法》第四十三条' : 'Labour Contract Law, art. 43').waitFor()
  assert.equal(await page.getByText(t('console.preparation.missing'), { exact: true }).count(), 5)
  const add = page.getByRole('button', { name: t('console.preparation.add'), exact: true })
  assert.equal(await add.isDisabled(), true)
  await pick(page, t('console.preparation.evidenceKind'), t('console.preparation.evidence.absenceRecord'))
  await page.fill('#piece-reference', 'KQ-2026-118')
  const on = page.getByRole('combobox', { name: t('console.preparation.on'), exact: true })
  await on.fill('2026-11-02')
  await on.press('Enter')
  await page.locator('.el-picker-panel:visible').waitFor({ state: 'hidden' })
  await add.click()
  await page.getByText('KQ-2026-118').waitFor()
  assert.equal(await page.getByText(t('console.preparation.missing'), { exact: true }).count(), 4)
  await settled(page)
  await look('preparation-evidence')
}

/** Whoever is concerned finds it where they would resign: that it is prepared, why, and that nothing is decided. */
export async function personIsToldThatTheirHandoverIsPrepared({ page, base, look, t }) {
  await goTo(page, base, '/resignation')
  await page.getByText(t('console.preparation.own.title')).waitFor()
  await page.getByText(t('console.preparation.why.knowledgeAtRisk')).waitFor()
  await settled(page)
  await look('preparation-own')
}
