// Steps that every promise takes.

/** Waits until nothing is loading or moving. */
export async function settled(page) {
  await page.waitForFunction(() => !document.querySelector('[aria-busy="true"], .el-skeleton'), undefined, { timeout: 30_000 })
  await page.evaluate(async () => {
    const frame = () => new Promise((done) => requestAnimationFrame(done))
    await document.fonts.ready
    await frame()
    await Promise.allSettled(document.getAnimations().filter((one) => one.effect.getTiming().iterations !== Infinity).map((one) => one.finished))
    await frame()
  })
}

export async function goTo(page, base, path) {
  await page.goto(`${base}#${path}`)
  await page.waitForSelector('main h1, .card h1')
  await settled(page)
}

export async function signIn(page, base, { username, password }) {
  await page.goto(base)
  await page.waitForSelector('#username')
  await page.fill('#username', username)
  await page.fill('#password', password)
  await page.click('button[type=submit]')
  await page.waitForSelector('main#content')
  await settled(page)
}

export async function switchLanguage(page, name) {
  await page.locator('.languages').click()
  await page.locator('.el-select-dropdown__item:visible', { hasText: name }).click()
  await page.waitForFunction((tag) => document.documentElement.lang === tag, name === '中文' ? 'zh' : 'en')
  await settled(page)
}

/** Picks in a drop-down list of the page by the words on it. */
export async function pick(page, list, option) {
  // The whole box takes the click: its placeholder lies over the field.
  await page.locator('.el-select', { has: page.getByRole('combobox', { name: list, exact: true }) }).click()
  await page.locator('.el-select-dropdown__item:visible').getByText(option, { exact: true }).click()
  await page.keyboard.press('Escape')
}

/** Types into the search of the watch list and waits for what it finds. */
export async function searchFor(page, text) {
  const answered = page.waitForResponse((answer) => answer.url().endsWith('/risk/scores/search'))
  await page.getByRole('search').locator('input').first().fill(text)
  await answered
  await settled(page)
}

/** Opens the profile of the person with an employee number, by the watch list. */
export async function openPerson(page, base, employeeNo) {
  await goTo(page, base, '/radar')
  await searchFor(page, employeeNo)
  await page.locator('main a[href*="#/employees/"]').first().click()
  await page.waitForSelector('.person')
  await settled(page)
}

/** Opens the search of every page and waits for the people it finds. */
export async function listPeople(page, words) {
  await page.keyboard.press('Control+k')
  await page.getByRole('dialog').getByRole('combobox').fill(words)
  await page.getByRole('option').first().waitFor()
  await settled(page)
}

/** Opens the first alert of the list. */
export async function openAlert(page, base) {
  await goTo(page, base, '/alerts')
  await page.locator('main a[href*="#/alerts/"]').first().click()
  await page.waitForSelector('main .paper')
  await settled(page)
}
