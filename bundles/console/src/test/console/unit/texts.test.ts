import { readdirSync, readFileSync } from 'node:fs'
import path from 'node:path'
import { createI18n } from 'vue-i18n'
import { describe, expect, it } from 'vitest'
import { readTexts, TAGS } from '../support/texts.mjs'

const ROOT = 'src/main/console'
const sources = (readdirSync(ROOT, { recursive: true }) as string[])
  .filter((name) => /\.(vue|ts)$/.test(name))
  .map((name) => readFileSync(path.join(ROOT, name), 'utf8'))
  .join('\n')
const whole = new Set([...sources.matchAll(/['"`](console\.[\w.]*\w)['"`]/g)].map((match) => match[1]!))
const begun = new Set([...sources.matchAll(/`(console\.[\w.]*\.)\$\{/g)].map((match) => match[1]!))
const texts = Object.fromEntries(TAGS.map((tag) => [tag, readTexts(tag)]))

describe('The texts of the console', () => {
  it('have the same keys in English and Chinese', () => {
    expect(Object.keys(texts.zh!).sort()).toEqual(Object.keys(texts.en!).sort())
  })

  it('hold every key that the pages use', () => {
    expect([...whole].filter((key) => !(key in texts.en!))).toEqual([])
    const keys = Object.keys(texts.en!)
    expect([...begun].filter((start) => !keys.some((key) => key.startsWith(start)))).toEqual([])
  })

  it('hold no key that no page uses', () => {
    const used = (key: string) => whole.has(key) || [...begun].some((start) => key.startsWith(start))
    expect(Object.keys(texts.en!).filter((key) => !used(key))).toEqual([])
  })

  it('take the same values in both languages', () => {
    const places = (text: string) => [...text.matchAll(/\{(\w+)\}/g)].map((match) => match[1]).sort()
    const differing = Object.keys(texts.en!).filter((key) => String(places(texts.en![key]!)) !== String(places(texts.zh![key]!)))
    expect(differing).toEqual([])
  })

  it('can all be read as messages', () => {
    for (const tag of TAGS) {
      const resolver = (all: unknown, key: string) => (all as Record<string, string>)[key] ?? null
      const options = { legacy: false, locale: tag, messages: { [tag]: texts[tag] }, messageResolver: resolver }
      const { global } = createI18n(options as never) as unknown as { global: { t: (key: string) => string } }
      for (const key of Object.keys(texts[tag]!)) expect(global.t(key).length, `${tag} ${key}`).toBeGreaterThan(0)
    }
  })
})
