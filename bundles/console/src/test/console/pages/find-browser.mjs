// Finds a Chromium, or brings one: the system's, else the one inside an npm package, else Playwright's own download.
import { execFileSync } from 'node:child_process'
import { existsSync, mkdirSync } from 'node:fs'
import { createRequire } from 'node:module'
import path from 'node:path'
import { fileURLToPath } from 'node:url'

const MODULE = fileURLToPath(new URL('../../../../', import.meta.url))
/** Where a browser is kept that this build brought itself. */
const BROUGHT = path.join(MODULE, 'target/browser')
const PACKAGE = '@sparticuz/chromium'
/** The last one made for Node 20. */
const VERSION = '143.0.4'
const NAMES = ['chromium', 'chromium-browser', 'google-chrome', 'google-chrome-stable', 'chrome.exe']

function ofTheSystem() {
  if (process.env.CHROMIUM) return process.env.CHROMIUM
  const folders = (process.env.PATH ?? '').split(path.delimiter).filter(Boolean)
  return folders.flatMap((folder) => NAMES.map((name) => path.join(folder, name))).find((file) => existsSync(file))
}

function npm(...words) {
  execFileSync('npm', words, { cwd: BROUGHT, stdio: ['ignore', 'ignore', 'pipe'], shell: process.platform === 'win32' })
}

async function fromPackage() {
  const require = createRequire(path.join(BROUGHT, 'package.json'))
  if (!existsSync(path.join(BROUGHT, 'node_modules', PACKAGE))) {
    npm('install', '--prefix', BROUGHT, '--no-save', '--no-package-lock', '--no-audit', '--no-fund', `${PACKAGE}@${VERSION}`)
  }
  const { default: chromium } = await import(require.resolve(PACKAGE))
  return { executablePath: await chromium.executablePath(), args: chromium.args }
}

function fromPlaywright() {
  execFileSync(process.execPath, [path.join(MODULE, 'node_modules/playwright-core/cli.js'), 'install', 'chromium-headless-shell'], { stdio: ['ignore', 'ignore', 'pipe'] })
  return {}
}

/** What Playwright needs to start the browser; says how to install one where none can be had. */
export async function findBrowser() {
  const system = ofTheSystem()
  if (system) return { executablePath: system }
  mkdirSync(BROUGHT, { recursive: true })
  const reasons = []
  for (const bring of [fromPackage, fromPlaywright]) {
    try {
      return await bring()
    } catch (error) {
      reasons.push(String(error.stderr ?? error.message).trim().split('\n')[0])
    }
  }
  throw new Error(`No Chromium for the tests of the console. Install one: apt-get install chromium (or name it in CHROMIUM). Tried: ${reasons.join('; ')}`)
}
