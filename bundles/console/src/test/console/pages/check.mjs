// Walks the console in a real browser: both languages, both themes, desk and phone.
//   npm run check:pages                        against the made-up server, after a build
//   HOLDFAST_URL=http://… HOLDFAST_USER=… HOLDFAST_PASSWORD=… npm run check:pages      against a real one
// CHECK_ONLY=radar,alert narrows the pages; pictures go to target/pages.
import { mkdirSync, readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { build } from 'vite'
import { startFake } from '../fake/server.mjs'
import { openBrowser, openReader } from './browser.mjs'
import * as promises from './promises.mjs'
import { signIn, walk } from './walk.mjs'

const here = (path) => fileURLToPath(new URL(path, import.meta.url))
const PICTURES = process.env.CHECK_PICTURES ?? here('../../../../target/pages')
const AXE = readFileSync(here('../../../../node_modules/axe-core/axe.min.js'), 'utf8')
const WIDTHS = { desk: 1360, phone: 390 }
const wanted = process.env.CHECK_ONLY?.split(',')
const failures = []

async function axeFaults(page) {
  await page.evaluate(AXE)
  return page.evaluate(async () => {
    const options = { runOnly: ['wcag2a', 'wcag2aa', 'wcag21aa', 'wcag22aa'], resultTypes: ['violations'] }
    const { violations } = await window.axe.run(document, options)
    const grave = violations.filter((one) => ['serious', 'critical'].includes(one.impact))
    return grave.map((one) => `${one.id} (${one.impact}) ${one.nodes.map((node) => node.target.join(' ') + ' ' + (node.any[0]?.message ?? '')).slice(0, 3).join(' | ')}`)
  })
}

function looker(page, label, axe) {
  return async (name) => {
    const wide = await page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth)
    if (wide > 1) failures.push(`${label} ${name}: ${wide} px wider than the screen`)
    const bare = await page.evaluate(() => (document.body.innerText.match(/\bconsole\.[a-z]+\.\w+/g) ?? []).join())
    if (bare) failures.push(`${label} ${name}: keys without words ${bare}`)
    await page.screenshot({ path: `${PICTURES}/${name}-${label}.png`, fullPage: true })
    if (axe) failures.push(...(await axeFaults(page)).map((fault) => `${label} ${name}: axe ${fault}`))
  }
}

/** One reader's tour; the policy is lifted only where axe must be brought in, and proved in the other tours. */
async function tour(browser, base, setting, act) {
  const label = `${setting.language}-${setting.screen}-${setting.dark ? 'dark' : 'light'}`
  const reader = await openReader(browser, { ...setting, width: WIDTHS[setting.screen] })
  reader.expect(/status of (401|503|404)/)
  try {
    await act(reader.page, looker(reader.page, label, setting.bypassPolicy))
  } catch (error) {
    await reader.page.screenshot({ path: `${PICTURES}/failed-${label}.png` })
    failures.push(`${label}: ${error.message.split('\n').slice(0, 3).join(' ')} at ${reader.page.url()}`)
  }
  failures.push(...reader.faults.map((fault) => `${label}: ${fault}`))
  await reader.context.close()
}

async function walks(browser, base, login) {
  for (const language of ['zh', 'en']) {
    for (const screen of ['desk', 'phone']) {
      for (const dark of [false, true]) {
        await tour(browser, base, { language, screen, dark, bypassPolicy: true }, async (page, look) => {
          await signIn(page, base, login)
          await walk(page, { base, look, only: (name) => !wanted || wanted.includes(name) })
        })
      }
    }
  }
}

async function promised(browser, base, login) {
  const desk = { language: 'zh', screen: 'desk', dark: false }
  for (const language of ['zh', 'en']) {
    await tour(browser, base, { ...desk, language, bypassPolicy: true }, (page, look) => promises.loginTellsWhatIsWrong(page, base, look))
    await tour(browser, base, { ...desk, language, screen: 'phone', bypassPolicy: true }, (page, look) => promises.theManagerSeesThePromptAlone(page, base, look))
  }
  await tour(browser, base, desk, async (page, look) => {
    await signIn(page, base, login)
    await promises.languageSwitchKeepsTheState(page, base)
    await promises.filtersStandInTheAddress(page, base)
    await promises.chartsAndMenusAnswerTheMouse(page, base)
    await promises.exportHandsOutAFile(page, base)
    await promises.keyboardReachesTheMenu(page, base)
    await promises.aFileIsCheckedAndImported(page, base, look)
    await promises.alertIsAcknowledgedAndClosed(page, base, look)
    await promises.featuresAreChosenAndTakenBack(page, base, look)
    await promises.contributedPagesWork(page, base, look)
    await promises.endedSessionComesBackToTheSamePage(page, base, login)
  })
}

mkdirSync(PICTURES, { recursive: true })
const real = process.env.HOLDFAST_URL
if (!real) await build({ configFile: here('../fake/contributed/built/vite.config.mjs') })
const fake = real ? undefined : await startFake()
const base = real ? real.replace(/\/?$/, '/') : fake.address
const login = { username: process.env.HOLDFAST_USER ?? 'hr', password: process.env.HOLDFAST_PASSWORD ?? 'any' }
const browser = await openBrowser()
try {
  if (fake && !process.env.CHECK_WALK_ONLY) await promised(browser, base, login)
  if (!process.env.CHECK_PROMISES_ONLY) await walks(browser, base, login)
} finally {
  await browser.close()
  fake?.stop()
}
for (const failure of [...new Set(failures)]) console.error(failure)
console.log(`${failures.length} faults; pictures in ${PICTURES}`)
process.exitCode = failures.length ? 1 : 0
