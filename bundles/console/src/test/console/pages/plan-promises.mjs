// What the console promises to those who plan what is done so that somebody stays.
import assert from 'node:assert/strict'
import { goTo, pick, settled } from './walk.mjs'

const column = (page, t, state) => page.getByRole('region', { name: t(`console.plan.actionState.${state}`), exact: true })

/** A card is moved with the mouse or with its list; who is asked to approve decides with a reason. */
export async function plansAreABoardAndWaitForApproval({ page, base, look, t, screen }) {
  await goTo(page, base, '/plans')
  await page.getByRole('heading', { name: t('console.plans.toApprove') }).waitFor()
  await settled(page)
  await look('plans')
  const todo = column(page, t, 'todo')
  const card = todo.locator('article').first()
  assert.equal(await card.locator('.due').count(), 1, 'what is due first stands first')
  const title = await card.locator('h3').textContent()
  await card.locator('.el-select').click()
  await page.locator('.el-select-dropdown__item:visible').getByText(t('console.plan.actionState.doing'), { exact: true }).click()
  await column(page, t, 'doing').getByText(title.trim()).waitFor()
  await page.locator('.el-radio-button', { hasText: t('console.plans.list') }).click()
  await settled(page)
  await look('plans-list')
  await page.getByRole('region', { name: t('console.nav.plans') }).first().getByRole('link').first().click()
  const approve = page.getByRole('button', { name: t('console.plan.approve'), exact: true })
  await approve.waitFor()
  assert.equal(await page.getByRole('button', { name: t('console.plan.return') }).isDisabled(), true, 'whoever gives back says why')
  await settled(page)
  await look('plan-decide')
  await approve.click()
  await approve.waitFor({ state: 'detached' })
  if (screen !== 'phone') await page.getByText(t('console.plan.history', { n: 2 })).waitFor()
}

/** Proposals become a plan; a wrong day is told at its field; who was slower is told and loses nothing. */
export async function planIsBegunChangedAndPutForward({ page, base, look, t, language, expect }) {
  expect(400)
  expect(409)
  await goTo(page, base, `/cases/${language === 'zh' ? 'c8' : 'c10'}`)
  await page.getByText(t('console.plan.beginNote')).waitFor()
  await settled(page)
  await look('plan-begin')
  await page.locator('.proposals .el-checkbox').first().click()
  await page.getByRole('button', { name: t('console.plan.begin', { n: 1 }) }).click()
  const card = column(page, t, 'todo').locator('article').first()
  await card.locator('button.title').click()
  const dialog = page.getByRole('dialog')
  const save = dialog.getByRole('button', { name: t('console.plan.save'), exact: true })
  await dialog.getByLabel(t('console.plan.part.dueOn')).fill('2027-01-02')
  await page.keyboard.press('Enter')
  await save.click()
  await dialog.locator('.el-form-item__error').waitFor()
  // The button the mouse rests on is lighter for that.
  await page.mouse.move(0, 0)
  await settled(page)
  await look('action-wrong')
  await dialog.getByLabel(t('console.plan.part.dueOn')).fill('2027-01-04')
  await page.keyboard.press('Enter')
  await dialog.locator('#action-title').fill('2030')
  await save.click()
  await dialog.getByText(t('console.plan.conflict')).waitFor()
  assert.equal(await dialog.locator('#action-title').inputValue(), '2030', 'what was typed is still there')
  await page.mouse.move(0, 0)
  await settled(page)
  await look('action-conflict')
  await save.click()
  await dialog.waitFor({ state: 'detached' })
  await page.getByRole('heading', { name: '2030' }).waitFor()
  await page.getByLabel(t('console.plan.note'), { exact: true }).fill('2027')
  await page.getByRole('button', { name: t('console.plan.submit') }).click()
  await page.getByText(t('console.plan.stateNote.submitted', { approver: '黄志强' })).waitFor()
  await settled(page)
  await look('plan-submitted')
}

/** Whoever holds an offered post or stands for it is named in the action, with what that means for them. */
export async function offeredPostNamesWhoDropsOut({ page, base, look, t, language }) {
  const title = language === 'zh' ? '晋升为高级经理' : 'Promotion to senior manager'
  await goTo(page, base, '/plans')
  const card = page.locator('article', { hasText: title }).first()
  await card.locator('button.title').click()
  const dialog = page.getByRole('dialog')
  const named = async (which, number) => {
    await dialog.getByRole('button', { name: t(`console.plan.offer.${which}`), exact: true }).click()
    await dialog.getByRole('combobox', { name: t('console.watch.search') }).fill(number)
    await dialog.getByRole('option').first().click()
  }
  await named('nameHolder', 'CASE-8.2')
  await named('nameCandidate', 'CASE-7.5')
  await dialog.getByText(t('console.plan.offer.note')).scrollIntoViewIfNeeded()
  await page.mouse.move(0, 0)
  await settled(page)
  await look('plan-offer')
  await dialog.getByRole('button', { name: t('console.plan.save'), exact: true }).click()
  await dialog.waitFor({ state: 'detached' })
  await card.getByText('林思远').waitFor()
  assert.match(await card.textContent(), /郑雨桐/, 'the card says who is out')
  await settled(page)
  await look('plan-offered')
}
