// Runs promises one after the other and says of each whether it was kept, as one line of JSON.
import { isDeepStrictEqual } from 'node:util'
import { readCoreTexts, readTexts } from '../support/texts.mjs'
import { openBrowser, openContext, openPage } from './browser.mjs'
import { looker } from './looks.mjs'
import { signIn } from './walk.mjs'

/** So many settings of one promise are kept at a time: one would mostly wait, more would wait for each other. */
const AT_ONCE = 2

/** Gives each promise the browser of a reader. Whoever has signed in once stays so: a promise is rarely about the log-in. */
function contextsOf(browser, base, at) {
  const sessions = new Map()
  const kept = new Map()
  const keyOf = ({ username }, { language, screen = 'desk', dark = false }) => [username, language, screen, dark].join(' ')

  async function signedIn(login) {
    const context = await openContext(browser, { at })
    await signIn(await context.newPage(), base, login)
    const state = await context.storageState()
    await context.close()
    return state
  }

  return {
    async open(login, setting) {
      if (!login) return openContext(browser, { ...setting, at })
      const ready = kept.get(keyOf(login, setting))
      if (ready) return ready
      // The promise of a session is kept, not the session: two settings that begin together sign in once.
      if (!sessions.has(login.username)) sessions.set(login.username, signedIn(login))
      const context = await openContext(browser, { ...setting, at, storageState: await sessions.get(login.username) })
      kept.set(keyOf(login, setting), context)
      return context
    },
    /** Takes a browser back, and uses it again where the promise left its storage as it was. */
    async close(context, login, setting) {
      const asBefore = login && isDeepStrictEqual(await context.storageState(), await sessions.get(login.username))
      if (asBefore) return context.pages()[0].close()
      if (login) kept.delete(keyOf(login, setting))
      return context.close()
    }
  }
}

async function faultsOf(contexts, { promise, setting, base, logins, pictures }) {
  const { language } = setting
  const login = logins[promise.as]
  const context = await contexts.open(login, setting)
  const { page, faults, expect } = await openPage(context)
  const look = looker(page, { ...setting, pictures }, faults)
  const t = (key, values = {}) => ({ ...readTexts(language), ...readCoreTexts(language) })[key].replace(/\{(\w+)\}/g, (_, name) => values[name])
  try {
    await promise.keep({ page, base, look, t, logins, language, screen: setting.screen, expect })
  } catch (error) {
    const picture = `${pictures}/broken-${promise.name}-${language}.png`
    await page.screenshot({ path: picture }).catch(() => undefined)
    faults.push(`${error.stack.split('\n    at ').slice(0, 2).join(' at ')} on ${new URL(page.url()).hash.replace(/[\w-]{30,}/, '…')}`)
  }
  await contexts.close(context, login, setting)
  return [...new Set(faults)]
}

function tell({ promise, setting }, faults, start) {
  const where = [setting.language, setting.screen, setting.dark && 'dark'].filter(Boolean).join(' ')
  console.log(JSON.stringify({ promise: promise.name, where, faults, seconds: (Date.now() - start) / 1000 }))
}

/** Does each job, so many at a time. */
async function atOnce(jobs, most, work) {
  const waiting = [...jobs]
  const worker = async () => {
    while (waiting.length) await work(waiting.shift())
  }
  await Promise.all(Array.from({ length: most }, worker))
}

/**
 * Keeps promises, each `{name, as, settings, keep}`: `as` is the role that has signed in, `settings` are languages,
 * screens and themes; `at` is the hour it is for the browser, now where it is missing. Returns how many were broken.
 */
export async function keepAll(promises, { base, logins, pictures, at, only = process.env.CHECK_ONLY }) {
  const browser = await openBrowser()
  const contexts = contextsOf(browser, base, at)
  let broken = 0
  try {
    for (const promise of promises.filter((one) => !only || only.split(',').includes(one.name))) {
      await atOnce(promise.settings, AT_ONCE, async (setting) => {
        const start = Date.now()
        const faults = await faultsOf(contexts, { promise, setting, base, logins, pictures })
        broken += faults.length ? 1 : 0
        tell({ promise, setting }, faults, start)
      })
    }
  } finally {
    await browser.close()
  }
  return broken
}
