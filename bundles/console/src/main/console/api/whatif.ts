import { post } from './client'
import type { Band } from './risk'

export type ChangeCode = 'pay' | 'promotion' | 'project' | 'overtime' | 'training'

/** What is changed in thought; what is absent or null stays as it is. */
export interface WhatIfDraft {
  payPercent: number | null
  promotion: boolean
  project: boolean
  overtimeAtMost: number | null
  training: boolean
}

export interface WhatIfState {
  score: number | null
  probability: number | null
  band: Band
  unknownBecause: string
}

export interface WhatIfCost {
  perYear: number
  currency: string
}

export interface WhatIfAnswer {
  asOf: string
  before: WhatIfState
  after: WhatIfState
  /** Contributions before and after, part of the log-odds, positive where they raise the risk. */
  deltas: { signal: string; name: string; category: string; before: number; after: number; text: string }[]
  ignored: { change: ChangeCode; because: 'notRead' | 'noDifference' | 'notTold' | 'payNotKnown' }[]
  /** Absent where the reader is not told pay. */
  cost?: WhatIfCost | null
}

export interface SmallestAnswer {
  state: 'already' | 'found' | 'none' | 'unknown'
  threshold: Band
  steps: { change: ChangeCode; size: number | null }[]
  before: WhatIfState
  after: WhatIfState
  cost?: WhatIfCost | null
}

const path = (employeeId: string) => `employees/${encodeURIComponent(employeeId)}/risk/what-if`

export const whatIf = (employeeId: string, draft: WhatIfDraft) => post<WhatIfAnswer>(path(employeeId), draft)

export const smallestSet = (employeeId: string) => post<SmallestAnswer>(`${path(employeeId)}/smallest`, {})
