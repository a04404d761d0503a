// What the console promises about reminders.
import { settled } from './walk.mjs'

/** How many are new stands at the bell; the keyboard opens the list, marks one, and all; a reader without any is told so. */
export async function officerIsRemindedOfWhatIsDue({ page, base, look, t }) {
  await page.goto(`${base}#/privacy`)
  const bell = (n) => page.getByRole('button', { name: t('console.reminders.bell', { n }) })
  await bell(2).waitFor()
  await bell(2).focus()
  await page.keyboard.press('Enter')
  const list = page.getByRole('dialog', { name: t('console.reminders.title') })
  await list.getByRole('listitem').nth(1).waitFor()
  await settled(page)
  await look('reminders')
  await list.getByRole('button', { name: t('console.reminders.readOf', { text: '' }), exact: false }).first().click()
  await list.getByText(t('console.reminders.wasRead'), { exact: false }).first().waitFor()
  await list.getByRole('button', { name: t('console.reminders.readAll') }).click()
  await list.getByRole('button', { name: t('console.reminders.readAll') }).waitFor({ state: 'detached' })
  await page.keyboard.press('Escape')
  await bell(0).waitFor()
  await page.locator('.bell .el-badge__content').waitFor({ state: 'hidden' })
}

/** People say where they get their reminders, and take the address away. */
export async function ownMailAddressIsGiven({ page, base, look, t }) {
  await page.goto(`${base}#/account`)
  await page.waitForSelector('#mail-address')
  await page.fill('#mail-address', 'officer@firm.example')
  await page.locator('form', { has: page.locator('#mail-address') }).getByRole('button').click()
  await page.getByText(t('console.mail.addressSaved')).waitFor()
  await page.reload()
  await page.waitForFunction(() => document.querySelector('#mail-address')?.value === 'officer@firm.example')
  await settled(page)
  await look('account-mail-address')
}
