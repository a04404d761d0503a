import { get, post, put, type Page } from './client'
import type { EmployeeRow } from './group'

/** Why a handover is prepared. */
export const WHY = ['knowledgeAtRisk', 'agreementSought', 'contractEnding', 'retirementAhead', 'absence'] as const

/** What may have to be shown before an employment can end, in the order in which it comes about. */
export const EVIDENCE_KINDS = ['workRules', 'absenceRecord', 'returnNotice', 'unionInformed', 'decision'] as const

export interface PreparationStep {
  code: string
  doneAt?: string | null
}

/** A piece of evidence; without reference and day it is asked for and missing. */
export interface EvidencePiece {
  kind: string
  reference?: string | null
  on?: string | null
  /** Which article asks for it, in the reader's language. */
  article?: string | null
}

export interface PreparationEntry {
  at: string
  what: string
  detail: string
  by?: string | null
  note: string
}

/** A handover that is prepared. What the reader is not told is absent; evidence and history are absent in lists. */
export interface Preparation {
  id: string
  employee: EmployeeRow
  state: 'goingOn' | 'revoked' | 'begun'
  why: string
  wantedOn?: string | null
  startedAt: string
  endedAt?: string | null
  version: number
  note?: string | null
  steps: PreparationStep[]
  evidence?: EvidencePiece[] | null
  /** What waits for a lawful event, as codes. */
  waiting: string[]
  history?: PreparationEntry[] | null
  mayChange: boolean
}

export interface PreparationDraft {
  key: string
  employeeId: string
  why: string
  note: string
  wantedOn?: string
}

/** What the person it is about is told. */
export interface OwnPreparation {
  goesOn: boolean
  why?: string | null
  since?: string | null
}

const of = (id: string, more = '') => `offboardings/preparations/${encodeURIComponent(id)}${more}`

export const preparations = (limit: number, cursor?: string) => get<Page<Preparation>>('offboardings/preparations', { query: { limit, cursor } })
export const preparationsOf = (employeeId: string) => get<Page<Preparation>>('offboardings/preparations', { query: { employeeId, limit: 20 } })
export const preparation = (id: string) => get<Preparation>(of(id))
export const beginPreparation = (draft: PreparationDraft) => post<Preparation>('offboardings/preparations', draft)
export const changePreparation = (id: string, version: number, change: { why: string; note: string; wantedOn?: string }) => put<Preparation>(of(id), { version, ...change })
export const prepareStep = (id: string, version: number, step: string, done: boolean) => put<Preparation>(of(id, `/steps/${encodeURIComponent(step)}`), { version, done })
export const addEvidence = (id: string, version: number, piece: { kind: string; reference: string; on: string }) => post<Preparation>(of(id, '/evidence'), { version, ...piece })
export const revokePreparation = (id: string, version: number) => post<Preparation>(of(id, '/revocation'), { version })
export const ownPreparation = () => get<OwnPreparation>('offboardings/preparations/own')
