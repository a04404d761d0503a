// What the console promises to those who try in thought what would keep somebody.
import assert from 'node:assert/strict'
import { goTo, settled } from './walk.mjs'

const CALL = '**/api/v1/employees/*/risk/what-if'
const panel = (page) => page.locator('.what-if')
const dials = async (page) => (await panel(page).locator('.dial .value').allTextContents()).map(Number)

/** Opens a page and waits for the panel; nobody is asked before something is changed. */
async function open(page, base, asked, where = '/cases/c2') {
  await page.route(CALL, (route) => (asked.push(JSON.parse(route.request().postData())), route.continue()))
  await goTo(page, base, where)
  await panel(page).waitFor()
  await settled(page)
  assert.equal(asked.length, 0, 'opening a page asks nothing')
}

/** With the keyboard alone: each step of the slider is one percent, and the model is asked once it rests. */
export async function changesInThoughtMoveTheScore({ page, base, look, t }) {
  const asked = []
  await open(page, base, asked)
  await panel(page).locator('input[name=pay]').focus()
  for (let i = 0; i < 12; i++) await page.keyboard.press('ArrowRight')
  await panel(page).locator('.after .dial').waitFor()
  await settled(page)
  assert.equal(asked.length, 1, 'a slider that moves is asked about once')
  assert.equal(asked[0].payPercent, 12)
  const [before, after] = await dials(page)
  assert.ok(after < before, 'a raise lowers the score of the made-up model')
  await panel(page).getByText(t('console.whatIf.change.training')).click()
  await panel(page).getByText(t('console.whatIf.ignored.notRead')).waitFor()
  assert.equal(await panel(page).getByText(t('console.whatIf.caution')).count(), 1)
  await panel(page).scrollIntoViewIfNeeded()
  await look('what-if')
  await panel(page).getByRole('button', { name: t('console.whatIf.reset') }).click()
  await panel(page).getByText(t('console.whatIf.empty')).waitFor()
  assert.equal(await panel(page).locator('input[name=pay]').inputValue(), '0')
}

export async function smallestSetIsFoundAndShownOnTheSliders({ page, base, look, t }) {
  const asked = []
  await open(page, base, asked, '/employees/p2')
  await panel(page).getByRole('button', { name: t('console.whatIf.smallest') }).click()
  await panel(page).locator('.after .dial').waitFor()
  await settled(page)
  assert.equal(await panel(page).locator('input[name=pay]').inputValue(), '10')
  assert.deepEqual(asked, [{ payPercent: 10, promotion: true, project: true, overtimeAtMost: null, training: false }])
  await look('what-if-smallest')
}

export async function superiorIsOfferedNoWhatIf({ page, base }) {
  await goTo(page, base, '/cases/c2')
  await page.locator('.talk-form').waitFor()
  assert.equal(await panel(page).count(), 0)
  assert.equal(await page.locator('.kept').count(), 0)
}

/** What was done before, and what it bought; the rest on request, an empty history in words. */
export async function historyTellsWhatEachMeasureBought({ page, base, look, t }) {
  await goTo(page, base, '/cases/c5')
  const kept = page.locator('.kept')
  const raise = kept.locator('li', { hasText: '+10' })
  await raise.getByText(t('console.kept.until.raiseRequest', { span: t('console.kept.months', { n: 4 }) })).waitFor()
  assert.equal(await kept.locator('li').count(), 6)
  await kept.getByRole('button').click()
  assert.equal(await kept.locator('li').count(), 7)
  await look('case-history')
  await page.route('**/retention-history', (route) => route.fulfill({ json: { items: [] } }))
  await page.reload()
  await page.getByText(t('console.kept.empty')).waitFor()
}
