import type { RetentionCase } from '@/api/cases'
import { day, moment, number } from '@/i18n/formats'
import { t } from '@/i18n/i18n'

const DAY = 86_400_000

/** A day of the reader's calendar as `2026-11-22`. */
export function dayOf(at: Date): string {
  const two = (value: number) => String(value).padStart(2, '0')
  return `${at.getFullYear()}-${two(at.getMonth() + 1)}-${two(at.getDate())}`
}

/** How much time there is for the talk, in words. The server says what is overdue: its day is that of who has to talk. */
export function dueWord(one: Pick<RetentionCase, 'state' | 'overdue' | 'clock'>, today: string): string {
  const { dueOn, talkedAt, closedAt } = one.clock
  if (one.state === 'closed') return t('console.case.closed', { at: moment(closedAt) })
  if (one.state === 'talked') return t('console.case.talked', { at: moment(talkedAt) })
  if (one.overdue) return t('console.case.overdue', { day: day(dueOn) })
  const left = Math.round((Date.parse(dueOn) - Date.parse(today)) / DAY)
  if (left <= 0) return t('console.case.today')
  return left === 1 ? t('console.case.tomorrow') : t('console.case.in', { n: number(left), day: day(dueOn) })
}

/** What colours it: late, soon, or neither. */
export function urgency(one: Pick<RetentionCase, 'state' | 'overdue' | 'clock'>, today: string): 'late' | 'soon' | 'calm' {
  if (one.state !== 'waiting') return 'calm'
  if (one.overdue) return 'late'
  return one.clock.dueOn <= today ? 'soon' : 'calm'
}

/** A random UUID of version 4; works without a secure context, too. */
export function randomKey(): string {
  const bytes = crypto.getRandomValues(new Uint8Array(16))
  bytes[6] = (bytes[6]! & 0x0f) | 0x40
  bytes[8] = (bytes[8]! & 0x3f) | 0x80
  const hex = Array.from(bytes, (byte) => byte.toString(16).padStart(2, '0')).join('')
  return hex.replace(/^(.{8})(.{4})(.{4})(.{4})(.{12})$/, '$1-$2-$3-$4-$5')
}
