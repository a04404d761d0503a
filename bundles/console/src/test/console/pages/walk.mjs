// One walk through every page, as a person would; each function leaves the page as the next one expects it.

/** Waits until nothing is loading and charts and fonts have settled. */
export async function settled(page) {
  await page.waitForFunction(() => !document.querySelector('[aria-busy="true"], .el-skeleton'), undefined, { timeout: 30_000 })
  await page.waitForTimeout(650)
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
  await page.click('.languages')
  await page.locator('.el-select-dropdown__item:visible', { hasText: name }).click()
  await page.waitForFunction((tag) => document.documentElement.lang === tag, name === '中文' ? 'zh' : 'en')
  await settled(page)
}

/** The pages a person can go to from the menu, with what must be on each of them. */
const PAGES = [
  { name: 'radar', path: '/radar', sign: '.tiles' },
  { name: 'alerts', path: '/alerts', sign: '.panel' },
  { name: 'imports', path: '/imports', sign: '.drop-zone' },
  { name: 'models', path: '/models', sign: '.panel' },
  { name: 'bundles', path: '/bundles', sign: '.bundle' },
  { name: 'access', path: '/access', sign: '.el-tabs' },
  { name: 'tokens', path: '/access?tab=tokens', sign: '.el-tabs' },
  { name: 'missing', path: '/no-such-page', sign: '.empty' }
]

/**
 * Walks all pages of a signed-in reader. `look` is called on each with its name, to take pictures and run checks.
 * Nothing here depends on the made-up people, so it also walks a real server.
 */
export async function walk(page, { base, look, only = () => true }) {
  for (const { name, path, sign } of PAGES.filter((one) => only(one.name))) {
    await goTo(page, base, path)
    await page.waitForSelector(sign)
    await look(name)
  }
  if (only('employee')) await firstEmployee(page, base, look)
  if (only('alert')) await firstAlert(page, base, look)
}

async function firstEmployee(page, base, look) {
  await goTo(page, base, '/radar')
  await page.locator('a[href*="#/employees/"]').first().click()
  await page.waitForSelector('.person')
  await settled(page)
  await look('employee')
}

async function firstAlert(page, base, look) {
  await goTo(page, base, '/alerts')
  const link = page.locator('main a[href*="#/alerts/"]').first()
  if (!(await link.count())) return
  await link.click()
  await page.waitForSelector('main .state')
  await settled(page)
  await look('alert')
}
