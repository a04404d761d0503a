import { onScopeDispose, ref, shallowRef, watch, type Ref, type WatchSource } from 'vue'
import { asProblem, type Problem } from '@/api/problem'
import { languageState } from '@/i18n/language'

/** Data on its way: what is there, whether more is coming, and what went wrong. */
export interface Load<T> {
  data: Ref<T | undefined>
  loading: Ref<boolean>
  problem: Ref<Problem | undefined>
  reload: () => Promise<void>
}

/**
 * Loads data now, whenever a source changes, and when the language does. Old data stays on screen until the new is
 * there, so that a switch of language moves nothing; an answer that was overtaken by a later call is dropped.
 */
export function useLoad<T>(load: () => Promise<T>, sources: WatchSource[] = []): Load<T> {
  const data = shallowRef<T>()
  const loading = ref(false)
  const problem = ref<Problem>()
  let latest = 0

  async function reload(): Promise<void> {
    const mine = ++latest
    loading.value = true
    try {
      const answer = await load()
      if (mine !== latest) return
      data.value = answer
      problem.value = undefined
    } catch (thrown) {
      if (mine === latest) problem.value = asProblem(thrown)
    } finally {
      if (mine === latest) loading.value = false
    }
  }

  watch([...sources, languageState.tag], () => void reload(), { immediate: true })
  onScopeDispose(() => latest++)
  return { data, loading, problem, reload }
}
