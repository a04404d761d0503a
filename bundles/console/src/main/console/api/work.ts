import { get } from './client'
import type { EmployeeRow } from './group'

export type WorkWhen = 'overdue' | 'today' | 'week' | 'later'
export const WORK_WHEN: WorkWhen[] = ['overdue', 'today', 'week', 'later']

/** Something the reader has to do. */
export interface WorkLine {
  kind: 'talk' | 'talkOverdue' | 'alert' | 'action' | 'approval' | 'followUp'
  /** Where in the console it is done. */
  place: string
  employee: EmployeeRow
  when: WorkWhen
  dueOn: string | null
  /** Whether it came today. */
  fresh: boolean
  /** What an action of a plan is, else empty. */
  title: string
}

export interface WorkPage {
  items: WorkLine[]
  next: string | null
  counts: Record<WorkWhen | 'done', number>
}

export const work = (limit: number) => get<WorkPage>('work', { query: { limit } })
