import { computed } from 'vue'
import { useRoute, useRouter } from 'vue-router'

/**
 * The subsidiary a page is about: that of its address, else the one it begins with. Only a choice of the reader changes the address:
 * a page that did so by itself could call back somebody who is about to leave it.
 */
export function useChosenSubsidiary(first: () => string | undefined) {
  const route = useRoute()
  const router = useRouter()
  return computed({
    get: () => (route.query.subsidiary as string | undefined) ?? first() ?? '',
    set: (id) => void router.replace({ query: { subsidiary: id } })
  })
}
