/** Most days one back-test scores. */
export const MOST_DAYS = 24

/** The last days of the months from one month to another, both as `2026-11`; empty where the second lies before the first. */
export function monthEnds(from: string, to: string): string[] {
  const days: string[] = []
  const [year = 0, month = 0] = from.split('-').map(Number)
  for (let i = 0; i < MOST_DAYS; i++) {
    const end = new Date(Date.UTC(year, month + i, 0)).toISOString().slice(0, 10)
    if (end.slice(0, 7) > to) break
    days.push(end)
  }
  return days
}
