// Runs promises one after the other and says of each whether it was kept, as one line of JSON.
import { readTexts } from '../support/texts.mjs'
import { openBrowser, openReader } from './browser.mjs'
import { looker } from './looks.mjs'
import { signIn } from './walk.mjs'

/** Readers who have signed in once come back with their session: what a promise is about is rarely the log-in. */
const sessions = new Map()

async function sessionOf(browser, base, login, language) {
  const key = `${login.username} ${language}`
  if (!sessions.has(key)) {
    const reader = await openReader(browser, { language })
    await signIn(reader.page, base, login)
    sessions.set(key, await reader.context.storageState())
    await reader.context.close()
  }
  return sessions.get(key)
}

async function faultsOf(browser, { promise, setting, base, logins, pictures }) {
  const { language } = setting
  const storageState = promise.as ? await sessionOf(browser, base, logins[promise.as], language) : undefined
  const reader = await openReader(browser, { ...setting, storageState })
  const { page, faults } = reader
  const look = looker(page, { ...setting, pictures }, faults)
  const t = (key, values = {}) => readTexts(language)[key].replace(/\{(\w+)\}/g, (_, name) => values[name])
  try {
    await promise.keep({ page, base, look, t, logins, language, screen: setting.screen, expect: reader.expect })
  } catch (error) {
    const picture = `${pictures}/broken-${promise.name}-${language}.png`
    await page.screenshot({ path: picture }).catch(() => undefined)
    faults.push(`${error.stack.split('\n    at ').slice(0, 2).join(' at ')} on ${new URL(page.url()).hash.replace(/[\w-]{30,}/, '…')}`)
  }
  await reader.context.close()
  return [...new Set(faults)]
}

/**
 * Keeps promises, each `{name, as, settings, keep}`: `as` is the role that has signed in, `settings` are languages,
 * screens and themes. Returns how many were broken.
 */
export async function keepAll(promises, { base, logins, pictures, only = process.env.CHECK_ONLY }) {
  const browser = await openBrowser()
  let broken = 0
  try {
    for (const promise of promises.filter((one) => !only || only.split(',').includes(one.name))) {
      for (const setting of promise.settings) {
        const start = Date.now()
        const faults = await faultsOf(browser, { promise, setting, base, logins, pictures })
        broken += faults.length ? 1 : 0
        const where = Object.values({ ...setting, dark: setting.dark && 'dark' }).filter(Boolean).join(' ')
        console.log(JSON.stringify({ promise: promise.name, where, faults, seconds: (Date.now() - start) / 1000 }))
      }
    }
  } finally {
    await browser.close()
  }
  return broken
}
