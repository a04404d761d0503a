import { ref, type Ref } from 'vue'
import { asProblem, type Problem } from '@/api/problem'

/** Tries something of a form, once at a time; what goes wrong stands in the form until the next attempt. */
export function useAttempt(): { busy: Ref<boolean>; problem: Ref<Problem | undefined>; attempt: (act: () => Promise<void>) => Promise<void> } {
  const busy = ref(false)
  const problem = ref<Problem>()
  async function attempt(act: () => Promise<void>): Promise<void> {
    if (busy.value) return
    busy.value = true
    problem.value = undefined
    try {
      await act()
    } catch (thrown) {
      problem.value = asProblem(thrown)
    } finally {
      busy.value = false
    }
  }
  return { busy, problem, attempt }
}
