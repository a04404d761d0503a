// What the console promises to those who have to talk.
import assert from 'node:assert/strict'
import { goTo, openAlert, settled } from './walk.mjs'

/** A case of its own for each setting: what one reader records is not yet recorded for another. */
const caseOf = (language, screen) => `c${(language === 'zh' ? 1 : 3) + (screen === 'phone' ? 1 : 0)}`

export async function casesAreListedOverdueFirst({ page, base, look, t, screen }) {
  await goTo(page, base, '/cases')
  await look('cases')
  const first = page.locator(screen === 'phone' ? 'main .cards li' : 'main tbody tr').first()
  assert.equal(await first.locator('.due.late').count(), 1, 'the overdue one stands first')
  const links = () => page.locator('main a[href*="#/cases/c"]').evaluateAll((all) => all.map((one) => one.hash))
  const before = await links()
  await page.getByRole('button', { name: t('console.pager.next') }).click()
  await settled(page)
  const after = await links()
  assert.ok(after.length > 0 && after.every((link) => !before.includes(link)), 'the next page holds others')
  await page.route('**/api/v1/cases?**', (route) => route.fulfill({ json: { items: [], next: null, total: 0 } }))
  await page.locator('.el-radio-button', { hasText: t('console.case.state.closed') }).click()
  await page.getByText(t('console.cases.none.closed')).waitFor()
  await page.unroute('**/api/v1/cases?**')
}

/** Intent, cause, save. */
export async function talkIsRecordedInThreeTaps({ page, base, look, t, language, screen }) {
  await goTo(page, base, `/cases/${caseOf(language, screen)}`)
  await page.getByText(t('console.case.noTalks')).waitFor()
  await look('case')
  await page.getByRole('button', { name: t('console.talk.intent.confirmed') }).click()
  await page.locator('.causes button').last().click()
  const save = page.getByRole('button', { name: t('console.talk.save') })
  const { height } = await page.getByRole('button', { name: t('console.talk.intent.confirmed') }).boundingBox()
  assert.ok(height >= 44, 'a thumb hits it')
  await save.click()
  await page.locator('.story li').first().waitFor()
  await settled(page)
  await look('case-talked')
  assert.equal(await page.locator('.story li').count(), 1)
  assert.equal(await page.locator('.due.late, .due.soon').count(), 0, 'the clock stands')
}

/** What was typed stays when the server fails, and a mistake is corrected by a further entry. */
export async function talkIsCorrectedAndNothingTypedIsLost({ page, base, look, t, language, expect }) {
  expect(500)
  await goTo(page, base, `/cases/${language === 'zh' ? 'c6' : 'c7'}`)
  await page.getByRole('button', { name: t('console.talk.intent.undeclared') }).click()
  await page.locator('details summary').click()
  await page.fill('#talk-text', '2026')
  await page.route('**/talks', (route) => route.fulfill({ status: 500, contentType: 'application/problem+json', body: '{"title":"…","status":500}' }))
  const save = page.getByRole('button', { name: t('console.talk.save') })
  await save.click()
  await page.locator('.el-message--error').waitFor()
  assert.equal(await page.inputValue('#talk-text'), '2026')
  await page.unroute('**/talks')
  await save.click()
  await page.locator('.story li').first().waitFor()
  await page.getByRole('button', { name: t('console.talk.correct'), exact: true }).click()
  await page.locator('.correcting').waitFor()
  await page.getByRole('button', { name: t('console.talk.intent.denied') }).click()
  await settled(page)
  await look('case-correct')
  await page.getByRole('button', { name: t('console.talk.saveCorrection') }).click()
  await page.locator('.story li.corrected').waitFor()
  await settled(page)
  await look('case-corrected')
  assert.equal(await page.locator('.story li').count(), 2)
}

/** Minutes that both have signed stay with the talk, and whoever reads it saves them. */
export async function fileIsAddedToATalkAndSaved({ page, base, look, t, language }) {
  await goTo(page, base, `/cases/${language === 'zh' ? 'c12' : 'c13'}`)
  await page.getByRole('button', { name: t('console.talk.intent.denied') }).click()
  await page.getByRole('button', { name: t('console.talk.save') }).click()
  await page.locator('.story li').first().waitFor()
  const name = '谈话纪要.pdf'
  await page.locator('.story input[type=file]').setInputFiles({ name, mimeType: 'application/pdf', buffer: Buffer.from('%PDF-1.7') })
  const file = page.locator('.story').getByRole('button', { name })
  await file.waitFor()
  await settled(page)
  await look('case-file')
  const saved = page.waitForEvent('download')
  await file.click()
  assert.equal((await saved).suggestedFilename(), name)
}

export async function alertLeadsToItsCase({ page, base, t }) {
  await openAlert(page, base)
  await page.getByRole('link', { name: t('console.alert.case') }).click()
  await page.waitForFunction(() => location.hash.startsWith('#/cases/'))
  await page.getByRole('link', { name: t('console.case.papers') }).click()
  await page.waitForFunction(() => location.hash.startsWith('#/alerts/'))
}

/** Nobody takes a case from before the product for one of its own: no clock, no papers, nobody who had to talk. */
export async function importedCaseSaysThatItIs({ page, base, look, t }) {
  await goTo(page, base, '/cases/c30')
  await page.locator('.story li').waitFor()
  await settled(page)
  await look('case-imported')
  const words = await page.locator('main').textContent()
  assert.ok(words.includes(t('console.case.imported').slice(-18)), 'it says where it comes from')
  assert.ok(words.includes(t('console.case.byImport')), 'and so does its talk')
  assert.ok(!words.includes(t('console.case.talker')), 'nobody had to talk')
  assert.equal(await page.getByRole('link', { name: t('console.case.papers') }).count(), 0)
}

/** On paper stands what is read, on light ground: no menu, no button, nothing to fill in. */
export async function caseIsPrintedAsItIsRead({ page, base, look, t, language }) {
  await goTo(page, base, `/cases/${language === 'zh' ? 'c6' : 'c7'}`)
  await page.getByText(t('console.case.talks'), { exact: true }).waitFor()
  await settled(page)
  await page.evaluate(() => (window.print = () => (window.printed = true)))
  await page.getByRole('button', { name: t('console.effect.print') }).click()
  assert.equal(await page.evaluate(() => window.printed), true)
  await page.emulateMedia({ media: 'print' })
  await page.evaluate(() => window.dispatchEvent(new Event('beforeprint')))
  assert.equal(await page.locator('html.dark').count(), 0, 'paper is light')
  const shown = await page.locator('button, input, textarea, aside').evaluateAll((all) => all.filter((one) => one.checkVisibility()).map((one) => one.textContent || one.tagName))
  assert.deepEqual(shown, [])
  assert.ok(await page.getByText(t('console.case.talks'), { exact: true }).isVisible())
  await look('case-printed')
  await page.evaluate(() => window.dispatchEvent(new Event('afterprint')))
  await page.emulateMedia({ media: 'screen' })
}
