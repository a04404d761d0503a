import { OFFICES, type Notice, type Offboarding, type OffboardingState, type OffboardingStep, type OffboardingTask } from '@/api/offboardings'
import type { FieldError } from '@/api/problem'
import { number } from '@/i18n/formats'
import { t, textOr } from '@/i18n/i18n'
import { lineDue } from '@/work/work-words'

const DAY = 86_400_000

export const kindWord = (kind: string): string => textOr(`console.offboarding.kind.${kind}`, kind)
export const officeWord = (office: string): string => textOr(`console.offboarding.office.${office}`, office)
export const outcomeWord = (outcome: string): string => textOr(`console.offboarding.outcome.${outcome}`, outcome)
export const reasonWord = (reason: string): string => textOr(`console.offboarding.reason.${reason}`, reason)
const stepWord = (step: string): string => textOr(`console.offboarding.step.${step}`, step)

/** What stops or turns back an offboarding wants its reason. */
export const stops = (outcome: string): boolean => outcome === 'refused' || outcome === 'returned'

/** The notice by law. */
export function noticeWord(notice: Pick<Notice, 'days' | 'probation'>): string {
  if (!notice.days) return t('console.offboarding.notice.none')
  return notice.probation ? t('console.offboarding.notice.probation', { n: number(notice.days) }) : t('console.offboarding.notice.days', { n: number(notice.days) })
}

/** How many days somebody is still here. */
export function daysLeft(lastDay: string, today: string): string {
  const left = Math.round((Date.parse(lastDay) - Date.parse(today)) / DAY)
  if (left === -1) return t('console.offboarding.left.yesterday')
  if (left < 0) return t('console.offboarding.left.past', { n: number(-left) })
  if (left === 0) return t('console.offboarding.left.today')
  return left === 1 ? t('console.offboarding.left.tomorrow') : t('console.offboarding.left.days', { n: number(left) })
}

export const when = (task: Pick<OffboardingTask, 'overdue' | 'dueOn'>, today: string): 'overdue' | 'today' | 'later' =>
  task.overdue ? 'overdue' : task.dueOn <= today ? 'today' : 'later'

/** Until when a task is to be done, in words. The server says what is overdue: its day is that of the office. */
export const taskDue = (task: Pick<OffboardingTask, 'overdue' | 'dueOn'>, today: string): string => lineDue({ when: when(task, today), dueOn: task.dueOn }, today)

/** How many tasks are open, in words. */
export function openWord(one: Pick<Offboarding, 'open' | 'overdue'>): string {
  if (!one.open) return t('console.offboarding.openNone')
  return one.overdue ? t('console.offboarding.openLate', { n: number(one.open) }) : t('console.offboarding.openSome', { n: number(one.open) })
}

/** What happened, in words. */
export function historyWord(one: Pick<OffboardingStep, 'what' | 'step' | 'outcome'>): string {
  const what = textOr(`console.offboarding.what.${one.what}`, one.what)
  const more = [one.step && stepWord(one.step), one.outcome && outcomeWord(one.outcome)].filter(Boolean).join(', ')
  return more ? t('console.offboarding.whatMore', { what, more }) : what
}

export const stateTone = (state: OffboardingState): 'primary' | 'info' | 'success' => (state === 'running' ? 'primary' : state === 'ended' ? 'success' : 'info')

const rank = (office: string): number => {
  const at = (OFFICES as readonly string[]).indexOf(office)
  return at < 0 ? OFFICES.length : at
}

/** Tasks by the office that does them; each office begins with what is open and due first. */
export function byOffice(tasks: OffboardingTask[]): { office: string; tasks: OffboardingTask[]; open: number }[] {
  const offices = [...new Set(tasks.map((one) => one.office))].sort((a, b) => rank(a) - rank(b) || a.localeCompare(b))
  const order = (one: OffboardingTask) => `${one.state === 'open' ? 0 : 1}${one.dueOn}`
  return offices.map((office) => {
    const own = tasks.filter((one) => one.office === office).sort((a, b) => order(a).localeCompare(order(b)))
    return { office, tasks: own, open: own.filter((one) => one.state === 'open').length }
  })
}

/** The words of an error at one of these fields of a form. */
export function errorAt(errors: FieldError[], ...fields: string[]): string {
  const found = errors.find((one) => fields.includes(one.field))
  return found ? found.message || found.code : ''
}

/** What happened since somebody looked, in words. */
export function changesSince(fresh: Offboarding, known: Offboarding): string[] {
  const seen = new Set((known.history ?? []).map((one) => one.at + one.what + (one.step ?? '')))
  const news = (fresh.history ?? []).filter((one) => !seen.has(one.at + one.what + (one.step ?? '')))
  return news.map((one) => [[one.by, historyWord(one)].filter(Boolean).join(': '), one.note].filter(Boolean).join(' — '))
}
