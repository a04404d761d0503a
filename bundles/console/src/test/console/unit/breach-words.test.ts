import { beforeAll, describe, expect, it, vi } from 'vitest'
import type { Breach, BreachStep } from '@/api/breaches'
import { languageState, switchLanguage } from '@/i18n/language'
import { clockWord } from '@/privacy/breach-words'
import { readCoreTexts, readTexts } from '../support/texts.mjs'

beforeAll(async () => {
  vi.stubGlobal('fetch', async () => new Response(JSON.stringify({ ...readTexts('en'), ...readCoreTexts('en') }), { status: 200, headers: { 'Content-Type': 'application/json' } }))
  languageState.available.value = [{ tag: 'en', name: 'English', direction: 'ltr' }]
  await switchLanguage('en')
})

const NOTICED = Date.parse('2026-11-26T08:00:00Z')
const step = (whom: BreachStep['whom']): BreachStep => ({ whom, sent: true, at: '2026-11-26T09:00:00Z', by: 'u', recipient: 'mail', text: 'x', reason: '' })
const breach = (...steps: BreachStep[]): Breach => ({
  id: 'b1', incidentId: 'i1', subsidiaryId: 's1', state: 'open', severity: 'high', categories: [], people: 1,
  clock: { noticedAt: '2026-11-26T08:00:00Z', authorityDueAt: '2026-11-29T08:00:00Z', peopleDueAt: '2026-11-30T08:00:00Z', warnedAtHours: null, overdue: false },
  foundIn: null, registeredBy: 'u', facts: { what: '', consequences: '', measures: '', advice: '' }, steps
})
const after = (hours: number) => NOTICED + hours * 3_600_000

describe('How long there is to tell', () => {
  it('counts down to whoever has to be told first, and never promises an hour that has begun', () => {
    expect(clockWord(breach(), after(60))).toBe('Authority: 12 hours left to tell')
    expect(clockWord(breach(), after(60.5))).toBe('Authority: 11 hours left to tell')
  })

  it('goes on with the people once the authority knows', () => {
    expect(clockWord(breach(step('authority')), after(60))).toBe('People concerned: 36 hours left to tell')
  })

  it('says how late it is', () => {
    expect(clockWord(breach(), after(72.5))).toBe('Authority: not told, 1 hours late')
  })

  it('has nothing to count where all are told', () => {
    expect(clockWord({ ...breach(step('authority'), step('people')), state: 'notified' }, after(500))).toBe('Told')
  })
})
