import { describe, expect, it } from 'vitest'
import { countFilters, DEFAULTS, filtersFrom, queryFrom, searchFrom, type WatchFilters } from '@/radar/filters'

const FILTERS: WatchFilters = { ...DEFAULTS, subsidiaryIds: ['s1', 's2'], bands: ['high', 'unknown'], signals: ['pay.base'], keyPostOnly: true, sort: 'change', direction: 'asc', size: 50 }
const asQuery = (filters: WatchFilters) => Object.fromEntries(Object.entries(queryFrom(filters)).filter(([, value]) => value !== undefined)) as Record<string, string>

describe('The filters of the watch list', () => {
  it('come back from the address as they went in', () => {
    expect(filtersFrom(asQuery(FILTERS))).toEqual(FILTERS)
  })

  it('leave no trace in the address while they are as by default', () => {
    expect(asQuery(DEFAULTS)).toEqual({})
  })

  it('drop from an address what makes no sense', () => {
    expect(filtersFrom({ band: 'high,frightening', sort: 'pay', size: '5000', direction: 'sideways' })).toEqual({ ...DEFAULTS, bands: ['high'] })
  })

  it('put the text into the search and never into the address', () => {
    expect(searchFrom(FILTERS, ' 王伟 ').text).toBe('王伟')
    expect(JSON.stringify(asQuery(FILTERS))).not.toContain('王')
  })

  it('send only what narrows the list', () => {
    expect(searchFrom(DEFAULTS, '')).toEqual({ sort: 'score', direction: 'desc', limit: 20 })
  })

  it('are counted one for each kind', () => {
    expect(countFilters(FILTERS)).toBe(4)
    expect(countFilters(DEFAULTS)).toBe(0)
  })
})
