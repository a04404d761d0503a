import { flushPromises, mount } from '@vue/test-utils'
import { beforeAll, describe, expect, it, vi } from 'vitest'
import { i18n } from '@/i18n/i18n'
import { languageState, switchLanguage } from '@/i18n/language'
import OwnRequestsPanel from '@/own/OwnRequestsPanel.vue'
import RecordSections from '@/own/RecordSections.vue'
import { readCoreTexts, readTexts } from '../support/texts.mjs'

const WORDS = { asked: 'a copy', extensionReason: '', answer: 'handed out', remedies: '', assessment: '', decidedBy: 'zhou.min' }
const request = (more: object) => ({ id: 'r1', employeeId: 'p1', employeeName: 'Li Ming', subsidiaryId: 's1', kind: 'access', state: 'open', receivedOn: '2026-11-20', dueOn: '2026-12-11', extendableTo: null, bySelf: true, answeredOn: null, words: WORDS, ...more })
let own: object[] = []

beforeAll(async () => {
  vi.stubGlobal('fetch', async (url: string) => {
    const texts = { ...readTexts('en'), ...readCoreTexts('en') }
    return new Response(JSON.stringify(String(url).includes('own/requests') ? { items: own, next: null, total: own.length } : texts), { status: 200, headers: { 'Content-Type': 'application/json' } })
  })
  languageState.available.value = [{ tag: 'en', name: 'English', direction: 'ltr' }]
  await switchLanguage('en')
})

describe('My data', () => {
  const sections = [
    { section: 'signals', items: Array.from({ length: 205 }, (_, at) => ({ signal: 'x', value: at, withheld: true })) },
    { section: 'scores', items: [{ score: 6.4, reason1: 'More overtime', reason1Effect: 0.8 }] },
    { section: 'consents', items: [] }
  ]

  it('shows the latest two hundred rows, and says that there are more', () => {
    const shown = mount(RecordSections, { props: { sections }, global: { plugins: [i18n] } })
    expect(shown.findAll('tbody tr')).toHaveLength(201)
    expect(shown.text()).toContain('5 more are in the file.')
  })

  it('tells the reasons of a score with what they do, and says where nothing is held', () => {
    const text = mount(RecordSections, { props: { sections }, global: { plugins: [i18n] } }).text()
    expect(text).toContain('More overtime (raises the score)')
    expect(text).toContain('Nothing is held.')
  })

  it('says that nothing was asked for yet', async () => {
    own = []
    const panel = mount(OwnRequestsPanel, { global: { plugins: [i18n] } })
    await flushPromises()
    expect(panel.text()).toContain('You have asked for nothing yet.')
  })

  it('lets what is pending and an objection that stands be taken back, and nothing else', async () => {
    own = [request({ id: 'a' }), request({ id: 'b', kind: 'objection', state: 'fulfilled', answeredOn: '2026-11-21' }), request({ id: 'c', state: 'fulfilled', answeredOn: '2026-11-21' })]
    const panel = mount(OwnRequestsPanel, { global: { plugins: [i18n] } })
    await flushPromises()
    const rows = panel.findAll('tbody tr')
    expect(rows.map((row) => row.text().includes('Take back'))).toEqual([true, true, false])
    expect(rows[2]!.text()).toContain('Answer by zhou.min, Nov 21, 2026')
  })
})
