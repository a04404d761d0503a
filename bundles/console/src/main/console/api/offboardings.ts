import { get, post, put, type Page } from './client'
import type { EmployeeRow } from './group'

export const OFFBOARDING_STATES = ['running', 'withdrawn', 'ended'] as const
export type OffboardingState = (typeof OFFBOARDING_STATES)[number]

/** Why an employment ends, by law. */
export const KINDS = [
  'resignation',
  'employeeForCause',
  'agreementByEmployee',
  'agreementByEmployer',
  'contractEnd',
  'contractEndRenewalDeclined',
  'retirement',
  'employerWithNotice',
  'employerForCause',
  'redundancy',
  'employerClosed',
  'abandonment',
  'death'
] as const

/** Why somebody leaves, as they say. */
export const REASONS = ['pay', 'promotion', 'growth', 'workload', 'superior', 'commute', 'family', 'health', 'study', 'business', 'other'] as const

/** Who does the tasks, in the order in which they are shown. */
export const OFFICES = ['employee', 'superior', 'successor', 'hr', 'it', 'finance', 'administration', 'legal'] as const

export interface Reason {
  /** Empty where nobody has said. */
  code: string
  note: string
}

/** The lawful event on file: where it is kept, and of which day it is. */
export interface Evidence {
  reference: string
  on: string
}

/** The notice that the labour law of the country asks for. */
export interface Notice {
  /** Whether there are rules for the country. */
  known: boolean
  days?: number | null
  earliest?: string | null
  /** Where the law says so, in the reader's language. */
  articles: string[]
  /** Whether it is the notice of probation. */
  probation: boolean
  evidenceNeeded: boolean
}

export interface OffboardingTask {
  id: string
  node: string
  step: string
  office: string
  title: string
  state: 'open' | 'done' | 'cancelled'
  openedAt: string
  dueOn: string
  overdue: boolean
  closedAt?: string | null
  outcomes: string[]
  outcome?: string | null
  by?: string | null
  note?: string | null
  mayDo: boolean
}

export interface OffboardingStep {
  at: string
  what: string
  step?: string | null
  office?: string | null
  outcome?: string | null
  /** Absent for the server, for the person who leaves, and for everybody where that person reads it. */
  by?: string | null
  note?: string | null
}

/** Somebody who leaves. What the reader is not told is absent; tasks and history are absent in lists. */
export interface Offboarding {
  id: string
  employee: EmployeeRow
  kind: string
  state: OffboardingState
  noticeOn: string
  lastDay: string
  startedAt: string
  endedAt?: string | null
  /** Whether a task is. */
  overdue: boolean
  /** Open tasks, and how many of them are the reader's. */
  open: number
  yours: number
  version: number
  /** Whether the employee began it. */
  self: boolean
  reason?: Reason | null
  evidence?: Evidence | null
  /** All that had to be shown where one paper does not do. */
  chain?: (Evidence & { kind: string })[] | null
  notice?: Notice | null
  tasks?: OffboardingTask[] | null
  history?: OffboardingStep[] | null
  mayWithdraw: boolean
  mayChange: boolean
}

/** The key makes sure that an offboarding begins once, however often it is sent. */
export interface OffboardingDraft {
  key: string
  employeeId: string
  kind: string
  noticeOn: string
  lastDay?: string
  reason?: Reason
  evidence?: Evidence
}

export interface ResignationDraft {
  key: string
  lastDay?: string
  reason?: Reason
}

export interface OffboardingChange {
  version: number
  lastDay: string
  reason: Reason
  note: string
}

/** A task with whose leaving it is about. */
export interface TaskLine {
  task: OffboardingTask
  offboardingId: string
  leaver: { name: string; employeeNo: string; department?: string | null; position?: string | null }
  lastDay: string
}

export interface TaskPage extends Page<TaskLine> {
  counts: { overdue: number; today: number; later: number }
}

/** The flow of an offboarding, with how far its nodes are. */
export interface OffboardingFlow {
  flow: string
  version: number
  /** BPMN 2.0. */
  xml: string
  nodes: { node: string; state: 'waiting' | 'active' | 'done'; at?: string | null }[]
}

export interface OwnOffboarding {
  offboarding?: Offboarding | null
  mayResign: boolean
  /** Why not, as a code. */
  why?: string | null
  notice?: Notice | null
}

export interface OfficeHandlers {
  subsidiaryId: string
  version: string
  /** Without accounts: everybody who handles tasks there. */
  offices: { office: string; accounts: { id: string; name: string }[] }[]
  candidates: { id: string; name: string }[]
}

const of = (id: string, more = '') => `offboardings/${encodeURIComponent(id)}${more}`
const taskOf = (task: string) => `/tasks/${encodeURIComponent(task)}`

export const offboardings = (state: OffboardingState, limit: number, cursor?: string) => get<Page<Offboarding>>('offboardings', { query: { state, limit, cursor } })
export const offboardingsOf = (employeeId: string) => get<Page<Offboarding>>('offboardings', { query: { employeeId, limit: 20 } })
export const offboarding = (id: string) => get<Offboarding>(of(id))
export const offboardingFlow = (id: string) => get<OffboardingFlow>(of(id, '/flow'))
export const noticeOf = (employeeId: string, kind: string, noticeOn: string) => post<Notice>('offboardings/notice', { employeeId, kind, noticeOn })
export const beginOffboarding = (draft: OffboardingDraft) => post<Offboarding>('offboardings', draft)
export const changeOffboarding = (id: string, change: OffboardingChange) => put<Offboarding>(of(id), change)
export const withdrawOffboarding = (id: string, version: number, note: string) => post<Offboarding>(of(id, '/withdrawal'), { version, note })
export const doTask = (id: string, task: string, outcome: string, note: string) => post<Offboarding>(of(id, taskOf(task)), { outcome, note })

export const openTasks = (limit: number) => get<TaskPage>('offboardings/tasks', { query: { state: 'open', limit } })
export const doneTasks = (limit: number) => get<TaskPage>('offboardings/tasks', { query: { state: 'done', limit } })

export const ownOffboarding = () => get<OwnOffboarding>('offboardings/own')
export const resign = (draft: ResignationDraft) => post<Offboarding>('offboardings/own', draft)
export const withdrawOwn = (version: number, note: string) => post<Offboarding>('offboardings/own/withdrawal', { version, note })
export const doOwnTask = (task: string, outcome: string, note: string) => post<Offboarding>(`offboardings/own${taskOf(task)}`, { outcome, note })

export const officeHandlers = (subsidiaryId: string) => get<OfficeHandlers>('offboardings/offices', { query: { subsidiaryId } })
export const assignOffices = (subsidiaryId: string, version: string, offices: { office: string; accountIds: string[] }[]) =>
  put<OfficeHandlers>('offboardings/offices', { subsidiaryId, version, offices })
