// What the console promises about passkeys on a real server, with a device that the browser plays.
import assert from 'node:assert/strict'
import { settled } from './walk.mjs'

/** A device with a fingerprint reader, always touched by its holder (WebDriver's virtual authenticator). */
async function plugIn(page) {
  const tools = await page.context().newCDPSession(page)
  await tools.send('WebAuthn.enable')
  const options = { protocol: 'ctap2', transport: 'internal', hasResidentKey: true, hasUserVerification: true, isUserVerified: true, automaticPresenceSimulation: true }
  const { authenticatorId } = await tools.send('WebAuthn.addVirtualAuthenticator', { options })
  return (verified) => tools.send('WebAuthn.setUserVerified', { authenticatorId, isUserVerified: verified })
}

/** Opens the own account without a session: the way leads over the sign-in. */
async function comes(page, home) {
  await page.context().clearCookies()
  await page.goto('about:blank')
  await page.goto(`${home}#/account`)
  await page.waitForSelector('#username')
  await settled(page)
}

async function givesPassword(page, login) {
  await page.fill('#username', login.username)
  await page.fill('#password', login.password)
  await page.click('button[type=submit]')
}

async function arrives(page) {
  await page.waitForFunction(() => location.hash === '#/account' && document.querySelector('main#content h1'))
  await settled(page)
}

async function adds(page, t, login) {
  await page.getByRole('button', { name: t('console.passkeys.add') }).click()
  const dialog = page.getByRole('dialog')
  await dialog.locator('#passkey-password').fill(login.password)
  await dialog.locator('#passkey-name').fill('Work phone')
  await settled(page)
  await dialog.getByRole('button', { name: t('console.passkeys.add') }).click()
  await page.getByRole('rowheader', { name: 'Work phone' }).waitFor()
}

async function removes(page, t, login) {
  await page.getByRole('button', { name: t('console.passkeys.removeOf', { name: 'Work phone' }) }).click()
  const dialog = page.getByRole('dialog')
  await dialog.locator('#passkey-password').fill(login.password)
  await dialog.getByRole('button', { name: t('console.passkeys.removeOne') }).click()
  await page.getByText(t('console.passkeys.none')).waitFor()
}

/**
 * A passkey is added, asked for after the password, enough alone, refused where its holder is not verified, and removed. The
 * fairness auditor's account is no other promise's, and is left as it was. Passkeys belong to a name, so not to 127.0.0.1.
 */
export async function passkeyIsAddedUsedAndRemoved({ page, base, look, t, logins, expect }) {
  expect(401)
  const home = base.replace('//127.0.0.1', '//localhost')
  const login = logins.fairnessAuditor
  const verified = await plugIn(page)
  await comes(page, home)
  await givesPassword(page, login)
  await arrives(page)
  await adds(page, t, login)
  await settled(page)
  await look('passkey-added')
  await comes(page, home)
  await givesPassword(page, login)
  await page.getByText(t('console.passkeys.confirm')).waitFor()
  await look('passkey-asked')
  await page.getByRole('button', { name: t('console.passkeys.use') }).click()
  await arrives(page)
  await comes(page, home)
  await verified(false)
  await page.getByRole('button', { name: t('console.passkeys.signIn') }).click()
  await page.getByText(t('console.passkeys.cancelled')).waitFor()
  await verified(true)
  await page.getByRole('button', { name: t('console.passkeys.signIn') }).click()
  await arrives(page)
  assert.equal(await page.getByText(t('console.passkeys.never')).count(), 0, 'its use is told')
  await removes(page, t, login)
}
