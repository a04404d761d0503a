import { mount } from '@vue/test-utils'
import { beforeAll, describe, expect, it, vi } from 'vitest'
import { nextTick } from 'vue'
import { i18n } from '@/i18n/i18n'
import { languageState, negotiate, switchLanguage } from '@/i18n/language'
import { quantity } from '@/employee/quantity'
import { score, signed, signedPercent } from '@/i18n/formats'
import { heatColor, inkOn } from '@/shared/colors'
import { childrenOf, pathTo } from '@/radar/heat'
import BandTag from '@/ui/BandTag.vue'
import ReasonChips from '@/ui/ReasonChips.vue'
import { readTexts } from '../support/texts.mjs'

const REASONS = [
  { signal: 'a', text: '迟到', contribution: 0.2 },
  { signal: 'b', text: '加薪', contribution: -0.9 },
  { signal: 'c', text: '请假', contribution: 0.5 },
  { signal: 'd', text: '简历', contribution: 0.1 }
]

beforeAll(async () => {
  vi.stubGlobal('fetch', async (url: string) => new Response(JSON.stringify(readTexts(url.slice(-2))), { status: 200 }))
  languageState.available.value = [
    { tag: 'zh', name: '中文', direction: 'ltr' },
    { tag: 'en', name: 'English', direction: 'ltr' },
    { tag: 'ar', name: 'العربية', direction: 'rtl' }
  ]
  await switchLanguage('zh')
})

const plugins = { global: { plugins: [i18n] } }

describe('The language of the console', () => {
  it('is switched at once, with the document', async () => {
    const tag = mount(BandTag, { ...plugins, props: { band: 'high', score: 8.5 } })
    expect(tag.text()).toBe('8.5 高')
    await switchLanguage('en')
    await nextTick()
    expect(tag.text()).toBe('8.5 High')
    expect(document.documentElement.lang).toBe('en')
    await switchLanguage('zh')
  })

  it('is negotiated from the wishes of the browser', () => {
    expect(negotiate(['fr-FR', 'en-US'], ['zh', 'en'])).toBe('en')
    expect(negotiate(['zh-TW'], ['zh', 'zh-TW'])).toBe('zh-TW')
    expect(negotiate(['ja'], ['zh', 'en'])).toBe('')
  })

  it('writes scores with one decimal and changes with their sign', () => {
    expect(score(8)).toBe('8.0')
    expect(signed(0.7)).toBe('+0.7')
    expect(signed(null)).toBe('–')
  })
})

describe('The reason chips', () => {
  it('show the three strongest, strongest first', () => {
    const chips = mount(ReasonChips, { ...plugins, props: { reasons: REASONS } })
    expect(chips.findAll('li').map((chip) => chip.text().slice(-2))).toEqual(['加薪', '请假', '迟到'])
  })

  it('tell the direction in words, not by colour alone', () => {
    const first = mount(ReasonChips, { ...plugins, props: { reasons: REASONS } }).find('li')
    expect(first.text()).toContain('降低风险')
  })
})

describe('The heat map', () => {
  const node = (id: string, parentId: string | null, headcount: number) => ({ id, parentId, kind: 'department' as const, name: id, headcount, meanScore: 3, highCount: 0, suppressed: false })
  const nodes = [node('s', null, 9), node('a', 's', 3), node('b', 's', 6), node('c', 'b', 6)]

  it('goes down the organisation and back', () => {
    expect(childrenOf(nodes, null).map((one) => one.id)).toEqual(['s'])
    expect(childrenOf(nodes, 's').map((one) => one.id)).toEqual(['b', 'a'])
    expect(pathTo(nodes, 'c').map((one) => one.id)).toEqual(['s', 'b', 'c'])
  })

  it('keeps its words readable on every colour', () => {
    expect(inkOn(heatColor(0))).toBe('#1d1a16')
    expect(inkOn(heatColor(10))).toBe('#ffffff')
  })
})

describe('Values of signals', () => {
  it('stand with their unit, and ratios and changes in percent', () => {
    expect(quantity(3, 'days')).toEqual({ value: '3', unit: '天' })
    expect(quantity(-0.12, 'ratio')).toEqual({ value: '-12.0%', unit: '' })
    expect(quantity(null, 'ratio').value).toBe('–')
    expect(signedPercent(-0.152)).toBe('-15.2%')
    expect(signedPercent(2)).toBe('+200%')
  })
})
