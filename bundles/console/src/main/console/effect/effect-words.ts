import type { Arm, Figure, KeyGroup, Rate, Trial } from '@/api/effect'
import { number, percent } from '@/i18n/formats'
import { t, tNumbered } from '@/i18n/i18n'

/** The words for figures are the core's: paper, sheet and screen say the same. */
const MEDIANS = ['daysToTalk', 'leadDays']
export const figureName = (code: string): string => t(`effect.figure.${code}`)
export const figureMeaning = (code: string): string => t(`effect.meaning.${code}`)

export function figureValue(figure: Figure | undefined): string {
  if (figure?.value === null || figure?.value === undefined) return t('effect.tooFew')
  return MEDIANS.includes(figure.code) ? tNumbered('effect.days', [number(figure.value, figure.value % 1 ? 1 : 0)]) : percent(figure.value)
}

export function figureCount(figure: Figure | undefined): string | undefined {
  if (!figure?.denominator) return undefined
  if (figure.numerator === null) return t('console.effect.ofAll', { n: number(figure.denominator) })
  return t('console.effect.count', { n: number(figure.numerator), of: number(figure.denominator) })
}

export const figureInterval = (figure: Figure): string => (figure.low === null ? '–' : `${percent(figure.low)} – ${percent(figure.high)}`)
export const rateWords = (rate: Rate): string => tNumbered('effect.rate', [percent(rate.annualised), number(rate.exits), number(rate.personYears, 1)])
export const groupName = (row: KeyGroup): string => (row.kind === 'family' ? tNumbered('effect.group.family', [row.family]) : t(`effect.group.${row.kind}`))

const shareRange = (low: number, high: number): string => `${percent(low)} – ${percent(high)}`
const points = (share: number): string => number(share * 100, 1)
export const trialWords = (trial: Trial, from: string, to: string): string => tNumbered('effect.trialSpan', [from, to, number(trial.share), t(`effect.trialState.${trial.state}`)])
export const armWords = (arm: Arm | null): string =>
  arm ? tNumbered('effect.arm', [percent(arm.rate), number(arm.exits), number(arm.people), shareRange(arm.low, arm.high)]) : t('effect.notEnough')
export const pointWords = (difference: Trial['difference']): string =>
  difference ? tNumbered('effect.points', [points(difference.value), points(difference.low), points(difference.high)]) : '–'
