// A real browser that tells everything that goes wrong: script errors, console errors, refused by policy, failed calls.
import { chromium } from 'playwright-core'
import { findBrowser } from './find-browser.mjs'

const FLAGS = ['--no-sandbox', '--disable-gpu', '--disable-quic', '--no-first-run', '--disable-background-networking', '--disable-component-update', '--disable-sync']
const PATIENCE_MS = 20_000
const WIDTHS = { desk: 1360, phone: 390 }

export async function openBrowser() {
  const { executablePath, args = [] } = await findBrowser()
  return chromium.launch({ executablePath, args: [...new Set([...FLAGS, ...args])] })
}

/** A browser of its own for a reader: language, theme, screen and hour, and the session they come with. */
export async function openContext(browser, { language, screen = 'desk', dark = false, at, storageState }) {
  const context = await browser.newContext({
    viewport: { width: WIDTHS[screen], height: 900 },
    locale: language === 'zh' ? 'zh-CN' : language,
    colorScheme: dark ? 'dark' : 'light',
    reducedMotion: 'reduce',
    timezoneId: 'Asia/Shanghai',
    acceptDownloads: true,
    storageState
  })
  context.setDefaultTimeout(PATIENCE_MS)
  if (at) await context.clock.install({ time: at })
  return context
}

/**
 * A fresh page; `faults` fills with whatever goes wrong on it. A promise that makes the server refuse something says so
 * with `expect(status)`.
 */
export async function openPage(context) {
  const page = await context.newPage()
  const faults = []
  const expected = new Set()
  page.on('pageerror', (error) => faults.push(`script: ${error.message}`))
  page.on('console', (message) => {
    if (message.type() !== 'error' && message.type() !== 'warning') return
    const status = /status of (\d+)/.exec(message.text())?.[1]
    if (!expected.has(Number(status))) faults.push(`console: ${message.text()}`)
  })
  page.on('requestfailed', (request) => {
    const reason = request.failure()?.errorText
    // A page that is left takes its calls with it, and a download leaves its request.
    if (reason !== 'net::ERR_ABORTED') faults.push(`request: ${request.method()} ${new URL(request.url()).pathname} ${reason}`)
  })
  page.on('response', (response) => {
    const failed = response.status() >= 400 && !expected.has(response.status())
    if (failed) faults.push(`answer: ${response.status()} to ${response.request().method()} ${new URL(response.url()).pathname}`)
  })
  return { page, faults, expect: (status) => expected.add(status) }
}
