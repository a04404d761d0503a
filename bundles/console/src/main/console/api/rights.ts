import { get, post, send, type Page } from './client'

export type RequestKind = 'access' | 'rectification' | 'objection' | 'refusalOfAutomatedDecision' | 'humanReview' | 'erasure'
export type RequestState = 'open' | 'extended' | 'fulfilled' | 'refused' | 'withdrawn'

/** Who asks for somebody who died, and what was checked. */
export interface RelativeFields {
  name: string
  relationship: string
  identity: string
  death: string
  interest: string
  /** What the person arranged in their lifetime against it, empty where nothing is known. */
  arrangement: string
  answerTo: string
}

export interface RightsRequest {
  id: string
  employeeId: string
  /** Null once the person was erased. */
  employeeName: string | null
  subsidiaryId: string
  kind: RequestKind
  state: RequestState
  receivedOn: string
  dueOn: string
  /** Null where the time to answer cannot be extended. */
  extendableTo: string | null
  /** False where an officer registered a letter. */
  bySelf: boolean
  byRelative: boolean
  /** Null where nobody asks for another, and once the person was erased. */
  relative: (RelativeFields & { checkedBy: string }) | null
  answeredOn: string | null
  /** Whom the person can ask about it, one line each; empty where nobody is named. */
  contact: string
  /** What the rule book says about a claim not to be scored, null for other requests. */
  claim: Claim | null
  /** Null once the person was erased. */
  words: { asked: string; extensionReason: string; answer: string; remedies: string; assessment: string; decidedBy: string; exception: string } | null
}

export interface Claim {
  /** Whether nobody is scored meanwhile who waits for the answer. */
  suspends: boolean
  declinable: boolean
  /** Codes of the grounds on which it is declined; empty where reasons in words are enough. */
  exceptions: string[]
  ruleBook: string
  law: string
}

export interface Answer {
  outcome: 'fulfilled' | 'refused'
  answer: string
  remedies: string
  assessment: string
  exception: string
}

export type RecordValue = string | number | boolean
export type RecordItem = Record<string, RecordValue>

export interface PersonRecord {
  employeeId: string
  madeAt: string
  sections: { section: string; items: RecordItem[] }[]
}

const one = (id: string, act: string) => `privacy/requests/${encodeURIComponent(id)}/${act}`

export const ownRecord = () => get<PersonRecord>('privacy/own/record')
export const ownRequests = (limit: number, cursor?: string) => get<Page<RightsRequest>>('privacy/own/requests', { query: { limit, cursor } })
export const fileRequest = (kind: string, text: string) => post<RightsRequest>('privacy/own/requests', { kind, text })
export const withdrawRequest = (id: string) => post<RightsRequest>(`privacy/own/requests/${encodeURIComponent(id)}/withdrawal`)

export const requests = (subsidiaryId: string, state: 'pending' | 'settled', limit: number, cursor?: string) =>
  get<Page<RightsRequest>>('privacy/requests', { query: { subsidiaryId, state, limit, cursor } })
export const registerLetter = (letter: { employeeId: string; kind: string; receivedOn: string; text: string; relative: RelativeFields | null }) => post<RightsRequest>('privacy/requests', letter)
export const extendRequest = (id: string, reason: string) => post<RightsRequest>(one(id, 'extension'), { reason })
export const answerRequest = (id: string, answer: Answer) => post<RightsRequest>(one(id, 'decision'), answer)
/** What is held about a person, or about the caller, as a PDF file. */
export const recordPaper = async (employeeId?: string) =>
  (await send('GET', employeeId ? `privacy/people/${encodeURIComponent(employeeId)}/record/paper` : 'privacy/own/record/paper')).blob()
export const recordOf = (employeeId: string) => get<PersonRecord>(`privacy/people/${encodeURIComponent(employeeId)}/record`)
