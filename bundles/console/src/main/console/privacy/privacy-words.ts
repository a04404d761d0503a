import { number } from '@/i18n/formats'
import { t, textOr } from '@/i18n/i18n'

/** The data categories, in the order in which they are shown. */
export const CATEGORIES = ['attendance', 'performance', 'pay', 'work', 'project', 'feedback', 'survey', 'jobSite', 'career', 'employment']

export const categoryWord = (code: string): string => textOr(`console.category.${code}`, code)
export const categoryWords = (codes: string[]): string => CATEGORIES.filter((code) => codes.includes(code)).map(categoryWord).join(' · ')
const DAY_MS = 86_400_000
/** How long until a day of the calendar, from the reader's today. */
export function dueIn(dueOn: string, now = new Date()): string {
  const today = Date.UTC(now.getFullYear(), now.getMonth(), now.getDate())
  const days = Math.round((Date.parse(dueOn) - today) / DAY_MS)
  if (days < 0) return t('console.request.overdue', { n: number(-days) })
  return days === 0 ? t('console.request.dueToday') : t('console.request.dueIn', { n: number(days) })
}

export const basisWord = (code: string): string => textOr(`console.basis.${code}`, code)
export const purposeWord = (code: string): string => textOr(`console.purpose.${code}`, code)
export const heldWord = (code: string, rows: number): string => t('console.erasure.heldOf', { what: textOr(`console.held.${code}`, code), n: number(rows) })
