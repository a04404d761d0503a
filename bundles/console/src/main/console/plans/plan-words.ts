import { t, textOr } from '@/i18n/i18n'
import type { ActionDraft, Party, Plan, PlanAction, PlanStep } from '@/api/plans'

export const kindWord = (kind: string): string => textOr(`actionKind.${kind}`, kind)

/** The clock of an action in days of work, empty where nothing is due. */
export function dueWord(action: Pick<PlanAction, 'dueInDays'>): string {
  const days = action.dueInDays
  if (days === null) return ''
  if (days === 0) return t('console.plan.dueToday')
  return days > 0 ? t('console.plan.dueIn', { n: days }) : t('console.plan.overdue', { n: -days })
}

export const urgency = (action: Pick<PlanAction, 'dueInDays'>): 'late' | 'soon' | 'calm' =>
  action.dueInDays === null || action.dueInDays > 1 ? 'calm' : action.dueInDays < 0 ? 'late' : 'soon'

/** What was done in a step, with the names of the parts that were changed. */
export function stepWord(step: PlanStep, actions: PlanAction[]): string {
  const title = actions.find((action) => action.id === step.actionId)?.title ?? ''
  const parts = step.changes.map((part) => textOr(`console.plan.part.${part}`, part)).join(t('console.plan.comma'))
  return t(`console.plan.step.${step.what}`, { title, parts })
}

/** An action as it stands, to be changed. */
export function draftOf(action: PlanAction, plan: Plan): ActionDraft {
  const cost = plan.costs?.find((one) => one.actionId === action.id)
  return {
    template: action.template,
    kind: action.kind,
    title: action.title,
    note: action.note,
    target: action.target,
    percent: action.percent,
    cost: cost ? { amount: cost.amount, currency: cost.currency } : null,
    offer: action.offer,
    ownerId: action.ownerId,
    dueOn: action.dueOn,
    state: action.state,
    version: action.version
  }
}

const NO_OFFER = { holder: null, candidates: [] }

/** The kinds of actions that offer a post. */
export const offersPost = (kind: string): boolean => kind === 'promotion' || kind === 'postChange'

export const partyName = (party: Party): string => party.name || t('console.plan.offer.hidden')

export const emptyDraft = (): ActionDraft => ({ template: '', kind: 'conversation', title: '', note: '', target: '', percent: null, cost: null, offer: NO_OFFER, ownerId: null, dueOn: null, state: 'todo' })

/** What others did since a version of an action was read, the latest first; empty where nobody did anything. */
export const since = (plan: Plan, before: Plan): PlanStep[] => (plan.steps ?? []).slice(0, Math.max(0, (plan.steps?.length ?? 0) - (before.steps?.length ?? 0)))
