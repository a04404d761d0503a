import { beforeAll, describe, expect, it, vi } from 'vitest'
import type { Offboarding, OffboardingTask } from '@/api/offboardings'
import { languageState, switchLanguage } from '@/i18n/language'
import { byOffice, changesSince, daysLeft, errorAt, historyWord, kindWord, noticeWord, openWord, stops, taskDue } from '@/offboarding/offboarding-words'
import { readTexts } from '../support/texts.mjs'

beforeAll(async () => {
  vi.stubGlobal('fetch', async () => new Response(JSON.stringify(readTexts('en')), { status: 200, headers: { 'Content-Type': 'application/json' } }))
  languageState.available.value = [{ tag: 'en', name: 'English', direction: 'ltr' }]
  await switchLanguage('en')
})

const task = (id: string, office: string, dueOn: string, state: OffboardingTask['state'] = 'open') => ({ id, office, dueOn, state }) as OffboardingTask
const history = (...steps: { at: string; what: string; by?: string; note?: string }[]) => ({ history: steps }) as Offboarding

describe('The words of an offboarding', () => {
  it('say how long somebody is still here', () => {
    expect(daysLeft('2026-12-27', '2026-11-27')).toBe('in 30 days')
    expect(daysLeft('2026-11-28', '2026-11-27')).toBe('tomorrow')
    expect(daysLeft('2026-11-27', '2026-11-27')).toBe('today')
    expect(daysLeft('2026-11-26', '2026-11-27')).toBe('yesterday')
    expect(daysLeft('2026-11-20', '2026-11-27')).toBe('7 days ago')
  })

  it('say what is late by what the server counts as late', () => {
    expect(taskDue({ overdue: true, dueOn: '2026-11-27' }, '2026-11-27')).toBe('Was due Fri, Nov 27')
    expect(taskDue({ overdue: false, dueOn: '2026-11-27' }, '2026-11-27')).toBe('Due today')
    expect(taskDue({ overdue: false, dueOn: '2026-11-26' }, '2026-11-27')).toBe('Due today')
    expect(taskDue({ overdue: false, dueOn: '2026-12-04' }, '2026-11-27')).toBe('Due Fri, Dec 4')
  })

  it('say the notice by law, and that of probation', () => {
    expect(noticeWord({ days: 30, probation: false })).toBe('Notice of 30 days')
    expect(noticeWord({ days: 3, probation: true })).toBe('Notice of 3 days, in probation')
    expect(noticeWord({ days: 0, probation: false })).toBe('No notice has to be kept')
  })

  it('say how much is open', () => {
    expect(openWord({ open: 0, overdue: false })).toBe('All done')
    expect(openWord({ open: 2, overdue: false })).toBe('2 open')
    expect(openWord({ open: 2, overdue: true })).toBe('2 open, some overdue')
  })

  it('show a code for which there are no words', () => {
    expect(kindWord('resignation')).toBe('Resignation')
    expect(kindWord('sabbatical')).toBe('sabbatical')
    expect(historyWord({ what: 'taskDone', step: 'accounts', outcome: 'done' })).toBe('Task closed: accounts, Done')
    expect(historyWord({ what: 'left' })).toBe('Has left')
  })

  it('ask for a reason where something is stopped', () => {
    expect(['done', 'approved', 'returned', 'refused', 'else'].filter(stops)).toEqual(['returned', 'refused'])
  })
})

describe('Tasks by office', () => {
  it('begin with those who leave, and in each office with what is open and due first', () => {
    const groups = byOffice([task('a', 'legal', '2026-12-01'), task('b', 'it', '2026-12-03'), task('c', 'it', '2026-12-01', 'done'), task('d', 'it', '2026-12-02'), task('e', 'employee', '2026-12-09'), task('f', 'canteen', '2026-12-01')])

    expect(groups.map((group) => group.office)).toEqual(['employee', 'it', 'legal', 'canteen'])
    expect(groups[1]!.tasks.map((one) => one.id)).toEqual(['d', 'b', 'c'])
    expect(groups[1]!.open).toBe(2)
  })
})

describe('Whoever was slower', () => {
  it('is told what happened since they looked', () => {
    const begun = { at: '2026-11-24T09:30:00+08:00', what: 'started', by: 'Chen' }
    const moved = { at: '2026-11-27T09:30:00+08:00', what: 'changed', by: 'Wang', note: 'Agreed' }

    expect(changesSince(history(moved, begun), history(begun))).toEqual(['Wang: Changed — Agreed'])
    expect(changesSince(history(begun), history(begun))).toEqual([])
  })
})

describe('An error of a field', () => {
  it('stands at its own field alone, with its code where there are no words', () => {
    const errors = [{ field: 'evidence.on', code: 'dayAhead', message: '' }]

    expect(errorAt(errors, 'evidence', 'evidence.reference')).toBe('')
    expect(errorAt(errors, 'evidence.on')).toBe('dayAhead')
  })
})
