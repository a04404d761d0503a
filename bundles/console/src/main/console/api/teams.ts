import { get, type Page } from './client'
import type { EmployeeRow } from './group'
import type { Band } from './risk'

export interface TeamLeaver {
  employee: EmployeeRow
  leftOn: string
  type: string
  /** Whether somebody of the team reported to them. */
  led: boolean
}

export interface TeamMember {
  employee: EmployeeRow
  then: number | null
  now: number | null
  band: Band
  rose: boolean
  caseId: string | null
}

/** A department that somebody left, and how its scores moved since. */
export interface Team {
  id: string
  subsidiaryId: string
  name: string
  subsidiaryName: string
  since: string
  headcount: number
  keyPosts: number
  move: { compared: number; mean: number | null; rose: number }
  left: TeamLeaver[]
  /** Absent in lists. */
  members?: TeamMember[] | null
}

export const teams = (limit: number, cursor?: string) => get<Page<Team>>('teams', { query: { limit, cursor } })
export const team = (id: string) => get<Team>(`teams/${encodeURIComponent(id)}`)
