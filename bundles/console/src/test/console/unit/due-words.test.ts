import { beforeAll, describe, expect, it, vi } from 'vitest'
import type { RetentionCase } from '@/api/cases'
import { dayOf, dueWord, randomKey, urgency } from '@/cases/due-words'
import { languageState, switchLanguage } from '@/i18n/language'
import { readCoreTexts, readTexts } from '../support/texts.mjs'

beforeAll(async () => {
  vi.stubGlobal('fetch', async () => new Response(JSON.stringify({ ...readTexts('en'), ...readCoreTexts('en') }), { status: 200, headers: { 'Content-Type': 'application/json' } }))
  languageState.available.value = [{ tag: 'en', name: 'English', direction: 'ltr' }]
  await switchLanguage('en')
})

type Clocked = Pick<RetentionCase, 'state' | 'overdue' | 'clock'>
const waiting = (overdue = false): Clocked => ({
  state: 'waiting',
  overdue,
  clock: { startedAt: '2026-11-24T09:00:00+08:00', dueOn: '2026-11-27', remindedAt: null, escalatedAt: null, talkedAt: null, closedAt: null }
})

describe('The clock of a case', () => {
  it('counts the days that are left, and says today and tomorrow as such', () => {
    expect(dueWord(waiting(), '2026-11-24')).toBe('Due in 3 days, on Nov 27, 2026')
    expect(dueWord(waiting(), '2026-11-26')).toBe('Due tomorrow')
    expect(dueWord(waiting(), '2026-11-27')).toBe('Due today')
  })

  it('is overdue when the server says so: the day is that of who has to talk', () => {
    expect(dueWord(waiting(), '2026-11-28')).toBe('Due today')
    expect(dueWord(waiting(true), '2026-11-27')).toBe('Overdue since Nov 27, 2026')
    expect(urgency(waiting(true), '2026-11-27')).toBe('late')
  })

  it('counts no days once somebody has talked', () => {
    const talked: Clocked = { ...waiting(), state: 'talked', clock: { ...waiting().clock, talkedAt: '2026-11-25T09:00:00+08:00' } }
    expect(dueWord(talked, '2026-12-24')).toMatch(/^Talked, recorded /)
    expect(urgency(talked, '2026-12-24')).toBe('calm')
  })

  it('takes the day of the reader, not that of Greenwich', () => {
    expect(dayOf(new Date(2026, 10, 7, 0, 30))).toBe('2026-11-07')
  })
})

describe('The key of a talk', () => {
  it('is a random UUID', () => {
    expect(randomKey()).toMatch(/^[0-9a-f]{8}-[0-9a-f]{4}-4[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/)
    expect(randomKey()).not.toBe(randomKey())
  })
})
