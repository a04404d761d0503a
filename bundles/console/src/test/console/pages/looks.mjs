// What holds for every page, whatever is on it: it fits the screen, all of it is in one language, axe finds no grave fault.
import { mkdirSync, readFileSync } from 'node:fs'
import { createRequire } from 'node:module'

const AXE = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8')
/** A code where words should be: `console.radar.title`, `attendance.late`; not a file, an address or a bundle's name. */
const BARE_KEY = /(?<![\w@./-])[a-z]+(?:\.[a-z][A-Za-z_]+)+(?![\w@./-])/g
const NAME = /\.(csv|gz|xlsx|jar|txt|p12|bpmn)$|^(org|com)\.|^bpmn\.io$/
/** Four words in a row are a sentence of the other language; names and products are shorter. */
const ENGLISH = /[A-Za-z]{2,}(?:[ ,'’-]+[A-Za-z]{2,}){3,}/g
const CHINESE = /\p{Script=Han}{2,}[，。；：、][\p{Script=Han}\s]{2,}/gu

async function widthFaults(page) {
  const wide = await page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth)
  return wide > 1 ? [`${wide} px wider than the screen`] : []
}

/** Everything that is read, in the page's own language: without code and what is marked as another language. */
function wordsOf(page) {
  return page.evaluate(() => {
    const own = document.documentElement.lang
    const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT)
    const words = []
    for (let node = walker.nextNode(); node; node = walker.nextNode()) {
      const place = node.parentElement
      if (place.closest('script, style, code') || place.closest('[lang]').lang !== own) continue
      if (place.checkVisibility() && node.data.trim()) words.push(node.data.trim())
    }
    const named = [...document.querySelectorAll('[aria-label], [placeholder], [title]')].filter((one) => one.checkVisibility())
    return [...words, ...named.flatMap((one) => [one.ariaLabel, one.placeholder, one.title].filter(Boolean))]
  })
}

async function wordFaults(page, language) {
  const words = await wordsOf(page)
  const bare = words.flatMap((text) => text.match(BARE_KEY) ?? []).filter((key) => !NAME.test(key))
  const foreign = words.flatMap((text) => text.match(language === 'zh' ? ENGLISH : CHINESE) ?? [])
  const said = (what, found) => (found.length ? [`${what}: ${[...new Set(found)].slice(0, 5).join(' | ')}`] : [])
  return [...said('keys without words', bare), ...said('another language', foreign)]
}

async function axeFaults(page) {
  if (!(await page.evaluate(() => 'axe' in window))) await page.evaluate(AXE)
  return page.evaluate(async () => {
    // Preloading fetches every style sheet again, for rules about media and orientation that the console gives no cause for.
    const options = { runOnly: ['wcag2a', 'wcag2aa', 'wcag21aa', 'wcag22aa'], resultTypes: ['violations'], preload: false }
    const { violations } = await window.axe.run(document, options)
    const grave = violations.filter((one) => ['serious', 'critical'].includes(one.impact))
    const place = (node) => `${node.target.join(' ')} ${node.any[0]?.message ?? ''}`
    return grave.map((one) => `axe: ${one.id} (${one.impact}) ${one.nodes.map(place).slice(0, 3).join(' | ')}`)
  })
}

/** Makes a function that takes a picture of the page as it is and tells what is wrong with its looks. */
export function looker(page, { pictures, language, screen = 'desk', dark = false }, faults) {
  mkdirSync(pictures, { recursive: true })
  const label = `${language}-${screen}-${dark ? 'dark' : 'light'}`
  return async (name) => {
    const found = [...(await widthFaults(page)), ...(await wordFaults(page, language))]
    await page.evaluate(() => window.scrollTo(0, 0))
    await page.screenshot({ path: `${pictures}/${name}-${label}.png`, fullPage: true })
    found.push(...(await axeFaults(page)))
    faults.push(...found.map((fault) => `${name} ${label}: ${fault}`))
  }
}
