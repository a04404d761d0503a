import { get, post, type Page } from './client'
import type { EmployeeRow } from './group'
import type { Band } from './risk'

export type AlertState = 'open' | 'acknowledged' | 'closed'
export const ALERT_STATES: AlertState[] = ['open', 'acknowledged', 'closed']

export interface Recipient {
  role: 'subsidiaryHr' | 'lineManager' | string
  name: string
  deliverAt: string | null
  deliveredAt: string | null
}

export interface HrDocument {
  factors: DocumentLine[]
  needs: DocumentLine[]
  strategy: DocumentLine[]
}

/** A line is plain words, or words with a code or a signal beside them. */
export type DocumentLine = string | { text: string; code?: string; signal?: string; contribution?: number }

export interface ManagerDocument {
  summary: string
  prompt: string
  talkBy: string | null
  plans: { code: string; title: string; text: string }[]
  phrasesToUse: string[]
  phrasesToAvoid: string[]
}

export interface Alert {
  id: string
  employee: EmployeeRow
  state: AlertState
  band: Band
  score: number | null
  openedAt: string
  acknowledgedAt: string | null
  acknowledgedBy: string | null
  closedAt: string | null
  recipients: Recipient[]
  /** From a file about the time before the product: somebody noticed, no score did. */
  imported: boolean
  documents?: { hr?: HrDocument | null; manager?: ManagerDocument | null }
}

export const alerts = (state: AlertState, limit: number, cursor?: string) =>
  get<Page<Alert>>('alerts', { query: { state, limit, cursor } })

export const alert = (id: string) => get<Alert>(`alerts/${encodeURIComponent(id)}`)

export const acknowledgeAlert = (id: string) => post<Alert>(`alerts/${encodeURIComponent(id)}/acknowledge`)

export const closeAlert = (id: string, reason: string, note: string) =>
  post<Alert>(`alerts/${encodeURIComponent(id)}/close`, { reason, note })

/** How a subsidiary's week stands whose alerts are limited. */
export interface WaitingRow {
  subsidiaryId: string
  subsidiaryName: string
  waiting: number
  opened: number
  limit: number
  nextWeek: string
}

export const waitingAlerts = () => get<{ items: WaitingRow[] }>('alerts/waiting')
