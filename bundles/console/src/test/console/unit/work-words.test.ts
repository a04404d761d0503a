import { beforeAll, describe, expect, it, vi } from 'vitest'
import { languageState, switchLanguage } from '@/i18n/language'
import { lineDue, lineName } from '@/work/work-words'
import { readTexts } from '../support/texts.mjs'

beforeAll(async () => {
  vi.stubGlobal('fetch', async () => new Response(JSON.stringify(readTexts('en')), { status: 200, headers: { 'Content-Type': 'application/json' } }))
  languageState.available.value = [{ tag: 'en', name: 'English', direction: 'ltr' }]
  await switchLanguage('en')
})

describe('A line of what is to do', () => {
  it('says what an action is, and of all else its kind', () => {
    expect(lineName({ kind: 'action', title: 'A raise' })).toBe('A raise')
    expect(lineName({ kind: 'talk', title: '' })).toBe('Talk')
  })

  it('says until when, by what the server counts as late and as today', () => {
    expect(lineDue({ when: 'overdue', dueOn: '2026-11-27' }, '2026-11-27')).toBe('Was due Fri, Nov 27')
    expect(lineDue({ when: 'today', dueOn: '2026-11-28' }, '2026-11-27')).toBe('Due today')
    expect(lineDue({ when: 'week', dueOn: '2026-11-28' }, '2026-11-27')).toBe('Due tomorrow')
    expect(lineDue({ when: 'later', dueOn: '2026-12-04' }, '2026-11-27')).toBe('Due Fri, Dec 4')
    expect(lineDue({ when: 'today', dueOn: null }, '2026-11-27')).toBe('')
  })
})
