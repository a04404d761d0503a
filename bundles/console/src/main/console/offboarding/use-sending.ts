import { computed, ref, type Ref } from 'vue'
import { asProblem, type FieldError, type Problem } from '@/api/problem'

export interface Sending {
  busy: Ref<boolean>
  /** Errors at fields of the form. */
  errors: Ref<FieldError[]>
  /** What else was refused. */
  problem: Ref<Problem | undefined>
  /** Whether it is of no use to send it again: somebody else was quicker, or it is over. */
  over: Ref<boolean>
  run: (act: () => Promise<void>) => Promise<void>
}

const OVER = ['/task-done', '/not-your-task', '/offboarding-over', '/person-has-left', '/withdrawal-by-hr']

/** Sends what a form holds. A refusal is told in the form, so that nothing of what was typed is lost. */
export function useSending(fields: string[], refused?: (problem: Problem) => Promise<void>): Sending {
  const busy = ref(false)
  const errors = ref<FieldError[]>([])
  const problem = ref<Problem>()
  const over = computed(() => problem.value !== undefined && (problem.value.status === 404 || OVER.some((end) => problem.value!.type.endsWith(end))))

  async function run(act: () => Promise<void>): Promise<void> {
    if (busy.value) return
    busy.value = true
    errors.value = []
    problem.value = undefined
    try {
      await act()
    } catch (thrown) {
      const found = asProblem(thrown)
      errors.value = found.errors.filter((one) => fields.includes(one.field))
      if (errors.value.length < found.errors.length || !found.errors.length) problem.value = found
      await refused?.(found)
    } finally {
      busy.value = false
    }
  }
  return { busy, errors, problem, over, run }
}
