import { ElMessage } from 'element-plus'
import { ref, type Ref } from 'vue'
import { CANCELLED } from '@/api/passkeys'
import { asProblem, UNREACHABLE, type Problem } from '@/api/problem'
import { t } from '@/i18n/i18n'

/** The words of a problem for people. */
export function problemTitle(problem: Problem): string {
  if (problem.type === UNREACHABLE) return t('console.problem.unreachable')
  if (problem.type === CANCELLED) return t('console.passkeys.cancelled')
  return problem.title || t('console.problem.unknown')
}

export function sayProblem(thrown: unknown): void {
  const problem = asProblem(thrown)
  const message = [problemTitle(problem), problem.detail].filter(Boolean).join(' — ')
  ElMessage({ type: 'error', message, duration: 8000, showClose: true, grouping: true })
}

export function sayDone(message: string): void {
  ElMessage({ type: 'success', message, duration: 3000, grouping: true })
}

export interface Action<A extends unknown[]> {
  busy: Ref<boolean>
  run: (...args: A) => Promise<boolean>
}

/** Runs something the reader asked for, once at a time; what goes wrong is told, and answered with false. */
export function useAction<A extends unknown[]>(act: (...args: A) => Promise<void>): Action<A> {
  const busy = ref(false)
  async function run(...args: A): Promise<boolean> {
    if (busy.value) return false
    busy.value = true
    try {
      await act(...args)
      return true
    } catch (thrown) {
      sayProblem(thrown)
      return false
    } finally {
      busy.value = false
    }
  }
  return { busy, run }
}
