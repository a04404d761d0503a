import { get, send } from './client'
import type { Figure } from './effect'

/** Why people left; the reason without a name holds those that too few gave, and none given. */
export interface ExitReason {
  reason: string
  exits: number
  share: number
}

/** How many hours of work a step took, and how often it was done by its day. */
export interface StepTime {
  step: string
  hours: Figure
  inTime: Figure
}

export interface OffboardingReport {
  from: string
  to: string
  asOf: string
  subsidiaries: string[]
  begun: boolean
  figures: Figure[]
  reasons: ExitReason[]
  steps: StepTime[]
}

export interface OffboardingReportQuery {
  subsidiaryId?: string
  months: number
}

export const offboardingReport = (query: OffboardingReportQuery) => get<OffboardingReport>('insight/offboarding', { query: { ...query } })
/** The report as a file, in the language of the console. */
export const offboardingReportFile = async (kind: 'pdf' | 'xlsx', query: OffboardingReportQuery) =>
  (await send('GET', `insight/offboarding/report.${kind}`, { query: { ...query } })).blob()
