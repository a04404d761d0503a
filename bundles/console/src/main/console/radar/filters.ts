import type { LocationQuery, LocationQueryRaw } from 'vue-router'
import { BANDS, type Band, type SortKey, type WatchQuery } from '@/api/risk'

/** What the watch list shows. The free text stands apart: it may be a name, so it never reaches the address. */
export interface WatchFilters {
  subsidiaryIds: string[]
  departmentIds: string[]
  bands: Band[]
  signals: string[]
  keyPostOnly: boolean
  sort: SortKey
  direction: 'asc' | 'desc'
  size: number
}

const SORTS: SortKey[] = ['score', 'name', 'change', 'department']
const SIZES = [10, 20, 50, 100]

export const DEFAULTS: WatchFilters = {
  subsidiaryIds: [],
  departmentIds: [],
  bands: [],
  signals: [],
  keyPostOnly: false,
  sort: 'score',
  direction: 'desc',
  size: 20
}

function listOf(value: LocationQuery[string] | undefined): string[] {
  const text = Array.isArray(value) ? value.join(',') : (value ?? '')
  return text.split(',').filter(Boolean)
}

/** Reads the filters from an address; what makes no sense there is left out. */
export function filtersFrom(query: LocationQuery): WatchFilters {
  const sort = SORTS.find((key) => key === query.sort) ?? DEFAULTS.sort
  const size = SIZES.find((n) => String(n) === query.size) ?? DEFAULTS.size
  return {
    subsidiaryIds: listOf(query.subsidiary),
    departmentIds: listOf(query.department),
    bands: listOf(query.band).filter((band): band is Band => BANDS.includes(band as Band)),
    signals: listOf(query.signal),
    keyPostOnly: query.key === '1',
    sort,
    direction: query.direction === 'asc' ? 'asc' : 'desc',
    size
  }
}

/** Writes the filters into an address, without what is as it is by default. */
export function queryFrom(filters: WatchFilters): LocationQueryRaw {
  const list = (values: string[]) => (values.length ? values.join(',') : undefined)
  return {
    subsidiary: list(filters.subsidiaryIds),
    department: list(filters.departmentIds),
    band: list(filters.bands),
    signal: list(filters.signals),
    key: filters.keyPostOnly ? '1' : undefined,
    sort: filters.sort === DEFAULTS.sort ? undefined : filters.sort,
    direction: filters.direction === DEFAULTS.direction ? undefined : filters.direction,
    size: filters.size === DEFAULTS.size ? undefined : String(filters.size)
  }
}

/** How many filters narrow the list. */
export function countFilters(filters: WatchFilters): number {
  const lists = [filters.subsidiaryIds, filters.departmentIds, filters.bands, filters.signals]
  return lists.filter((list) => list.length).length + (filters.keyPostOnly ? 1 : 0)
}

/** The body of the search. */
export function searchFrom(filters: WatchFilters, text: string, cursor?: string): WatchQuery {
  const some = <T>(values: T[]) => (values.length ? values : undefined)
  return {
    text: text.trim() || undefined,
    subsidiaryIds: some(filters.subsidiaryIds),
    departmentIds: some(filters.departmentIds),
    bands: some(filters.bands),
    signals: some(filters.signals),
    keyPostOnly: filters.keyPostOnly || undefined,
    sort: filters.sort,
    direction: filters.direction,
    limit: filters.size,
    cursor
  }
}
