import { ref, type Ref } from 'vue'
import { addAction, changeAction, plan as load, type ActionDraft, type ActionState, type Plan, type PlanAction } from '@/api/plans'
import { asProblem, type FieldError } from '@/api/problem'
import { t } from '@/i18n/i18n'
import { sayDone, sayProblem } from '@/shared/action'
import { draftOf, emptyDraft, since, stepWord } from './plan-words'

/** An action that is being written: null for a new one. */
export interface Editing {
  plan: Plan
  action: PlanAction | null
  draft: ActionDraft
}

export interface PlanEditor {
  editing: Ref<Editing | undefined>
  busy: Ref<boolean>
  errors: Ref<FieldError[]>
  /** What somebody else changed while the reader was writing. */
  conflict: Ref<string[]>
  open: (plan: Plan, action?: PlanAction) => Promise<void>
  shut: () => void
  save: (draft: ActionDraft) => Promise<void>
  move: (plan: Plan, action: PlanAction, state: ActionState) => Promise<void>
}

/** Writes actions of plans. Where somebody else was faster, what they did is told and what was typed stays. */
export function usePlanEditor(changed: (plan: Plan) => void): PlanEditor {
  const editing = ref<Editing>()
  const busy = ref(false)
  const errors = ref<FieldError[]>([])
  const conflict = ref<string[]>([])

  async function open(plan: Plan, action?: PlanAction): Promise<void> {
    errors.value = []
    conflict.value = []
    const whole = plan.steps ? plan : await load(plan.id).catch(sayProblem)
    if (!whole) return
    const found = action && (whole.actions.find((one) => one.id === action.id) ?? action)
    editing.value = { plan: whole, action: found ?? null, draft: found ? draftOf(found, whole) : emptyDraft() }
  }

  const shut = () => (editing.value = undefined)

  async function refused(thrown: unknown, on: Editing): Promise<void> {
    const problem = asProblem(thrown)
    if (problem.status === 400 && problem.errors.length) {
      errors.value = problem.errors
    } else if (problem.type.endsWith('/plan-changed')) {
      const fresh = await load(on.plan.id)
      const mine = fresh.actions.find((one) => one.id === on.action?.id) ?? null
      conflict.value = since(fresh, on.plan).map((step) => `${step.by}: ${stepWord(step, fresh.actions)}`)
      editing.value = { plan: fresh, action: mine, draft: on.draft }
      changed(fresh)
    } else {
      sayProblem(thrown)
    }
  }

  async function save(draft: ActionDraft): Promise<void> {
    const on = editing.value
    if (!on || busy.value) return
    busy.value = true
    errors.value = []
    try {
      const { plan, action } = on
      changed(action ? await changeAction(plan.id, action.id, { ...draft, version: action.version }) : await addAction(plan.id, { ...draft, version: plan.version }))
      shut()
      sayDone(t('console.plan.saved'))
    } catch (thrown) {
      await refused(thrown, on).catch(sayProblem)
    } finally {
      busy.value = false
    }
  }

  /** Moves a card. Its content goes along as it stands, so that nothing else is changed. */
  async function move(plan: Plan, action: PlanAction, state: ActionState): Promise<void> {
    if (busy.value) return
    busy.value = true
    try {
      changed(await changeAction(plan.id, action.id, { ...draftOf(action, plan), state }))
    } catch (thrown) {
      sayProblem(thrown)
      await load(plan.id).then(changed, () => undefined)
    } finally {
      busy.value = false
    }
  }

  return { editing, busy, errors, conflict, open, shut, save, move }
}
