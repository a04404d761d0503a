import type { Preparation, PreparationEntry } from '@/api/preparations'
import { day, number } from '@/i18n/formats'
import { t, textOr } from '@/i18n/i18n'

export const whyWord = (why: string): string => textOr(`console.preparation.why.${why}`, why)
export const stepWord = (step: string): string => textOr(`console.preparation.step.${step}`, step)
export const finalWord = (step: string): string => textOr(`console.preparation.final.${step}`, step)
export const evidenceWord = (kind: string): string => textOr(`console.preparation.evidence.${kind}`, kind)

/** How much is prepared, in words. */
export function progressWord(one: Pick<Preparation, 'steps'>): string {
  return t('console.preparation.progress', { done: number(one.steps.filter((step) => step.doneAt).length), all: number(one.steps.length) })
}

/** What was done, in words. */
export function entryWord(one: Pick<PreparationEntry, 'what' | 'detail'>): string {
  const detail = one.what === 'evidenceAdded' ? evidenceWord(one.detail) : stepWord(one.detail)
  const key = `console.preparation.what.${one.what}`
  return one.detail ? t(key, { detail }) : textOr(key, one.what)
}

export const stateTone = (state: Preparation['state']): 'primary' | 'info' | 'success' => (state === 'goingOn' ? 'primary' : state === 'begun' ? 'success' : 'info')

/** The day of a moment, where the subsidiary is. */
export const dayAt = (moment: string): string => day(moment.slice(0, 10))
