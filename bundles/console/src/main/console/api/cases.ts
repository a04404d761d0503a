import { call, get, post, send, type Page } from './client'
import type { EmployeeRow } from './group'

export type CaseState = 'waiting' | 'talked' | 'closed'
export const CASE_STATES: CaseState[] = ['waiting', 'talked', 'closed']
export type Intent = 'confirmed' | 'denied' | 'undeclared'
export const INTENTS: Intent[] = ['confirmed', 'denied', 'undeclared']

/** Since when and until when somebody has to talk. */
export interface CaseClock {
  startedAt: string
  dueOn: string
  remindedAt: string | null
  escalatedAt: string | null
  talkedAt: string | null
  closedAt: string | null
}

export interface Cause {
  code: string
  text: string
}

/** What was said; absent for a superior who did not hold the talk. */
export interface TalkWords {
  by: string
  intent: Intent
  causes: Cause[]
  text: string
  nextStep: string
}

export interface Talk {
  id: string
  heldOn: string
  recordedAt: string
  role: 'subsidiaryHr' | 'lineManager' | string
  own: boolean
  corrects: string | null
  correctedBy: string | null
  words?: TalkWords | null
  /** Absent where the words are. */
  attachments?: Attachment[] | null
}

/** A file of a talk. */
export interface Attachment {
  id: string
  name: string
  type: string
  /** Bytes. */
  size: number
  recordedAt: string
  by: string
}

export interface PastTurn {
  name: string
  startedAt: string
  dueOn: string
  endedAt: string
  endedFor: 'escalated' | 'moved' | 'delivered'
}

export interface RetentionCase {
  id: string
  alertId: string | null
  employee: EmployeeRow
  state: CaseState
  overdue: boolean
  yours: boolean
  talker: { role: string; name: string }
  clock: CaseClock
  turns: PastTurn[]
  /** Absent in lists, as are the causes. */
  talks?: Talk[] | null
  causes?: Cause[] | null
  mayRecord: boolean
  /** From a file about the time before the product: nobody had a clock. */
  imported: boolean
}

/** A talk as it is sent; the key makes sure that it is taken once, however often it is sent. */
export interface TalkDraft {
  key: string
  heldOn: string
  intent: Intent
  causes: string[]
  text: string
  nextStep: string
  corrects: string | null
}

export const cases = (state: CaseState, limit: number, cursor?: string) =>
  get<Page<RetentionCase>>('cases', { query: { state, limit, cursor } })

export const caseOfAlert = (alert: string) => get<Page<RetentionCase>>('cases', { query: { alert, limit: 1 } })

export const retentionCase = (id: string) => get<RetentionCase>(`cases/${encodeURIComponent(id)}`)

const filesOf = (id: string, talk: string) => `cases/${encodeURIComponent(id)}/talks/${encodeURIComponent(talk)}/attachments`

/** Adds a file to a talk; the key makes sure that it is taken once. */
export function addFile(id: string, talk: string, file: File, key: string): Promise<void> {
  const form = new FormData()
  form.append('key', key)
  form.append('file', file, file.name)
  return call<void>('POST', filesOf(id, talk), { form })
}

export const fileOf = async (id: string, talk: string, file: string): Promise<Blob> => (await send('GET', `${filesOf(id, talk)}/${encodeURIComponent(file)}`)).blob()

export const recordTalk = (id: string, draft: TalkDraft) => post<RetentionCase>(`cases/${encodeURIComponent(id)}/talks`, draft)
