import { get, post, send, type Page } from './client'
import type { EmployeeRow } from './group'

export type Band = 'high' | 'midHigh' | 'medium' | 'low' | 'unknown'
export const BANDS: Band[] = ['high', 'midHigh', 'medium', 'low', 'unknown']

export interface ReasonChip {
  signal: string
  text: string
  contribution: number
}

export interface WatchRow extends EmployeeRow {
  score: number | null
  probability: number | null
  band: Band
  change30: number | null
  asOf: string
  reasons: ReasonChip[]
  alertId: string | null
  alertState: 'open' | 'acknowledged' | 'closed' | null
}

export type SortKey = 'score' | 'name' | 'change' | 'department'

export interface WatchQuery {
  text?: string
  subsidiaryIds?: string[]
  departmentIds?: string[]
  bands?: Band[]
  signals?: string[]
  keyPostOnly?: boolean
  sort: SortKey
  direction: 'asc' | 'desc'
  limit: number
  cursor?: string
}

export interface Reason {
  signal: string
  name: string
  category: string
  /** Part of the log-odds, positive where it raises the risk. */
  contribution: number
  value: number | null
  change: number | null
  unit: string
  text: string
}

/** The full answer for HR; a line manager gets the band and the prompt alone. */
export interface Risk {
  employeeId: string
  band: Band
  prompt?: string
  asOf?: string
  score?: number | null
  unknownBecause?: string
  probability?: number | null
  horizonDays?: number
  baseline?: number
  baselineText?: string
  margin?: number
  calibrated?: boolean
  model?: { id: string; kind: 'scorecard' | 'trained'; algorithm: string; version: string } | null
  reasons?: Reason[]
  needs?: { code: string; text: string }[]
  history?: { asOf: string; score: number | null; band: Band }[]
  /** What losing the person would cost; for those who may see pay. */
  costOfLoss?: { low: number; high: number; currency: string } | null
  /** The latest alert that is not closed. */
  alert?: { id: string; state: 'open' | 'acknowledged' } | null
  /** What people found who looked at the score, newest first. */
  reviews?: { on: string; by: string; assessment: string }[]
}

export interface ModelFigures {
  rows: number
  positives: number
  baseRate: number
  alwaysStayAccuracy: number
  values: Record<string, number>
}

export interface ModelCard {
  horizonDays: number
  trainFrom: string
  trainTo: string
  testFrom: string
  testTo: string
  rows: number
  positives: number
  features: string[]
  refused: string[]
  /** Figures by block: `calibrate`, `test`, and `scorecard` for the scorecard on the test block. */
  metrics: Record<string, ModelFigures>
  calibration: { predicted: number; observed: number; count: number }[]
}

/** How far the people of the last run have moved away from those a model was fitted on. */
export interface ModelDrift {
  asOf: string
  people: number
  moved: string[]
  highest: number
}

export interface RiskModel {
  id: string
  subsidiaryId: string
  algorithm: string
  role: 'champion' | 'challenger' | 'retired'
  trainedOn: string
  engineVersion: string
  /** Null where nobody it learnt from was erased since. */
  goneBy: string | null
  /** Null where no run has looked since it was trained. */
  drift: ModelDrift | null
  card: ModelCard
}

export interface RiskRun {
  id: string
  jobId: string
}

export const watchList = (query: WatchQuery, signal?: AbortSignal) =>
  post<Page<WatchRow>>('risk/scores/search', query, { signal })

export async function exportWatchList(query: WatchQuery): Promise<Blob> {
  return (await send('POST', 'risk/scores/export', { body: query })).blob()
}

export const riskOf = (employeeId: string) => get<Risk>(`employees/${encodeURIComponent(employeeId)}/risk`)

export const models = (subsidiaryId: string) =>
  get<Page<RiskModel>>('risk/models', { query: { subsidiaryId, limit: 200 } })

export const activateModel = (id: string) => post<void>(`risk/models/${encodeURIComponent(id)}/activate`)

export const startRun = (subsidiaryId: string, kind: 'score' | 'train' | 'effect') =>
  post<RiskRun>('risk/runs', { subsidiaryId, kind })
