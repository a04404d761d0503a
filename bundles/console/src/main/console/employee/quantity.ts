import { percent, plain } from '@/i18n/formats'
import { textOr } from '@/i18n/i18n'

/** A value as people read it, and the word behind it, which may be none. */
export interface Quantity {
  value: string
  unit: string
}

/** A ratio is a share, or a difference in relation to something: people read that in percent. */
export const quantity = (value: number | null, unit: string): Quantity =>
  unit === 'ratio' ? { value: percent(value), unit: '' } : { value: plain(value), unit: textOr(`console.unit.${unit}`, unit) }
