import type { WorkLine } from '@/api/work'
import { nearDay } from '@/i18n/formats'
import { t } from '@/i18n/i18n'

const DAY = 86_400_000

/** What is to be done, in words: an action of a plan says itself what it is. */
export const lineName = (line: Pick<WorkLine, 'kind' | 'title'>): string => line.title || t(`console.work.kind.${line.kind}`)

/** Until when, in words. The server says what is overdue and what is for today: its day is that of where it is done. */
export function lineDue(line: Pick<WorkLine, 'when' | 'dueOn'>, today: string): string {
  if (!line.dueOn) return ''
  if (line.when === 'overdue') return t('console.work.overdueSince', { day: nearDay(line.dueOn) })
  if (line.when === 'today') return t('console.work.dueToday')
  const tomorrow = Date.parse(line.dueOn) - Date.parse(today) <= DAY
  return tomorrow ? t('console.work.dueTomorrow') : t('console.work.dueOn', { day: nearDay(line.dueOn) })
}
