import { get, post, send } from './client'
import type { ActionEffect } from './effects'
import type { Band } from './risk'

/** Why no action is told, or that it is. */
export type RankingState = 'ready' | 'noStudy' | 'notEnoughData' | 'notCalibrated'
export type RankingSort = 'effect' | 'perCost' | 'risk'

export interface RankingQuery {
  subsidiaryId: string
  raisePercent: number | null
  /** What one action of a kind costs in its first year. */
  costs: Record<string, number>
  currency: string | null
  budget: number | null
  everyKind: boolean
  sort: RankingSort
  limit?: number
  cursor?: string
}

export interface RankedChoice {
  id: string
  employeeNo: string
  name: string
  departmentName: string
  position: string
  keyPost: boolean
  probability: number | null
  band: Band
  /** Null where nothing is known of any action. */
  kind: string | null
  /** By how much the probability of leaving falls, 0 to 1. */
  retained: number | null
  low: number | null
  high: number | null
  personal: boolean
  /** Absent or null where it is not known or not told. */
  cost?: number | null
  /** Expected to be retained for 100,000. */
  perCost?: number | null
  chosen: boolean
}

export interface Ranking {
  state: RankingState
  asOf: string | null
  horizonDays: number | null
  kinds: ActionEffect[]
  currency: string
  leavers: number
  people: number
  spending: { budget: number; actions: number; cost: number; retained: number; low: number; high: number } | null
  items: RankedChoice[]
  next: string | null
  total: number
}

export const ranking = (query: RankingQuery) => post<Ranking>('risk/effects/ranking', query)
export const exportRanking = async (query: RankingQuery) => (await send('POST', 'risk/effects/ranking/export', { body: query })).blob()

export interface ExpectedAction {
  kind: string
  retained: number
  low: number
  high: number
  personal: boolean
}

export interface PersonActions {
  state: RankingState
  asOf: string | null
  horizonDays: number | null
  probability: number | null
  actions: ExpectedAction[]
  /** Kinds that were done, too seldom to say anything. */
  unknown: string[]
}

export const personActions = (id: string) => get<PersonActions>(`employees/${id}/risk/actions`)
