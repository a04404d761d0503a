import { onScopeDispose } from 'vue'

/** The bell hears of news live; pages that show what it tells of listen here. */
const listeners = new Set<() => void>()

export const tellNews = (): void => listeners.forEach((listener) => listener())

/** Calls a listener at each news, as long as the part of the page lives that asked for it. */
export function onNews(listener: () => void): void {
  listeners.add(listener)
  onScopeDispose(() => listeners.delete(listener))
}
