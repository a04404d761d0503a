import { get, post, type Page } from './client'

export type DismissalOutcome = 'unrelated' | 'misuse'

/** Somebody who was flagged, then dismissed by the employer. */
export interface Dismissal {
  id: string
  employeeId: string
  /** Null once the person was erased. */
  employeeName: string | null
  subsidiaryId: string
  noticedAt: string
  flaggedOn: string
  leftOn: string
  leaveReason: string
  toldManager: boolean
  settledAt: string | null
  /** Null while nobody has said what it was. */
  finding: { outcome: DismissalOutcome; text: string; by: string } | null
}

export const dismissals = (subsidiaryId: string, state: 'pending' | 'settled', limit: number, cursor?: string) =>
  get<Page<Dismissal>>('privacy/dismissals', { query: { subsidiaryId, state, limit, cursor } })
export const settleDismissal = (id: string, outcome: DismissalOutcome, text: string) =>
  post<Dismissal>(`privacy/dismissals/${encodeURIComponent(id)}/finding`, { outcome, text })
