// What the console promises about the first page of the day.
import assert from 'node:assert/strict'
import { goTo, settled } from './walk.mjs'

const WORK = '**/api/v1/work?**'
const EMPTY = { items: [], next: null, counts: { overdue: 0, today: 0, week: 0, later: 0, done: 3 } }

/** A case of its own for each language: no other promise records in it. */
const caseOf = (language) => (language === 'zh' ? 'c18' : 'c19')

/** Whoever signs in lands on what waits for them, the most urgent first, and more comes on demand. */
export async function dayBeginsWithWhatIsMostUrgent({ page, base, look, t }) {
  await page.goto(base)
  await page.getByRole('heading', { level: 1, name: t('console.nav.work') }).waitFor()
  await settled(page)
  await look('work')
  const lines = page.locator('.work-line')
  const classes = await lines.evaluateAll((all) => all.map((one) => ['overdue', 'today', 'week', 'later'].findIndex((when) => one.classList.contains(when))))
  assert.ok(classes.length > 3)
  assert.deepEqual(classes, [...classes].sort(), 'what is overdue stands first')
  await lines.first().focus()
  await page.keyboard.press('ArrowDown')
  assert.equal(await lines.nth(1).evaluate((one) => one === document.activeElement), true, 'arrows go from line to line')
  const place = await lines.nth(1).evaluate((one) => one.hash)
  await page.keyboard.press('Enter')
  await page.waitForFunction((hash) => location.hash === hash, place)
}

/** The line, what was said, save: no more than three taps after signing in, each wide enough for a thumb. */
export async function talkIsRecordedThreeTapsAfterSigningIn({ page, base, t, language }) {
  await page.goto(base)
  await page.locator('.work-line').first().waitFor()
  await settled(page)
  let taps = 0
  const tap = async (target) => {
    const { height } = await target.boundingBox()
    assert.ok(height >= 40, 'a thumb hits it')
    await target.click()
    taps++
  }
  const done = async () => Number(await page.locator('.count.done dd').textContent())
  const before = await done()
  const mine = page.locator(`.work-line[href="#/cases/${caseOf(language)}"]`)
  await tap(mine)
  await tap(page.getByRole('button', { name: t('console.talk.intent.denied') }))
  await tap(page.getByRole('button', { name: t('console.talk.save') }))
  await page.locator('.story li').first().waitFor()
  assert.equal(taps, 3)
  await goTo(page, base, '/work')
  await mine.waitFor({ state: 'detached' })
  assert.equal(await done(), before + 1, 'the day goes on')
}

/** Without a reload: what the bell hears of is asked for, and a day on which all is done says so. */
export async function workMovesByItselfAndEndsPleasantly({ page, base, look, t }) {
  await goTo(page, base, '/work')
  await page.route(WORK, (route) => route.fulfill({ json: EMPTY }))
  await page.evaluate(
    (language) => fetch('api/v1/made-up/reminders', { method: 'POST', headers: { 'content-type': 'application/json', 'accept-language': language, 'x-csrf-token': 'csrf' }, body: JSON.stringify({ broken: false }) }),
    await page.evaluate(() => document.documentElement.lang)
  )
  await page.getByText(t('console.work.allDone', { n: 3 })).waitFor({ timeout: 15_000 })
  await settled(page)
  await look('work-done')
  await page.unroute(WORK)
}
