// What the console promises beyond showing its pages; each throws when the promise is broken.
import assert from 'node:assert/strict'
import { goTo, settled, signIn, switchLanguage } from './walk.mjs'

export async function languageSwitchKeepsTheState(page, base) {
  await goTo(page, base, '/radar')
  const search = page.locator('[role=search] input').first()
  const row = page.locator('.watch tbody a').first()
  const name = await row.textContent()
  await search.fill(name)
  await page.waitForTimeout(500)
  await settled(page)
  await page.evaluate(() => window.scrollTo(0, 400))
  const before = await page.locator('h1').textContent()
  const scrolled = await page.evaluate(() => window.scrollY)
  const other = (await page.evaluate(() => document.documentElement.lang)) === 'zh' ? 'English' : '中文'
  await switchLanguage(page, other)
  assert.notEqual(await page.locator('h1').textContent(), before, 'the words change')
  assert.equal(await search.inputValue(), name, 'the text stays')
  assert.ok(Math.abs((await page.evaluate(() => window.scrollY)) - scrolled) < 120, 'the place on the page stays')
  assert.ok(!page.url().includes(encodeURIComponent(name)) && !page.url().includes(name), 'no name in the address')
  await switchLanguage(page, other === 'English' ? '中文' : 'English')
  await search.fill('')
  await page.waitForTimeout(500)
}

export async function filtersStandInTheAddress(page, base) {
  await goTo(page, base, '/radar?band=high&size=10')
  const bands = await page.locator('.watch tbody .band').evaluateAll((tags) => tags.map((tag) => tag.className))
  assert.ok(bands.length && bands.every((name) => name.includes('is-high')), 'only the high band is listed')
  await page.locator('.watch thead button').first().click()
  await page.waitForFunction(() => location.hash.includes('sort=name'))
  await goTo(page, base, '/radar?size=10')
  const next = page.locator('.pager button').last()
  const first = await page.locator('.watch tbody a').first().textContent()
  await next.click()
  await settled(page)
  assert.notEqual(await page.locator('.watch tbody a').first().textContent(), first, 'the next page shows other people')
}

/** What appears under the mouse or on a click must be within the policy, too. */
export async function chartsAndMenusAnswerTheMouse(page, base) {
  await goTo(page, base, '/radar')
  for (const chart of await page.locator('.chart').all()) {
    await chart.hover({ position: { x: 120, y: 90 } })
    await page.waitForTimeout(300)
  }
  await page.locator('.chart').first().click({ position: { x: 120, y: 90 } })
  await page.waitForFunction(() => document.querySelectorAll('.path button').length === 2)
  await page.locator('.el-dropdown button').click()
  await page.waitForSelector('.el-dropdown-menu__item:visible')
  await page.keyboard.press('Escape')
  await goTo(page, base, '/bundles')
  await page.locator('.bundle .actions button').nth(1).click()
  await page.waitForSelector('.el-dialog .el-switch')
  await page.locator('.el-dialog .el-button').first().click()
}

export async function exportHandsOutAFile(page, base) {
  await goTo(page, base, '/radar')
  const [file] = await Promise.all([page.waitForEvent('download'), page.locator('.panel', { has: page.locator('.watch') }).locator('header button').click()])
  assert.match(file.suggestedFilename(), /^holdfast-watch-list-[\d-]+\.xlsx$/)
}

export async function aFileIsCheckedAndImported(page, base, look) {
  await goTo(page, base, '/imports')
  await page.setInputFiles('input[type=file]', { name: 'employees.csv', mimeType: 'text/csv', buffer: Buffer.from('employee_no,name\n1,王\n') })
  const buttons = page.locator('.picks button')
  await buttons.nth(1).click()
  await page.waitForSelector('.file .shut', { timeout: 20_000 })
  await look('import-preview')
  await buttons.nth(2).click()
  await page.click('.el-message-box__btns .el-button--primary')
  await page.waitForSelector('.stage.imported', { timeout: 20_000 })
  await settled(page)
  await look('import-done')
}

export async function alertIsAcknowledgedAndClosed(page, base, look) {
  await goTo(page, base, '/alerts')
  await page.locator('main a[href*="#/alerts/"]').first().click()
  await page.waitForSelector('.page-head .el-button--primary')
  await page.click('.page-head .el-button--primary')
  await page.click('.el-message-box__btns .el-button--primary')
  await page.waitForSelector('.state.acknowledged')
  await page.locator('.page-head button').last().click()
  await page.waitForSelector('.el-dialog')
  await page.click('.el-dialog .el-select')
  await page.locator('.el-select-dropdown__item:visible').first().click()
  await look('alert-close')
  await page.click('.el-dialog .el-button--primary')
  await page.waitForSelector('.state.closed')
}

export async function featuresAreChosenAndTakenBack(page, base, look) {
  await goTo(page, base, '/models')
  const panels = page.locator('.after .panel')
  await panels.nth(0).locator('.head button').click()
  await page.waitForSelector('.el-dialog .el-switch')
  await look('features')
  await page.locator('.el-dialog .el-switch').first().click()
  await page.click('.el-dialog .el-button--primary')
  await page.waitForSelector('.el-dialog', { state: 'detached' })
  await panels.nth(0).locator('li button').first().click()
  await page.click('.el-message-box__btns .el-button--primary')
  await page.waitForFunction(() => document.querySelectorAll('.after .panel:first-child li').length === 3)
  assert.equal(await panels.nth(1).locator('thead th').count(), 5, 'three algorithms beside the scorecard and last year’s rate')
}

export async function endedSessionComesBackToTheSamePage(page, base, login) {
  await goTo(page, base, '/models')
  const before = page.url()
  await page.context().clearCookies()
  await page.locator('.page-head .el-select').click()
  await page.locator('.el-select-dropdown__item:visible').nth(1).click()
  await page.waitForSelector('#username')
  await page.fill('#username', login.username)
  await page.fill('#password', login.password)
  await page.click('button[type=submit]')
  await page.waitForFunction((path) => location.hash.startsWith(path), new URL(before).hash.split('?')[0])
  await settled(page)
}

export async function keyboardReachesTheMenu(page, base) {
  await goTo(page, base, '/radar')
  await page.reload()
  await page.waitForSelector('main h1')
  await settled(page)
  await page.keyboard.press('Tab')
  assert.equal(await page.evaluate(() => document.activeElement.className), 'skip', 'first comes the link over the menu')
  await page.keyboard.press('Enter')
  assert.equal(await page.evaluate(() => document.activeElement.id), 'content')
}

export async function contributedPagesWork(page, base, look) {
  await goTo(page, base, '/x/stores')
  await look('contributed-descriptor')
  await goTo(page, base, '/x/shifts')
  const button = page.locator('.panel .el-button')
  const before = await button.textContent()
  await button.click()
  assert.notEqual(await button.textContent(), before, 'the page shares the console’s Vue')
  await goTo(page, base, '/x/conflicts')
  await page.waitForSelector('.el-slider')
  await look('contributed-built')
  assert.equal(await page.locator('.refused').count(), 1, 'the page of a newer level is refused in sight')
}

export async function theManagerSeesThePromptAlone(page, base, look) {
  await signIn(page, base, { username: 'manager', password: 'any' })
  await goTo(page, base, '/employees/p0')
  await page.waitForSelector('.prompt')
  assert.equal(await page.locator('.dial').count(), 0, 'no score')
  await look('employee-manager')
}

export async function loginTellsWhatIsWrong(page, base, look) {
  await page.goto(base)
  await page.waitForSelector('#username')
  await settled(page)
  await look('login')
  for (const [username, picture] of [['sealed', 'login-sealed'], ['nobody', 'login-wrong']]) {
    await page.fill('#username', username)
    await page.fill('#password', 'wrong')
    await page.click('button[type=submit]')
    await page.waitForSelector('.el-alert')
    await settled(page)
    await look(picture)
  }
  await page.fill('#username', 'fresh')
  await page.fill('#password', 'any')
  await page.click('button[type=submit]')
  await page.waitForSelector('#current')
  await settled(page)
  await look('password')
}
