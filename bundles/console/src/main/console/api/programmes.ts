import { get, post, send, type Page } from './client'
import type { EmployeeRow } from './group'
import type { ActionKind, Cost } from './plans'

export const PROGRAMME_STATES = ['draft', 'submitted', 'approved', 'running', 'finished', 'cancelled'] as const
export type ProgrammeState = (typeof PROGRAMME_STATES)[number]
export type ProgrammeStepName = 'submit' | 'approve' | 'return' | 'reopen' | 'start' | 'finish' | 'cancel'

/** Whom a programme is for: structural criteria alone. */
export interface Cohort {
  departmentIds: string[]
  families: string[]
  grades: string[]
  tenureFrom: number | null
  tenureTo: number | null
  keyPost: boolean | null
  noPromotionMonths: number | null
}

export interface ProgrammeAction {
  id: string | null
  kind: ActionKind
  title: string
  /** Whether each member gets it; else it is done once for all. */
  each: boolean
  cost: Cost | null
  done: number
}

export interface ProgrammeStep {
  at: string
  what: string
  by: string
  changes: string[]
  note: string
}

export interface Programme {
  id: string
  subsidiaryId: string
  subsidiaryName: string
  team: { id: string; name: string } | null
  state: ProgrammeState
  version: number
  may: { write: boolean; decide: boolean }
  template: string
  title: string
  reason: string
  cohort: Cohort
  /** Absent for drafts in lists. */
  people: number | null
  actions: ProgrammeAction[]
  owner: { id: string | null; name: string }
  approver: string
  days: { createdAt: string; startOn: string | null; dueOn: string | null; startedOn: string | null; endedOn: string | null }
  money: { budget: Cost | null; planned: Cost | null; spent: Cost | null }
  /** Absent in lists. */
  steps?: ProgrammeStep[] | null
}

/** A programme as it is sent; version for changes alone. */
export interface ProgrammeDraft {
  subsidiaryId: string
  teamId: string | null
  template: string
  title: string
  reason: string
  cohort: Cohort
  actions: Omit<ProgrammeAction, 'done'>[]
  ownerId: string | null
  terms: { startOn: string | null; dueOn: string | null; budget: Cost | null }
  version?: number
}

export interface ProgrammeTemplate {
  code: string
  title: string
  reason: string
  cohort: Cohort
  actions: { kind: ActionKind; title: string }[]
}

export interface ProgrammeChoices {
  templates: ProgrammeTemplate[]
  families: string[]
  grades: string[]
}

export interface CohortMember {
  employee: EmployeeRow
  /** Ids of the actions they have got. */
  done: string[]
}

export interface Share {
  left: number
  people: number
  value: number
  low: number
  high: number
}

export interface Points {
  value: number
  low: number
  high: number
}

export interface CohortEffect {
  months: number
  state: 'notStarted' | 'notYet' | 'fewPeople' | 'notEnough' | 'noControl' | 'measured'
  from: string | null
  knownOn: string | null
  before: Share | null
  after: Share | null
  otherBefore: Share | null
  otherAfter: Share | null
  change: Points | null
  otherChange: Points | null
  difference: Points | null
}

const of = (id: string, more = '') => `programmes/${encodeURIComponent(id)}${more}`

export const programmes = (state: ProgrammeState | undefined, limit: number, cursor?: string) => get<Page<Programme>>('programmes', { query: { state, limit, cursor } })
export const programme = (id: string) => get<Programme>(of(id))
export const programmeChoices = (subsidiaryId: string) => get<ProgrammeChoices>('programmes/choices', { query: { subsidiaryId } })
export const previewCohort = (subsidiaryId: string, cohort: Cohort) => post<{ people: number; first: EmployeeRow[] }>('programmes/preview', { subsidiaryId, cohort })
export const beginProgramme = (draft: ProgrammeDraft) => post<Programme>('programmes', draft)
export const changeProgramme = async (id: string, draft: ProgrammeDraft) => (await send('PUT', of(id), { body: draft })).json() as Promise<Programme>
export const stepProgramme = (id: string, version: number, step: ProgrammeStepName, note: string) => post<Programme>(of(id, '/steps'), { version, step, note })
/** Notes who has got an action: some members, or all. */
export const noteProgress = (id: string, actionId: string, memberIds: string[] | null, done: boolean) => post<Programme>(of(id, '/progress'), { actionId, memberIds, done })
export const cohortMembers = (id: string, limit: number, cursor?: string) => get<Page<CohortMember>>(of(id, '/cohort'), { query: { limit, cursor } })
export const cohortEffect = (id: string, months: number) => get<CohortEffect>(of(id, '/cohort/effect'), { query: { months } })
export const exportMembers = async (id: string) => (await send('GET', of(id, '/cohort/members.xlsx'))).blob()
