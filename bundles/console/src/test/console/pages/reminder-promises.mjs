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

/** What comes stands at the bell without reloading, also what came while the line was broken. */
export async function bellRingsByItself({ page, base, t }) {
  await page.goto(`${base}#/account`)
  const count = async () => Number(await page.locator('.bell .el-badge__content').textContent().catch(() => '0')) || 0
  await page.locator('.bell').waitFor()
  await settled(page)
  const before = await count()
  const come = async (broken) => {
    await page.evaluate(
      ([language, cut]) => fetch('api/v1/made-up/reminders', { method: 'POST', headers: { 'content-type': 'application/json', 'accept-language': language, 'x-csrf-token': 'csrf' }, body: JSON.stringify({ broken: cut }) }),
      [await page.evaluate(() => document.documentElement.lang), broken]
    )
  }
  await page.evaluate(() => (window.notReloaded = true))
  // A reader who is there: for one who is not, a line that breaks stays closed.
  let at = 0
  const moving = setInterval(() => page.mouse.move(10, 20 + (at++ % 50)).catch(() => {}), 200)
  try {
    await ringsTwice(page, t, before, come)
  } finally {
    clearInterval(moving)
  }
  if (!(await page.evaluate(() => window.notReloaded))) throw new Error('the page was reloaded')
}

async function ringsTwice(page, t, before, come) {
  await come(true)
  await page.getByRole('button', { name: t('console.reminders.bell', { n: before + 1 }) }).waitFor({ timeout: 15_000 })
  await come(false)
  await page.getByRole('button', { name: t('console.reminders.bell', { n: before + 2 }) }).waitFor({ timeout: 15_000 })
}

/** People choose what they are told and when; what must be seen cannot be turned off. */
export async function remindersAreChosen({ page, base, look, t }) {
  await page.goto(`${base}#/account`)
  const form = page.locator('form.notify')
  await form.waitFor()
  await settled(page)
  await form.getByText(t('console.notify.rhythm.morning')).click()
  const boxes = form.locator('table tbody tr')
  if (await boxes.nth(0).locator('input').nth(0).isEnabled()) throw new Error('what is overdue can be turned off at the bell')
  await boxes.nth(1).locator('.el-checkbox').nth(1).click()
  await form.getByRole('button', { name: t('console.common.save') }).click()
  await page.getByText(t('console.notify.saved')).waitFor()
  await page.reload()
  await form.waitFor()
  await settled(page)
  if (!(await form.getByRole('radio', { name: t('console.notify.rhythm.morning') }).isChecked())) throw new Error('the rhythm is lost')
  if (await boxes.nth(1).locator('input').nth(1).isChecked()) throw new Error('the choice is lost')
  await look('account-reminders')
}
