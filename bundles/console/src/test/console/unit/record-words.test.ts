import { beforeAll, describe, expect, it, vi } from 'vitest'
import { languageState, switchLanguage } from '@/i18n/language'
import { columnsOf, inOrder, reasonsOf, valueWord } from '@/own/record-words'
import { dueIn } from '@/privacy/privacy-words'
import { readCoreTexts, readTexts } from '../support/texts.mjs'

describe('A record of what is held', () => {
  beforeAll(async () => {
    vi.stubGlobal('fetch', async () => new Response(JSON.stringify({ ...readTexts('en'), ...readCoreTexts('en') }), { status: 200 }))
    languageState.available.value = [{ tag: 'en', name: 'English', direction: 'ltr' }]
    await switchLanguage('en')
  })

  it('begins with the person and ends with who saw it; what is new comes last', () => {
    const sections = ['accesses', 'inventions', 'scores', 'profile'].map((section) => ({ section }))
    expect(inOrder(sections).map((one) => one.section)).toEqual(['profile', 'scores', 'accesses', 'inventions'])
  })

  it('has a column for each field that anything has, and one for all reasons', () => {
    expect(columnsOf([{ asOf: 'a', reason1: 'x', reason1Effect: 1 }, { asOf: 'b', band: 'high' }])).toEqual(['asOf', 'band'])
  })

  it('tells reasons in their order', () => {
    expect(reasonsOf({ reason1: 'first', reason1Effect: 0.5, reason2: 'second', reason2Effect: -1 })).toEqual([
      { text: 'first', effect: 0.5 },
      { text: 'second', effect: -1 }
    ])
  })

  it('puts codes, days and truth values into words, and leaves texts as they are', () => {
    expect(valueWord('withheld', true)).toBe('yes')
    expect(valueWord('date', '2026-11-22')).toBe('Nov 22, 2026')
    expect(valueWord('by', 'groupHr, dpo')).toBe('Group HR, Data protection officer')
    expect(valueWord('text', 'as it came')).toBe('as it came')
    expect(valueWord('value', undefined)).toBe('')
  })

  it('has words for every section and for every kind and state of a request', () => {
    const words = readCoreTexts('en')
    const sections = ['profile', 'signals', 'scores', 'alerts', 'bases', 'notices', 'consents', 'requests', 'holds', 'account', 'accesses']
    for (const section of sections) expect(words[`record.section.${section}`]).toBeTruthy()
    for (const kind of ['access', 'rectification', 'objection', 'refusalOfAutomatedDecision', 'humanReview', 'erasure']) expect(words[`requestKind.${kind}`]).toBeTruthy()
    for (const state of ['open', 'extended', 'fulfilled', 'refused', 'withdrawn']) expect(words[`requestState.${state}`]).toBeTruthy()
  })

  it('counts the days to a due day on the calendar, not in hours', () => {
    const evening = new Date(2026, 10, 22, 23, 59)
    expect(dueIn('2026-11-22', evening)).toBe('today')
    expect(dueIn('2026-11-23', evening)).toBe('in 1 days')
    expect(dueIn('2026-11-20', evening)).toBe('2 days overdue')
  })
})
