// A real browser that tells everything that goes wrong: script errors, console errors, refused by policy, failed calls.
import { existsSync } from 'node:fs'
import { chromium } from 'playwright-core'

const PLACES = [process.env.CHROMIUM, '/usr/bin/chromium', '/usr/bin/chromium-browser', '/usr/bin/google-chrome'].filter(Boolean)
const FLAGS = ['--no-sandbox', '--disable-gpu', '--disable-quic', '--no-first-run', '--disable-background-networking', '--disable-component-update', '--disable-sync']

export async function openBrowser() {
  const executablePath = PLACES.find((place) => existsSync(place))
  if (!executablePath) throw new Error('No Chromium found: install it or name it in CHROMIUM')
  return chromium.launch({ executablePath, args: FLAGS })
}

/** A fresh reader: language, theme and screen; `faults` fills with whatever goes wrong. */
export async function openReader(browser, { language, dark, width, height, bypassPolicy = false }) {
  const context = await browser.newContext({ viewport: { width, height: height ?? 900 }, locale: language === 'zh' ? 'zh-CN' : language, colorScheme: dark ? 'dark' : 'light', timezoneId: 'Asia/Shanghai', bypassCSP: bypassPolicy, acceptDownloads: true })
  const page = await context.newPage()
  const faults = []
  const expected = []
  page.on('pageerror', (error) => faults.push(`script: ${error.message}`))
  page.on('console', (message) => {
    if (message.type() !== 'error' && message.type() !== 'warning') return
    if (!expected.some((pattern) => pattern.test(message.text()))) faults.push(`console: ${message.text()}`)
  })
  return { context, page, faults, expect: (pattern) => expected.push(pattern) }
}
