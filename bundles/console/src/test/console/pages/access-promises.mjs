// What the console promises a security administrator about users and tokens.
import assert from 'node:assert/strict'
import { goTo, pick, settled } from './walk.mjs'

/** A token is limited to a part of what its role may do; nothing chosen is said to mean all of it. */
export async function administratorLimitsATokenToAFewThings({ page, base, look, t }) {
  await goTo(page, base, '/access?tab=tokens')
  await page.getByRole('button', { name: t('console.tokens.new'), exact: true }).click()
  const dialog = page.getByRole('dialog', { name: t('console.tokens.new') })
  await dialog.getByText(t('console.tokens.permissionsAll')).waitFor()
  await dialog.getByLabel(t('console.tokens.name'), { exact: true }).fill('nightly')
  await dialog.getByText('signals:write', { exact: true }).click()
  await dialog.getByText(t('console.tokens.permissionsSome', { n: 1 })).waitFor()
  await settled(page)
  await look('token-limited')
  const sent = page.waitForRequest((request) => request.method() === 'POST' && request.url().endsWith('/tokens'))
  await dialog.getByRole('button', { name: t('console.common.save'), exact: true }).click()
  assert.deepEqual((await sent).postDataJSON().permissions, ['signals:write'])
  await page.getByRole('dialog', { name: t('console.tokens.secret') }).waitFor()
}

/** The provider's subject is asked for; whoever signs in elsewhere is shown as such. Each language has a user of its own. */
export async function administratorLetsTheProviderVouchForAUser({ page, base, look, t, language }) {
  const name = language === 'zh' ? 'manager' : 'operator'
  await goTo(page, base, '/access')
  await page.getByRole('button', { name: t('console.users.moreOf', { name }) }).click()
  await page.locator('.el-dropdown-menu__item:visible', { hasText: t('console.users.signsOnWith') }).click()
  const dialog = page.getByRole('dialog', { name: t('console.users.originOf', { name }) })
  await pick(page, t('console.users.signsOnWith'), t('console.users.signsOn.provider'))
  const save = dialog.getByRole('button', { name: t('console.common.save'), exact: true })
  assert.equal(await save.isDisabled(), true, 'nobody is vouched for without a subject')
  await dialog.getByLabel(t('console.users.subject'), { exact: true }).fill('248289761001')
  await settled(page)
  await look('user-origin')
  await save.click()
  const row = page.locator('main tbody tr', { has: page.getByRole('rowheader', { name, exact: true }) })
  await row.getByText(t('console.users.signsOn.provider'), { exact: true }).waitFor()
}

/** Whoever edits a name does not cut the link to the employee. */
export async function editingAUserKeepsTheEmployee({ page, base, t }) {
  await goTo(page, base, '/access')
  await page.getByRole('button', { name: t('console.users.editOf', { name: 'manager' }) }).click()
  const dialog = page.getByRole('dialog', { name: t('console.users.edit') })
  const employee = dialog.getByLabel(t('console.users.employee'), { exact: true })
  const before = await employee.inputValue()
  assert.match(before, /^[0-9a-f-]{36}$/)
  const save = dialog.getByRole('button', { name: t('console.common.save'), exact: true })
  await employee.fill('CASE-8.5')
  await dialog.getByText(t('console.users.employeeWrong')).waitFor()
  assert.equal(await save.isDisabled(), true, 'a number is no identifier')
  await employee.fill(before)
  const sent = page.waitForRequest((request) => request.method() === 'PUT' && request.url().includes('/users/'))
  await dialog.getByLabel(t('console.users.displayName'), { exact: true }).fill('黄志强 (S4)')
  await save.click()
  assert.equal((await sent).postDataJSON().employeeId, before)
}
