import { get, send } from './client'

/** A share with its count, whole and interval, or a median in days; nothing where it would tell of fewer than ten people. */
export interface Figure {
  code: string
  numerator: number | null
  denominator: number | null
  value: number | null
  low: number | null
  high: number | null
}

export interface Rate {
  exits: number
  personYears: number
  annualised: number
}

export interface KeyGroup {
  subsidiary: string
  kind: 'all' | 'keyPosts' | 'family'
  family: string
  beforeFrom: string
  sinceFrom: string
  sinceTo: string
  before: Rate
  since: Rate
  control: { before: Rate; since: Rate } | null
}

/** One group of a hold-out, whose horizon has passed. */
export interface Arm {
  people: number
  exits: number
  rate: number
  low: number
  high: number
}

/** A randomised hold-out; its groups are null while one of them has fewer than ten people. */
export interface Trial {
  subsidiary: string
  from: string
  to: string
  share: number
  state: 'running' | 'over' | 'stopped'
  told: Arm | null
  held: Arm | null
  difference: { value: number; low: number; high: number } | null
  toldAnyway: number | null
}

export interface EffectReport {
  from: string
  to: string
  asOf: string
  subsidiaries: string[]
  alerted: boolean
  figures: Figure[]
  months: { month: string; figures: Figure[] }[]
  attrition: KeyGroup[]
  trials: Trial[]
}

export interface EffectQuery {
  from?: string
  to?: string
  subsidiaryId?: string
}

export const effect = (query: EffectQuery) => get<EffectReport>('insight/effect', { query: { ...query } })
/** The report as a file, in the language of the console. */
export const effectFile = async (kind: 'pdf' | 'xlsx', query: EffectQuery) => (await send('GET', `insight/effect/report.${kind}`, { query: { ...query } })).blob()
