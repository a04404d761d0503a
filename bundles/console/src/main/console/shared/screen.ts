import { ref, type Ref } from 'vue'

function matches(query: string): Ref<boolean> {
  const media = window.matchMedia(query)
  const state = ref(media.matches)
  media.addEventListener('change', (event) => (state.value = event.matches))
  return state
}

/** A phone: tables become cards, the menu becomes a drawer. */
export const onPhone = matches('(max-width: 760px)')
