import { number, signed } from '@/i18n/formats'

/** By how many points a probability falls: a fall is told with a minus. */
export const fall = (retained: number | null): string => (retained === null ? '–' : signed(-100 * retained))

/** The interval of that fall, the larger one first. */
export const fallBetween = (one: { low: number | null; high: number | null }): string =>
  one.low === null || one.high === null ? '' : `${signed(-100 * one.high)} … ${signed(-100 * one.low)}`

/** A number of people that may be less than one. */
export const people = (value: number | null | undefined): string => number(value, 1)
