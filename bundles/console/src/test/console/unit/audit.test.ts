import { describe, expect, it } from 'vitest'
import { anyFilter, evidenceFrom, filterFrom, isRandomId, NO_FILTERS } from '@/audit/audit-filters'
import { actorName, viaName } from '@/audit/audit-words'
import { exactMoment } from '@/i18n/formats'

const ID = '5b3f7c1e-0d52-4a0e-9a6a-3d1f5a2b9c01'
const words = (key: string) => key

describe('The filters of the audit log', () => {
  it('send only what is set', () => {
    expect(JSON.parse(JSON.stringify(filterFrom(NO_FILTERS)))).toEqual({})
    expect(anyFilter(NO_FILTERS)).toBe(false)
  })

  it('do not look for a person whose id is half typed', () => {
    expect(filterFrom({ ...NO_FILTERS, person: ID.slice(0, 9) }).person).toBeUndefined()
    expect(filterFrom({ ...NO_FILTERS, person: ` ${ID} ` }).person).toBe(ID)
    expect(isRandomId('王伟')).toBe(false)
  })

  it('ask for evidence about one person and a period only', () => {
    const filters = { ...NO_FILTERS, kind: 'read' as const, endpoint: '/profile', from: '2026-11-22T09:00:00' }
    expect(evidenceFrom(filters)).toBeUndefined()
    expect(evidenceFrom({ ...filters, person: ID })).toEqual({ person: ID, from: filterFrom(filters).from, to: undefined })
  })

  it('send a moment with its zone', () => {
    expect(filterFrom({ ...NO_FILTERS, from: '2026-11-22T09:00:00' }).from).toMatch(/Z$/)
  })
})

describe('The words of the audit log', () => {
  it('name an actor only where the reader was given a name', () => {
    expect(actorName({ id: ID, name: 'hr', roles: [], via: 'session' }, words)).toBe('hr')
    expect(actorName({ id: ID, name: null, roles: [], via: 'session' }, words)).toBe('console.auditActor.other')
    expect(actorName({ id: 'server', name: null, roles: [], via: 'server' }, words)).toBe('console.auditActor.server')
  })

  it('show a way they do not know as it is', () => {
    expect(viaName('pigeon', words)).toBe('pigeon')
  })

  it('tell a moment to the second and with its offset', () => {
    expect(exactMoment('2026-11-22T07:58:12Z')).toMatch(/^(?=.*:58:12)(?=.*GMT[+-]\d\d:\d\d)/)
  })
})
