// What the console promises about accounts in other systems.
import assert from 'node:assert/strict'
import { goTo, settled } from './walk.mjs'

/** A system is set up and tested in words; its secret is never on the page again. */
export async function systemIsSetUpAndTested({ page, base, look, t, expect, screen = 'desk' }) {
  const name = `Wiki ${screen}`
  expect(400)
  await goTo(page, base, '/account-systems')
  await page.getByText('Gitea').first().waitFor()
  await page.getByRole('button', { name: t('console.accounts.test'), exact: true }).first().click()
  await page.getByText(t('console.accounts.answered', { n: 100 })).waitFor()
  await settled(page)
  await look('account-systems')
  await page.getByRole('button', { name: t('console.accounts.newSystem') }).click()
  const dialog = page.getByRole('dialog')
  const save = dialog.getByRole('button', { name: t('console.common.save') })
  await dialog.locator('#system-name').fill(name)
  await dialog.locator('#system-code').fill(`wiki-${screen}`)
  await dialog.locator('#setting-address').fill('gopher://wiki')
  await dialog.locator('#setting-base').fill('dc=firm')
  assert.equal(await save.isDisabled(), true, 'a secret is missing')
  assert.equal(await dialog.locator('#setting-password').getAttribute('type'), 'password')
  await dialog.locator('#setting-password').fill('Quittenmus')
  await save.click()
  await dialog.locator('.el-form-item__error').waitFor()
  await page.mouse.move(2, 2)
  await settled(page)
  await look('account-system-wrong')
  await dialog.locator('#setting-address').fill('ldaps://wiki.firm.example')
  await save.click()
  await dialog.waitFor({ state: 'detached' })
  await page.getByRole('heading', { name }).waitFor()
  await page.getByRole('button', { name: t('console.accounts.edit'), exact: true }).last().click()
  assert.equal(await page.getByRole('dialog').locator('#setting-password').inputValue(), '', 'a secret is never read back')
}

/** What should be dead and what belongs to nobody is told with the day since when. */
export async function orphansAreTold({ page, base, look, t }) {
  await goTo(page, base, '/orphan-accounts')
  await page.getByText('build-server').waitFor()
  assert.equal(await page.getByText(t('console.accounts.ours'), { exact: true }).count(), 1)
  assert.equal(await page.getByText(t('console.accounts.unknown'), { exact: true }).count(), 2)
  await settled(page)
  await look('orphan-accounts')
}

/** On somebody's page each account says whether it is dead, since when, and what keeps another alive. */
export async function accountsSayWhetherTheyAreDead({ page, base, look, t }) {
  await goTo(page, base, '/employees/p5')
  const panel = page.getByRole('region', { name: t('console.accounts.title'), exact: true })
  await panel.scrollIntoViewIfNeeded()
  await panel.getByText(t('console.accounts.state.dead'), { exact: true }).waitFor()
  await panel.getByText(t('console.accounts.state.failed'), { exact: true }).waitFor()
  assert.equal(await panel.getByText(t('console.accounts.proved')).count(), 0, 'one that lives is no proof')
  await settled(page)
  await look('accounts')
  await panel.getByRole('button', { name: t('console.accounts.retry') }).click()
  await page.getByText(t('console.accounts.retryComes')).waitFor()
}

export async function superiorHasNoAccounts({ page, base, t }) {
  for (const path of ['/orphan-accounts', '/account-systems']) {
    await goTo(page, base, path)
    await page.getByRole('heading', { level: 1, name: t('console.missing.title') }).waitFor()
  }
}
