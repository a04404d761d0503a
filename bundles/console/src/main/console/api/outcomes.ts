import { get, post } from './client'

export type OutcomeCode = 'retained' | 'moved' | 'decided'
export type FollowUpState = 'well' | 'atRisk'

/** How it went on some time after somebody stayed. */
export interface FollowUp {
  days: number
  dueOn: string
  state: 'coming' | 'due' | 'done' | 'here' | 'left'
}

/** What was recorded; the words are absent for a superior who did not record it. */
export interface OutcomeEntry {
  id: string
  days: number
  on: string
  recordedAt: string
  role: string
  own: boolean
  words?: { by: string; what: OutcomeCode | FollowUpState; text: string } | null
}

export interface Outcome {
  caseId: string
  employeeId: string
  outcome: OutcomeCode | 'left' | null
  on: string | null
  exit?: { leftOn: string | null; type: string; days: number | null } | null
  followUps: FollowUp[]
  entries: OutcomeEntry[]
  newAlertId: string | null
  may: string[]
}

/** The key makes sure that an entry is taken once, however often it is sent. */
export interface OutcomeDraft {
  key: string
  outcome: string
  on: string
  text: string
}

export interface FollowUpDraft {
  key: string
  days: number
  state: string
  text: string
}

const path = (caseId: string) => `outcomes/${encodeURIComponent(caseId)}`

export const outcomeOf = (caseId: string) => get<Outcome>(path(caseId))

export const recordOutcome = (caseId: string, draft: OutcomeDraft) => post<Outcome>(path(caseId), draft)

export const recordFollowUp = (caseId: string, draft: FollowUpDraft) => post<Outcome>(`${path(caseId)}/follow-ups`, draft)
