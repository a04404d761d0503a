import { get } from './client'

export interface ActionEffect {
  kind: string
  people: number
  exits: number
  /** Shares, 0 to 1; null where there is not enough data. */
  estimate: { withAction: number; withoutAction: number; retained: number; low: number; high: number } | null
}

export interface SurvivalCurve {
  /** Code of a kind of action, `counterOffer` or `counterOfferAndPromotion`. */
  after: string
  people: number
  exits: number
  points: { day: number; here: number; low: number; high: number; atRisk: number }[]
}

export interface Effects {
  subsidiaryId: string
  /** Null where there was no study so far. */
  asOf: string | null
  horizonDays: number | null
  comparisons: number
  effects: ActionEffect[]
  curves: SurvivalCurve[]
  /** How long a raise alone holds; null where that is not known. */
  raiseAlone: { months: number; low: number; high: number; people: number; promoted: number } | null
}

export const effects = (subsidiaryId: string) => get<Effects>('risk/effects', { query: { subsidiaryId } })
