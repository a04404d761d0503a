import { reactive, ref, toRaw, watch } from 'vue'
import { useRoute, useRouter } from 'vue-router'
import { exportWatchList, watchList } from '@/api/risk'
import { useAction } from '@/shared/action'
import { useCursorWalk } from '@/shared/cursor'
import { download, stamp } from '@/shared/download'
import { useLoad } from '@/shared/load'
import { DEFAULTS, filtersFrom, queryFrom, searchFrom, type WatchFilters } from './filters'

const TYPING_PAUSE_MS = 300

/** The watch list: its filters, kept in the address, its text, kept nowhere, and its pages. */
export function useWatchList() {
  const route = useRoute()
  const router = useRouter()
  const filters = reactive<WatchFilters>(filtersFrom(route.query))
  const text = ref('')
  const settledText = ref('')
  const walk = useCursorWalk()
  const home = route.path

  let pause: ReturnType<typeof setTimeout> | undefined
  watch(text, (value) => {
    clearTimeout(pause)
    pause = setTimeout(() => (settledText.value = value), TYPING_PAUSE_MS)
  })
  watch([() => ({ ...filters }), settledText], () => walk.restart(), { flush: 'sync' })
  watch(
    () => ({ ...filters }),
    () => {
      if (route.path === home) void router.replace({ query: queryFrom(toRaw(filters)) })
    }
  )
  watch(
    () => route.query,
    (query) => {
      if (route.path !== home) return
      const next = filtersFrom(query)
      if (JSON.stringify(next) !== JSON.stringify(toRaw(filters))) Object.assign(filters, next)
    }
  )

  const load = useLoad(
    () => watchList(searchFrom(filters, settledText.value, walk.cursor.value)),
    [() => JSON.stringify(filters), settledText, walk.cursor]
  )
  const exporting = useAction(async () => {
    const { limit: _limit, cursor: _cursor, ...query } = searchFrom(filters, settledText.value)
    download(await exportWatchList({ ...query, limit: 200 }), `holdfast-watch-list-${stamp()}.xlsx`)
  })
  function clear(): void {
    Object.assign(filters, { ...DEFAULTS, size: filters.size })
    text.value = ''
  }
  return { filters, text, walk, load, exporting, clear }
}
