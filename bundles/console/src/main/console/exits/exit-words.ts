import type { Figure } from '@/api/effect'
import { number, percent } from '@/i18n/formats'
import { t, textOr, tNumbered } from '@/i18n/i18n'

/** The words for figures are the core's: paper, sheet and screen say the same. */
export const figureName = (code: string): string => t(`offboardingReport.figure.${code}`)
export const figureMeaning = (code: string): string => t(`offboardingReport.meaning.${code}`)
/** The reason without a name is all that too few gave. */
export const exitReason = (code: string): string => (code ? textOr(`console.offboarding.reason.${code}`, code) : t('offboardingReport.others'))
export const stepName = (code: string): string => textOr(`flow.step.${code}`, code)

/** A share in percent, a median in hours of work, or that it is of too few. */
export function figureValue(figure: Figure): string {
  if (figure.value === null) return t('offboardingReport.tooFew')
  return figure.numerator === null ? tNumbered('offboardingReport.hours', [number(figure.value, 1)]) : percent(figure.value)
}

export function figureCount(figure: Figure): string | undefined {
  if (!figure.denominator) return undefined
  if (figure.numerator === null) return t('console.effect.ofAll', { n: number(figure.denominator) })
  return t('console.effect.count', { n: number(figure.numerator), of: number(figure.denominator) })
}
