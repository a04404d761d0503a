import { get, post, put, remove, type Page } from './client'
import type { RecordItem } from './rights'

export interface Erasure {
  employeeId: string
  erasedAt: string
  ground: string
  /** Null where the retention schedule did it. */
  by: string | null
}

export interface Hold {
  until: string
  reason: string
}

export interface ErasurePreview {
  held: Record<string, number>
  /** Null where the person can be erased. */
  obstacle: 'onHold' | 'stillEmployed' | 'accountActive' | 'requestOpen' | null
  hold: Hold | null
  /** What the law has kept, under a key of its own. */
  kept: { record: string; months: number; law: string }[]
}

export interface StatutoryRecord {
  record: string
  law: string
  erasedOn: string
  keptUntil: string
  entries: RecordItem[]
}

export interface Period {
  record: string
  months: number
  before: string
  due: number
  soon: number
  held: number
}

const ofPerson = (employeeId: string, what: string) => `privacy/people/${encodeURIComponent(employeeId)}/${what}`

export const erasures = (subsidiaryId: string, limit: number, cursor?: string) =>
  get<Page<Erasure>>(`privacy/erasures/${encodeURIComponent(subsidiaryId)}`, { query: { limit, cursor } })
export const erasurePreview = (employeeId: string) => get<ErasurePreview>(ofPerson(employeeId, 'erasure'))
export const erasePerson = (employeeId: string, ground: string, employeeNo: string) => post<Erasure>(ofPerson(employeeId, 'erasure'), { ground, employeeNo })
export const holdPerson = (employeeId: string, until: string, reason: string) => put<Hold>(ofPerson(employeeId, 'hold'), { until, reason })
export const liftHold = (employeeId: string) => remove(ofPerson(employeeId, 'hold'))
export const retention = (subsidiaryId: string) => get<{ items: Period[] }>(`privacy/retention/${encodeURIComponent(subsidiaryId)}`)
export const statutoryRecords = (subsidiaryId: string, employeeNo: string, reason: string) =>
  post<{ items: StatutoryRecord[] }>('privacy/statutory-records/search', { subsidiaryId, employeeNo, reason })
