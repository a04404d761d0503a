import { get, post, put, type Page } from './client'

export type Addressee = 'authority' | 'people'
export type Severity = 'low' | 'medium' | 'high'

export interface BreachFacts {
  what: string
  consequences: string
  measures: string
  advice: string
}

export interface BreachStep {
  whom: Addressee | 'closure'
  sent: boolean
  at: string
  by: string
  recipient: string
  text: string
  reason: string
}

export interface Breach {
  id: string
  incidentId: string
  subsidiaryId: string
  state: 'open' | 'notified' | 'closed'
  severity: Severity
  categories: string[]
  people: number
  /** What was not told in time, or soon will not be. */
  clock: { noticedAt: string; authorityDueAt: string; peopleDueAt: string; warnedAtHours: number | null; overdue: boolean }
  /** Null where a person noticed it. */
  foundIn: string | null
  registeredBy: string | null
  facts: BreachFacts
  steps: BreachStep[]
}

export interface Draft {
  whom: Addressee
  language: string
  text: string
}

export interface Telling {
  whom: Addressee
  sent: boolean
  at?: string
  recipient: string
  text: string
  reason: string
}

const one = (id: string, act = '') => `privacy/breaches/${encodeURIComponent(id)}${act && `/${act}`}`

export const breaches = (subsidiaryId: string, limit: number, cursor?: string) => get<Page<Breach>>('privacy/breaches', { query: { subsidiaryId, limit, cursor } })
export const registerBreach = (breach: { subsidiaryIds: string[]; noticedAt?: string; severity: string; categories: string[] } & BreachFacts) => post<{ items: Breach[] }>('privacy/breaches', breach)
export const changeBreach = (id: string, known: { severity: string; categories: string[] } & BreachFacts) => put<Breach>(one(id), known)
export const breachDrafts = (id: string) => get<{ items: Draft[] }>(one(id, 'drafts'))
export const tellBreach = (id: string, telling: Telling) => post<Breach>(one(id, 'notifications'), telling)
export const closeBreach = (id: string, conclusion: string) => post<Breach>(one(id, 'closure'), { conclusion })
export const peopleFromLog = (id: string, log: { actor?: string; from: string; to?: string }) => post<{ added: number; entries: number; nameless: number }>(one(id, 'people'), { log })
