// What the console promises to people at work, kept against a real server with the demo group in it.
import assert from 'node:assert/strict'
import { readFile } from 'node:fs/promises'
import { officerGoesFromTheAssessmentToAnErasure } from './officer-promises.mjs'
import { passkeyIsAddedUsedAndRemoved } from './passkey-promises.mjs'
import { caseGoesFromTheTalkToAnOutcome } from './story-promises.mjs'
import { goTo, listPeople, openPerson, pick, searchFor, settled, switchLanguage } from './walk.mjs'
import { rowsOf } from './workbook.mjs'

const BOTH = [{ language: 'zh' }, { language: 'en' }]
const CASE = 'CASE-8.5'

const names = (page) => page.locator('.watch tbody th a').allTextContents()
const totalOf = async (page) => Number((await page.locator('.pager span').first().textContent()).replaceAll(',', '').match(/\d+/g).at(-1))

async function loginSaysWhatIsWrongAndLetsIn({ page, base, look, t, logins, expect }) {
  expect(401)
  await page.goto(base)
  await page.getByLabel(t('console.login.username')).fill('nobody')
  await page.getByLabel(t('console.login.password'), { exact: true }).fill('wrong')
  await page.getByRole('button', { name: t('console.login.go') }).click()
  await page.getByRole('alert').waitFor()
  await settled(page)
  await look('login-wrong')
  await page.getByLabel(t('console.login.username')).fill(logins.groupHr.username)
  await page.getByLabel(t('console.login.password'), { exact: true }).fill(logins.groupHr.password)
  await page.getByRole('button', { name: t('console.login.go') }).click()
  await page.getByRole('heading', { level: 1, name: t('console.nav.work') }).waitFor()
}

async function radarShowsHeatMapTrendAndWatchList({ page, base, t }) {
  await goTo(page, base, '/radar')
  assert.equal(await page.locator('.chart canvas').count(), 2, 'the heat map and the trend are drawn')
  assert.match(await page.locator('.chart').last().getAttribute('aria-label'), /%/, 'the trend has its figures in words')
  await page.getByText(t('console.heat.table'), { exact: true }).click()
  const units = page.locator('.tall tbody tr')
  assert.ok((await units.count()) >= 3, 'every subsidiary is in the heat map')
  await units.locator('button').first().click()
  assert.equal(await page.locator('.path button').count(), 2, 'a unit opens into its departments')
  assert.ok((await page.locator('.watch tbody tr').first().locator('.reasons li').count()) >= 1, 'reasons stand beside the score')
  const scores = (await page.locator('.watch tbody .band strong').allTextContents()).map(Number)
  assert.ok(scores.length >= 10 && scores.every((score, i) => i === 0 || score <= scores[i - 1]), 'the highest scores come first')
}

async function searchFindsPeopleByNameAndNumber({ page, base }) {
  await goTo(page, base, '/radar')
  const [name] = await names(page)
  assert.match(name, /\p{Script=Han}/u)
  await searchFor(page, name)
  assert.ok((await names(page)).every((found) => found.includes(name)), 'a Chinese name finds its bearers')
  await searchFor(page, CASE)
  assert.equal(await page.locator('.watch tbody tr').count(), 1, 'an employee number finds one person')
  assert.equal(await page.locator('.watch tbody .band strong').textContent(), '8.5')
  assert.ok(!page.url().includes(CASE), 'nothing personal in the address')
  await searchFor(page, 'nobody-has-this-name')
  assert.equal(await page.locator('.watch').count(), 0)
}

async function filtersNarrowSortAndPageTheWatchList({ page, base, t }) {
  await goTo(page, base, '/radar?size=10')
  const all = await totalOf(page)
  await pick(page, t('console.watch.band'), t('console.band.high'))
  await page.waitForURL(/band=high/)
  await settled(page)
  const bands = await page.locator('.watch tbody .band').evaluateAll((tags) => tags.map((tag) => tag.className))
  assert.ok(bands.length && bands.every((name) => name.includes('is-high')), 'only the high band is listed')
  assert.ok((await totalOf(page)) < all)
  await page.getByRole('button', { name: t('console.watch.clear') }).click()
  await settled(page)
  const first = await names(page)
  await page.getByRole('button', { name: t('console.pager.next') }).click()
  await settled(page)
  assert.notDeepEqual(await names(page), first, 'the next page shows other people')
  await page.getByRole('columnheader', { name: t('console.watch.name') }).getByRole('button').click()
  await page.waitForURL(/sort=name/)
  await settled(page)
  assert.notDeepEqual(await names(page), first, 'sorted by name others come first')
}

async function exportedWorkbookHoldsTheRowsOfTheList({ page, base, t }) {
  await goTo(page, base, '/radar?band=high')
  const listed = await totalOf(page)
  const [file] = await Promise.all([page.waitForEvent('download'), page.getByRole('button', { name: t('console.watch.export') }).click()])
  assert.match(file.suggestedFilename(), /^holdfast-watch-list-[\d-]+\.xlsx$/)
  assert.equal(rowsOf(await readFile(await file.path())), listed + 1, 'a header and everybody of the filtered list')
}

async function profileSaysWhySomeoneIsAtRisk({ page, base, t }) {
  await openPerson(page, base, CASE)
  assert.match(await page.locator('.dial').getAttribute('aria-label'), /8\.5/)
  const reasons = page.locator('.bars li')
  assert.ok((await reasons.count()) >= 3, 'several reasons')
  const first = await reasons.first().textContent()
  assert.ok(first.includes(t('console.reason.raises')), 'a reason says which way it moves the risk')
  const valued = t('console.reason.value', { value: '' }).trim()
  assert.ok((await reasons.allTextContents()).some((text) => text.includes(valued)), 'and its value')
  assert.equal(await page.getByRole('region', { name: t('console.history.title') }).locator('canvas').count(), 1, 'the score has a history')
  assert.ok((await page.locator('.line li').count()) >= 3, 'the lifecycle has its events')
}

/** From a profile to the person's alert. */
async function followAlert(page, t) {
  await page.getByRole('link', { name: t('console.employee.alert') }).click()
  await page.waitForSelector('main .paper')
  await settled(page)
}

async function alertShowsWhatWasSentToWhom({ page, base, t }) {
  await openPerson(page, base, CASE)
  await followAlert(page, t)
  const recipients = await page.locator('main table tbody tr').allTextContents()
  assert.ok(recipients.some((row) => row.includes(t('console.role.subsidiaryHr'))), 'HR was told')
  assert.ok(recipients.some((row) => row.includes(t('console.role.lineManager'))), 'the superior is told')
  const hr = page.getByRole('region', { name: t('console.alert.hr') })
  for (const part of ['factors', 'needs', 'strategy']) await hr.getByRole('heading', { name: t(`console.paper.${part}`) }).waitFor()
  const manager = page.getByRole('region', { name: t('console.alert.manager') })
  assert.ok((await manager.locator('.plans li').count()) >= 1, 'the superior is offered plans')
  assert.doesNotMatch(await manager.textContent(), /8\.5|85/, 'and no score')
}

/** The superior's alert waits for the next working morning, so on the demo's first day they come by the search. */
async function managerSeesBandAndTalkPromptAlone({ page, base, look, t }) {
  await goTo(page, base, '/alerts')
  await look('alerts-manager')
  await listPeople(page, CASE)
  await page.keyboard.press('Enter')
  await page.locator('.prompt').waitFor()
  await settled(page)
  assert.match(await page.locator('.band').first().textContent(), new RegExp(t('console.band.high')))
  assert.equal(await page.locator('.dial, .bars').count(), 0, 'no score and no reasons')
  assert.equal(await page.getByRole('link', { name: t('console.nav.radar') }).count(), 0, 'no risk radar')
  await look('employee-manager')
}

async function templateIsReadyToBeFilledIn({ page, base, t, language }) {
  await goTo(page, base, '/imports')
  await page.getByRole('button', { name: t('console.imports.template') }).click()
  const [file] = await Promise.all([page.waitForEvent('download'), page.getByRole('menuitem', { name: t('console.kind.employees') }).click()])
  assert.match(await readFile(await file.path(), 'utf8'), language === 'zh' ? /^\uFEFF工号,姓名,子公司/ : /^\uFEFFemployee_no,name,subsidiary/)
}

const HEADER = 'employee_no,name,subsidiary,department,position,position_family,hire_date,status'

async function chooseFile(page, name, text) {
  await page.setInputFiles('input[type=file]', { name, mimeType: 'text/csv', buffer: Buffer.from(text) })
}

async function importFile(page, t) {
  await page.getByRole('button', { name: t('console.imports.start') }).click()
  await page.getByRole('dialog').getByRole('button', { name: t('console.imports.start') }).click()
  // A small file may be in before its progress was drawn; made-up-promises.mjs looks at that of a slow one.
  await page.locator('.stage.imported').waitFor()
  await settled(page)
}

const countOf = (page, t, count) => page.locator('.file .counts div', { hasText: t(`console.count.${count}`) }).locator('dd').textContent()

async function wrongRowsAreShownSetAsideAndImportedCorrected({ page, base, look, t, language }) {
  await goTo(page, base, '/imports')
  const units = await (await page.request.get(`${base}api/v1/departments?limit=200`)).json()
  const firms = await (await page.request.get(`${base}api/v1/subsidiaries?limit=200`)).json()
  const unit = units.items[0]
  const firm = firms.items.find((one) => one.id === unit.subsidiaryId).code
  const row = (n, day) => `WALK-${language}-${n},测试${n},${firm},${unit.code},Engineer,rd,${day},active`
  await chooseFile(page, 'employees.csv', [HEADER, row(1, '2024-03-01'), row(2, '2021-13-41'), row(3, '2023-05-02')].join('\n'))
  await page.getByRole('button', { name: t('console.imports.check') }).click()
  await page.locator('.file td.bad .why').waitFor()
  await settled(page)
  await look('import-preview')
  await importFile(page, t)
  assert.equal(await countOf(page, t, 'accepted'), '2')
  assert.equal(await countOf(page, t, 'rejected'), '1')
  await look('import-done')
  const [file] = await Promise.all([page.waitForEvent('download'), page.locator('.file').getByRole('button', { name: t('console.imports.errors') }).click()])
  const errors = await readFile(await file.path(), 'utf8')
  assert.ok(errors.includes('2021-13-41'), 'the error file holds the row as it was')
  await page.getByRole('button', { name: t('console.imports.clear') }).click()
  await chooseFile(page, 'employees.csv', errors.replace('2021-13-41', '2021-12-31'))
  await importFile(page, t)
  assert.equal(await countOf(page, t, 'accepted'), '1')
  assert.equal(await countOf(page, t, 'rejected'), '0')
}

async function bundlesAreListedWithStateAndCapabilities({ page, base, t }) {
  await goTo(page, base, '/bundles')
  assert.ok((await page.locator('.bundle').count()) >= 9, 'all that ship are there')
  const engine = page.locator('.bundle', { hasText: 'xgboost' }).first()
  assert.ok((await engine.textContent()).includes(t('console.bundle.active')))
  await page.locator('.bundle', { hasText: 'industry.tech' }).first().locator('.actions button').first().click()
  await page.getByRole('dialog').waitFor()
}

async function languageSwitchKeepsFiltersAndText({ page, base, language }) {
  await goTo(page, base, '/radar?band=high,midHigh&size=10')
  const [name] = await names(page)
  await searchFor(page, name)
  const before = await page.locator('h1').textContent()
  const address = page.url()
  await switchLanguage(page, language === 'zh' ? 'English' : '中文')
  assert.notEqual(await page.locator('h1').textContent(), before, 'the words change')
  assert.equal(await page.getByRole('search').locator('input').first().inputValue(), name, 'the text stays')
  assert.equal(page.url(), address, 'the filters stay')
  assert.ok((await names(page)).every((found) => found.includes(name)), 'the list stays')
}

/** Presses Tab until what has the focus is what was looked for. */
async function tabTo(page, test, what) {
  for (let i = 0; i < 200; i++) {
    await page.keyboard.press('Tab')
    if (await page.evaluate(test)) return
  }
  assert.fail(`the Tab key does not reach ${what}`)
}

async function keyboardAloneLogsInAndOpensAPerson({ page, base, logins }) {
  await page.goto(base)
  await page.waitForSelector('#username')
  await tabTo(page, () => document.activeElement.id === 'username', 'the user name')
  await page.keyboard.type(logins.groupHr.username)
  await tabTo(page, () => document.activeElement.id === 'password', 'the password')
  await page.keyboard.type(logins.groupHr.password)
  await page.keyboard.press('Enter')
  // Where one begins comes by itself after signing in: whoever goes on before is sent back there.
  await page.waitForURL(/#\/work/)
  await settled(page)
  await page.goto(`${base}#/radar`)
  await page.waitForSelector('.watch')
  await settled(page)
  await tabTo(page, () => document.activeElement.className === 'skip', 'the link over the menu')
  await page.keyboard.press('Enter')
  await tabTo(page, () => !!document.activeElement.closest('.watch tbody a'), 'the watch list')
  await page.keyboard.press('Enter')
  await page.waitForSelector('.person')
}

async function controlKFindsAPersonFromAnyPage({ page, base, look, t }) {
  await goTo(page, base, '/imports')
  await listPeople(page, CASE)
  await look('find-person')
  await page.keyboard.press('Enter')
  await page.getByRole('region', { name: t('console.reason.title') }).waitFor()
}

const PAGES = ['work', 'radar', 'alerts', 'cases', 'plans', 'programmes', 'tasks', 'offboardings', 'effect', 'leavers', 'offboarding-report', 'surveys', 'imports', 'models', 'bundles']

/** The profile and the alert are those of which other promises read the words; their looks are seen here alone. */
async function everyPageFitsReadsAndIsSound({ page, base, look, t }) {
  for (const name of PAGES) {
    await goTo(page, base, `/${name}`)
    await look(name)
  }
  await openPerson(page, base, CASE)
  await look('employee')
  await followAlert(page, t)
  await look('alert')
}

async function administratorsPagesFitReadAndAreSound({ page, base, look }) {
  await goTo(page, base, '/access')
  await look('access')
  await goTo(page, base, '/access?tab=tokens')
  await look('tokens')
}

/** The assessment begins with what is installed: nobody starts from an empty page. */
async function officerFindsAnAssessmentBegunFromWhatIsInstalled({ page, base, look, t }) {
  await goTo(page, base, '/privacy')
  await page.getByText(t('console.privacy.state.sandbox')).waitFor()
  await page.getByText(t('console.basis.hrRules')).first().waitFor()
  await settled(page)
  await look('privacy')
  await page.getByRole('button', { name: t('console.privacy.assess'), exact: true }).click()
  const dialog = page.getByRole('dialog')
  await dialog.getByText('industry:').waitFor()
  const begun = await dialog.locator('textarea').evaluateAll((fields) => fields.map((field) => field.value).filter(Boolean))
  assert.ok(begun.length >= 2, 'scope and measures are proposed')
  assert.ok(begun.some((text) => text.includes('industry:')), 'the proposal names the model')
  assert.ok(!(await dialog.getByRole('checkbox', { name: t('console.category.jobSite') }).isChecked()), 'job sites are left out')
  await settled(page)
  await look('privacy-assessment')
  const [paper] = await Promise.all([page.waitForEvent('download'), dialog.getByRole('button', { name: t('console.privacy.paper'), exact: true }).click()])
  assert.equal((await readFile(await paper.path())).subarray(0, 5).toString(), '%PDF-', 'the assessment comes on paper')
  await dialog.getByRole('button', { name: t('console.privacy.saveDraft'), exact: true }).click()
  await page.getByText(t('console.assessment.draft')).first().waitFor()
}

const promise = (keep, as, settings = BOTH) => ({ name: keep.name, as, settings, keep })
/** Each language, each screen and each theme is in one of them. */
const looks = [
  { language: 'zh', screen: 'desk' },
  { language: 'en', screen: 'phone', dark: true }
]
const phones = BOTH.map(({ language }, i) => ({ language, screen: i ? 'desk' : 'phone' }))

export const PROMISES = [
  promise(loginSaysWhatIsWrongAndLetsIn),
  promise(keyboardAloneLogsInAndOpensAPerson),
  promise(controlKFindsAPersonFromAnyPage, 'groupHr'),
  promise(radarShowsHeatMapTrendAndWatchList, 'groupHr'),
  promise(searchFindsPeopleByNameAndNumber, 'groupHr'),
  promise(filtersNarrowSortAndPageTheWatchList, 'groupHr'),
  promise(exportedWorkbookHoldsTheRowsOfTheList, 'groupHr'),
  promise(languageSwitchKeepsFiltersAndText, 'groupHr'),
  promise(profileSaysWhySomeoneIsAtRisk, 'groupHr'),
  promise(alertShowsWhatWasSentToWhom, 'groupHr'),
  promise(managerSeesBandAndTalkPromptAlone, 'lineManager', phones),
  promise(templateIsReadyToBeFilledIn, 'groupHr'),
  promise(wrongRowsAreShownSetAsideAndImportedCorrected, 'groupHr'),
  promise(bundlesAreListedWithStateAndCapabilities, 'systemAdmin'),
  promise(everyPageFitsReadsAndIsSound, 'groupHr', looks),
  promise(caseGoesFromTheTalkToAnOutcome, 'groupHr', [{ language: 'zh' }]),
  promise(passkeyIsAddedUsedAndRemoved, undefined, [{ language: 'en' }]),
  promise(officerGoesFromTheAssessmentToAnErasure, 'dpo'),
  promise(officerFindsAnAssessmentBegunFromWhatIsInstalled, 'dpo', looks),
  promise(administratorsPagesFitReadAndAreSound, 'securityAdmin', looks)
]
