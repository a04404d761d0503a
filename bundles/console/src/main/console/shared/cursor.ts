import { computed, ref, type Ref } from 'vue'

/** The cursors walked so far: the last one is the page on screen, none is the first page. */
export interface CursorWalk {
  cursor: Ref<string | undefined>
  page: Ref<number>
  next: (cursor: string) => void
  previous: () => void
  restart: () => void
}

export function useCursorWalk(): CursorWalk {
  const walked = ref<string[]>([])
  return {
    cursor: computed(() => walked.value.at(-1)),
    page: computed(() => walked.value.length),
    next: (cursor) => (walked.value = [...walked.value, cursor]),
    previous: () => (walked.value = walked.value.slice(0, -1)),
    restart: () => {
      if (walked.value.length) walked.value = []
    }
  }
}
