import { get } from './client'

/** Something that was done to keep somebody, or a sign that they may go. */
export interface HistoryLine {
  date: string
  kind: string
  title: string
  /** The intent of a talk, the kind of an action of a plan, else empty. */
  code: string
  detail: string
  percent: number | null
  amount: number | null
  /** For how many days no sign followed; null for what was not done to keep anybody. */
  heldDays: number | null
  /** The sign that followed, `now` where none has. */
  heldUntil: string | null
}

export const retentionHistory = (employeeId: string) =>
  get<{ items: HistoryLine[] }>(`employees/${encodeURIComponent(employeeId)}/retention-history`)
