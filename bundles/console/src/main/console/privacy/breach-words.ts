import type { Breach } from '@/api/breaches'
import { number } from '@/i18n/formats'
import { t, textOr } from '@/i18n/i18n'

const HOUR_MS = 3_600_000

export const SEVERITIES = ['low', 'medium', 'high'] as const
export const severityWord = (code: string): string => textOr(`breachSeverity.${code}`, code)
export const breachStateWord = (code: string): string => textOr(`breachState.${code}`, code)

/** Table and column of a record that did not open. */
export const foundWord = (breach: Breach): string => t('console.breach.foundIn', { place: (breach.foundIn ?? '').replace('.', ' · ') })

/** Whom somebody has still to tell, and until when: the one due first. */
function next(breach: Breach): { whom: string; due: number } | undefined {
  const told = new Set(breach.steps.map((step) => step.whom))
  const open = [
    { whom: 'authority' as const, due: Date.parse(breach.clock.authorityDueAt) },
    { whom: 'people' as const, due: Date.parse(breach.clock.peopleDueAt) }
  ]
  return open.filter((one) => !told.has(one.whom)).sort((a, b) => a.due - b.due)[0]
}

/** How many hours are left to tell, or were missed. */
export function clockWord(breach: Breach, now = Date.now()): string {
  const first = next(breach)
  if (!first) return breachStateWord(breach.state)
  const whom = t(`console.breach.whom.${first.whom}`)
  const hours = (first.due - now) / HOUR_MS
  return hours < 0 ? t('console.breach.overdue', { whom, n: number(Math.ceil(-hours)) }) : t('console.breach.left', { whom, n: number(Math.floor(hours)) })
}
