import { get, post, send, type Page } from './client'
import type { EmployeeRow } from './group'

export type PlanState = 'draft' | 'submitted' | 'approved' | 'stopped'
export type ActionState = 'todo' | 'doing' | 'done' | 'dropped'
/** The columns of the board. */
export const ACTION_STATES: ActionState[] = ['todo', 'doing', 'done', 'dropped']
export const ACTION_KINDS = ['promotion', 'pay', 'scope', 'project', 'training', 'postChange', 'flexibility', 'recognition', 'conversation'] as const
export type ActionKind = (typeof ACTION_KINDS)[number]

export interface Cost {
  amount: number
  currency: string
}

/** Somebody an offered post concerns; the name is empty where the reader may not see them. */
export interface Party {
  id: string
  name: string
}

/** Whom an offered post concerns besides the person: they drop out of the case. */
export interface PostOffer {
  holder: Party | null
  candidates: Party[]
}

export interface PlanAction {
  id: string
  version: number
  template: string
  kind: ActionKind
  title: string
  note: string
  target: string
  percent: number | null
  offer: PostOffer
  state: ActionState
  ownerId: string | null
  owner: string
  mine: boolean
  dueOn: string | null
  /** Days of work of the owner until then, negative once it is over, null where nothing is due. */
  dueInDays: number | null
  doneAt: string | null
}

export interface PlanStep {
  at: string
  what: string
  by: string
  actionId: string | null
  changes: string[]
  note: string
}

export interface Plan {
  id: string
  caseId: string
  employee: EmployeeRow
  state: PlanState
  version: number
  may: { write: boolean; decide: boolean; cost: boolean }
  approval: { approver: string; approvedAt: string | null }
  createdAt: string
  actions: PlanAction[]
  /** Absent for whoever may not see pay. */
  costs?: ({ actionId: string } & Cost)[]
  /** Absent in lists, as are the steps. */
  owners?: { id: string | null; name: string }[] | null
  steps?: PlanStep[] | null
}

/** An action as it is sent; version is that of the action, or of the plan it is added to. */
export interface ActionDraft {
  template: string
  kind: ActionKind
  title: string
  note: string
  target: string
  percent: number | null
  cost: Cost | null
  offer: PostOffer
  ownerId: string | null
  dueOn: string | null
  state: ActionState
  version?: number
}

export interface Proposal {
  template: string
  kind: ActionKind
  title: string
  text: string
  asks: string[]
}

export interface Proposals {
  items: Proposal[]
  /** Absent for whoever is not told reasons. */
  because?: { template: string; signals: string[] }[]
}

const sent = ({ offer, ...draft }: ActionDraft) => ({ ...draft, holderId: offer.holder?.id ?? null, candidateIds: offer.candidates.map((one) => one.id) })
const of = (id: string, more = '') => `plans/${encodeURIComponent(id)}${more}`

export const plans = (state: PlanState | undefined, limit: number, cursor?: string) => get<Page<Plan>>('plans', { query: { state, limit, cursor } })
export const planOfCase = (id: string) => get<Page<Plan>>('plans', { query: { case: id, limit: 1 } })
export const plan = (id: string) => get<Plan>(of(id))
export const proposals = (caseId: string) => get<Proposals>(`plans/proposals/${encodeURIComponent(caseId)}`)
export const beginPlan = (caseId: string, actions: ActionDraft[]) => post<Plan>('plans', { caseId, actions: actions.map(sent) })
export const addAction = (id: string, draft: ActionDraft) => post<Plan>(of(id, '/actions'), sent(draft))
export const changeAction = async (id: string, actionId: string, draft: ActionDraft) =>
  (await send('PUT', of(id, `/actions/${encodeURIComponent(actionId)}`), { body: sent(draft) })).json() as Promise<Plan>
export const submitPlan = (id: string, version: number, note: string) => post<Plan>(of(id, '/submission'), { version, note })
export const reopenPlan = (id: string, version: number, note: string) => post<Plan>(of(id, '/reopening'), { version, note })
export const decidePlan = (id: string, version: number, outcome: 'approved' | 'returned', note: string) => post<Plan>(of(id, '/decision'), { version, outcome, note })
