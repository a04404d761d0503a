import { get, post, type Page } from './client'

export interface BacktestLine {
  /** Code of an algorithm, `scorecard` or `unitRate`. */
  name: string
  /** Metrics by code; one that is not defined is left out. */
  values: Record<string, number>
  /** 95 % intervals by code. */
  intervals: Record<string, { low: number; high: number }>
  atAlert: { probability: number; flagged: number; precision: number | null; recall: number | null }
  calibration: { predicted: number; observed: number; count: number }[]
}

export interface BacktestResult {
  inUse: string
  reason: string
  tested: { rows: number; people: number; positives: number; baseRate: number; alwaysStayAccuracy: number; leftOtherwise: number; thin: number }
  trained: { rows: number; positives: number; from: string; to: string; features: string[]; settingsVersion: number }
  models: BacktestLine[]
  days: { day: string; rows: number; positives: number; rocAuc: Record<string, number> }[]
}

export interface Backtest {
  id: string
  subsidiaryId: string
  requestedAt: string
  state: 'queued' | 'running' | 'done' | 'failed'
  progress: number
  outcome: string
  trainedAsOf: string
  days: string[]
  horizonDays: number
  result: BacktestResult | null
}

export interface WantedBacktest {
  subsidiaryId: string
  trainedAsOf: string
  days: string[]
  horizonDays?: number
}

export const backtests = (subsidiaryId: string) => get<Page<Backtest>>('risk/backtests', { query: { subsidiaryId } })

export const startBacktest = (wanted: WantedBacktest) => post<{ id: string; jobId: string }>('risk/backtests', wanted)
