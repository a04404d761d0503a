import { get, post } from './client'

/** A hold-out of a subsidiary: one wants it, another confirms it. */
export interface Holdout {
  id: string
  state: 'proposed' | 'withdrawn' | 'running' | 'over' | 'stopped'
  /** Of a hundred people, how many are held out on average. */
  share: number
  lastDay: string
  keyPostsExempt: boolean
  highestExempt: boolean
  noteVersion: number
  reasons: string
  wantedBy: string
  wantedAt: string
  /** Whether the reader wanted it, and so cannot confirm it. */
  own: boolean
  confirmedBy: string | null
  confirmedAt: string | null
  stoppedAt: string | null
}

export interface Holdouts {
  noteVersion: number
  /** What a hold-out means for people, a sentence each. */
  note: string[]
  /** The newest first; at most one is proposed or runs. */
  items: Holdout[]
}

export interface HoldoutDraft {
  share: number
  lastDay: string
  keyPostsExempt: boolean
  highestExempt: boolean
  noteVersion: number
  reasons: string
}

const of = (subsidiaryId: string) => `subsidiaries/${encodeURIComponent(subsidiaryId)}/holdouts`

export const holdouts = (subsidiaryId: string) => get<Holdouts>(of(subsidiaryId))
export const wantHoldout = (subsidiaryId: string, draft: HoldoutDraft) => post<Holdout>(of(subsidiaryId), draft)
export const confirmHoldout = (subsidiaryId: string, id: string) => post<Holdout>(`${of(subsidiaryId)}/${encodeURIComponent(id)}/countersignature`)
export const stopHoldout = (subsidiaryId: string, id: string) => post<Holdout>(`${of(subsidiaryId)}/${encodeURIComponent(id)}/stop`)
