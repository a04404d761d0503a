import { get, send } from './client'

export type Trait = 'reason' | 'tenure' | 'family' | 'grade' | 'location' | 'keyPost'

/** People who have something in common; the group without a name holds all that are too few, or of whom it is not known. */
export interface LeaverGroup {
  name: string
  headcount: number | null
  exits: number
  share: number | null
  annualisedRate: number | null
}

export interface Breakdown {
  by: Trait
  groups: LeaverGroup[]
}

export interface LeaverReport {
  from: string
  to: string
  headcount: number | null
  exits: number | null
  annualisedRate: number | null
  breakdowns: Breakdown[]
}

export interface LeaverQuery {
  subsidiaryId?: string
  months: number
}

export const leavers = (query: LeaverQuery) => get<LeaverReport>('insight/leavers', { query: { ...query } })
/** The report as a workbook, in the language of the console. */
export const leaverSheet = async (query: LeaverQuery) => (await send('GET', 'insight/leavers/report.xlsx', { query: { ...query } })).blob()
