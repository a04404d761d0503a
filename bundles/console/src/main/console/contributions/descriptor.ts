import { day, number, percent, plain } from '@/i18n/formats'

export type CellFormat = 'text' | 'number' | 'percent' | 'day'

/** A page without code: a table, and a chart of two of its columns. */
export interface Descriptor {
  noteKey?: string
  /** Rows in the file itself, or the path of a list below /api/v1/ that answers `{items: […]}`. */
  rows?: Record<string, unknown>[]
  list?: string
  chart?: { type: 'bar' | 'line'; x: string; y: string }
  columns: { key: string; titleKey: string; format?: CellFormat }[]
}

/** Words of a cell. */
export function cellText(value: unknown, format: CellFormat = 'text'): string {
  if (value === null || value === undefined) return '–'
  if (format === 'text') return String(value)
  if (format === 'day') return day(String(value))
  const amount = Number(value)
  if (format === 'percent') return percent(amount)
  return Number.isInteger(amount) ? number(amount) : plain(amount)
}
