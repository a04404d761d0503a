import { ref, type Ref } from 'vue'

/** What is used of an EventSource. */
export interface Line {
  readonly readyState: number
  addEventListener: (type: string, listener: () => void) => void
  close: () => void
}

/** A bell that is told live. */
export interface Live {
  /** Whether news arrive by themselves: until then, and while the line is broken, the bell has to ask. */
  live: Ref<boolean>
  /** Somebody moves or types. */
  use: () => void
  /** The page is shown or hidden: a browser has few lines to one server, so hidden pages hold none. */
  show: (visible: boolean) => void
  stop: () => void
}

const CLOSED = 2
const FIRST_WAIT = 5_000
const LONGEST_WAIT = 300_000
/** A proxy that collects answers lets nothing through for as long as this. */
const PROOF = 20_000

/**
 * Holds a line of server-sent events and says when there is something new. A line that breaks is opened again by the browser, which
 * says what it has seen last; one that the server refuses is tried again after longer and longer waits. Neither happens for a
 * reader who is not there: it would keep a session open that nobody uses.
 */
export function liveBell(changed: () => void, connect: () => Line): Live {
  const live = ref(false)
  let line: Line | undefined
  let wait = FIRST_WAIT
  let proven = false
  let used = true
  let visible = true
  let stopped = false
  let again: ReturnType<typeof setTimeout> | undefined
  let proof: ReturnType<typeof setTimeout> | undefined

  function hangUp(): void {
    clearTimeout(proof)
    line?.close()
    line = undefined
    live.value = false
  }

  function later(): void {
    clearTimeout(again)
    again = setTimeout(() => {
      again = undefined
      open()
    }, wait)
    wait = Math.min(wait * 2, LONGEST_WAIT)
  }

  function open(): void {
    if (line || again !== undefined || stopped || !visible || !used) return
    used = false
    proven = false
    const mine = connect()
    line = mine
    proof = setTimeout(() => {
      hangUp()
      later()
    }, PROOF)
    mine.addEventListener('bell', () => mine === line && heard())
    mine.addEventListener('open', () => mine === line && proven && (live.value = true))
    mine.addEventListener('error', () => mine === line && broken(mine))
  }

  function heard(): void {
    clearTimeout(proof)
    wait = FIRST_WAIT
    proven = true
    live.value = true
    changed()
  }

  function broken(mine: Line): void {
    live.value = false
    if (mine.readyState === CLOSED) {
      hangUp()
      later()
      // Whoever was signed out is told so by the answer.
      changed()
    } else if (used) {
      used = false
    } else {
      hangUp()
    }
  }

  open()
  return {
    live,
    use: () => {
      used = true
      open()
    },
    show: (now) => {
      visible = now
      used ||= now
      if (now) open()
      else hangUp()
    },
    stop: () => {
      stopped = true
      clearTimeout(again)
      hangUp()
    }
  }
}
