// What the console promises to those who record what came of a case.
import assert from 'node:assert/strict'
import { goTo, settled } from './walk.mjs'

/** Nothing before a talk; then what came of it in one tap and a confirmation, with the days on which somebody looks again. */
export async function outcomeIsRecordedAfterATalk({ page, base, look, t, language, screen }) {
  await goTo(page, base, `/cases/c${12 + (language === 'zh' ? 1 : 3) + (screen === 'phone' ? 1 : 0)}`)
  await page.getByText(t('console.case.noTalks')).waitFor()
  assert.equal(await page.getByText(t('console.outcome.title'), { exact: true }).count(), 0, 'nothing comes of a case before a talk')
  await page.getByRole('button', { name: t('console.talk.intent.denied') }).click()
  await page.getByRole('button', { name: t('console.talk.save') }).click()
  await page.getByRole('button', { name: t('console.outcome.record') }).click()
  await page.locator('.el-dialog .choice', { hasText: t('console.outcome.what.retained') }).first().click()
  await page.fill('#outcome-text', '2026')
  await settled(page)
  await look('outcome-ask')
  const { height } = await page.locator('.el-dialog .choice').first().boundingBox()
  assert.ok(height >= 44, 'a thumb hits it')
  await page.locator('.el-dialog').getByRole('button', { name: t('console.outcome.save'), exact: true }).click()
  await page.locator('.el-message-box').getByText(t('console.outcome.sure.retained')).waitFor()
  await page.locator('.el-message-box').getByRole('button', { name: t('console.common.cancel') }).click()
  assert.equal(await page.inputValue('#outcome-text'), '2026', 'whoever is not sure loses nothing')
  await page.locator('.el-dialog').getByRole('button', { name: t('console.outcome.save'), exact: true }).click()
  await page.locator('.el-message-box').getByRole('button', { name: t('console.outcome.save'), exact: true }).click()
  await page.locator('.line li').first().waitFor()
  assert.equal(await page.locator('.line li').count(), 4)
  await page.getByRole('button', { name: t('console.talk.save') }).waitFor({ state: 'detached' })
  await settled(page)
  await look('outcome-stays')
}
