import { get } from './client'
import type { Figure } from './effect'

/** A team of at least ten superiors; no superior is in two of them. */
export interface TeamUse {
  subsidiary: string
  team: string
  /** Whether teams of their own were split off below. */
  others: boolean
  superiors: number
  accounts: number
  /** Shares of the cases in the span, null where they are about fewer than ten superiors. */
  figures: Figure[]
  /** The same in as many months before. */
  before: Figure[]
}

export interface Adoption {
  from: string
  to: string
  teams: TeamUse[]
  /** How many superiors are in no team. */
  outside: number
}

export const adoption = (query: { subsidiaryId?: string; months: number }) => get<Adoption>('insight/adoption', { query: { ...query } })
