import { languageState } from './language'

const cached = new Map<string, Intl.DateTimeFormat | Intl.NumberFormat>()

function format<T extends Intl.DateTimeFormat | Intl.NumberFormat>(kind: string, make: (tag: string) => T): T {
  const key = languageState.tag.value + kind
  const found = cached.get(key) ?? make(languageState.tag.value)
  cached.set(key, found)
  return found as T
}

const NONE = '–'

/** A day as `2026-11-22`; days have no zone, so they are read as UTC. */
export function day(iso: string | null | undefined): string {
  if (!iso) return NONE
  const options = { dateStyle: 'medium', timeZone: 'UTC' } as const
  return format('day', (tag) => new Intl.DateTimeFormat(tag, options)).format(new Date(iso.slice(0, 10)))
}

/** A day near today, with its day of the week and without the year. */
export function nearDay(iso: string): string {
  const options = { weekday: 'short', month: 'short', day: 'numeric', timeZone: 'UTC' } as const
  return format('nearDay', (tag) => new Intl.DateTimeFormat(tag, options)).format(new Date(iso.slice(0, 10)))
}

/** A month as `2026-10`. */
export function month(iso: string): string {
  const options = { year: 'numeric', month: 'short', timeZone: 'UTC' } as const
  return format('month', (tag) => new Intl.DateTimeFormat(tag, options)).format(new Date(iso.slice(0, 7) + '-01'))
}

/** A moment, in the reader's own time zone. */
export function moment(iso: string | null | undefined): string {
  if (!iso) return NONE
  const options = { dateStyle: 'medium', timeStyle: 'short' } as const
  return format('moment', (tag) => new Intl.DateTimeFormat(tag, options)).format(new Date(iso))
}

/** A moment as the clocks of some place show it, with its day of the week. */
export function momentIn(iso: string, timeZone: string): string {
  const options = { dateStyle: 'full', timeStyle: 'short', timeZone } as const
  return format(`moment ${timeZone}`, (tag) => new Intl.DateTimeFormat(tag, options)).format(new Date(iso))
}

/** The name of a time zone in the reader's language. */
export function zoneName(timeZone: string): string {
  const parts = new Intl.DateTimeFormat(languageState.tag.value, { timeZone, timeZoneName: 'longGeneric' }).formatToParts(0)
  return parts.find((part) => part.type === 'timeZoneName')?.value ?? timeZone
}

/** A moment to the second in the reader's own time zone, with its offset: for what has to be compared across zones. */
export function exactMoment(iso: string): string {
  const day = { year: 'numeric', month: '2-digit', day: '2-digit' } as const
  const time = { hour: '2-digit', minute: '2-digit', second: '2-digit', hourCycle: 'h23', timeZoneName: 'longOffset' } as const
  return format('exact', (tag) => new Intl.DateTimeFormat(tag, { ...day, ...time })).format(new Date(iso))
}

export function number(value: number | null | undefined, digits = 0): string {
  if (value === null || value === undefined) return NONE
  const options = { minimumFractionDigits: digits, maximumFractionDigits: digits }
  return format(`n${digits}`, (tag) => new Intl.NumberFormat(tag, options)).format(value)
}

/** A number as it came, with at most two decimals. */
export function plain(value: number | null | undefined): string {
  if (value === null || value === undefined) return NONE
  return format('plain', (tag) => new Intl.NumberFormat(tag, { maximumFractionDigits: 2 })).format(value)
}

/** A score between 0 and 10: one decimal, always. */
export const score = (value: number | null | undefined): string => number(value, 1)

/** A share between 0 and 1 in percent. */
export function percent(value: number | null | undefined, digits = 1): string {
  if (value === null || value === undefined) return NONE
  const options = { style: 'percent', minimumFractionDigits: digits, maximumFractionDigits: digits } as const
  return format(`p${digits}`, (tag) => new Intl.NumberFormat(tag, options)).format(value)
}

/** A difference with its sign. */
export function signed(value: number | null | undefined, digits = 1): string {
  if (value === null || value === undefined) return NONE
  const options = { minimumFractionDigits: 0, maximumFractionDigits: digits, signDisplay: 'exceptZero' } as const
  return format(`s${digits}`, (tag) => new Intl.NumberFormat(tag, options)).format(value)
}

/** A relative change in percent, with its sign. */
export function signedPercent(value: number | null | undefined): string {
  if (value === null || value === undefined) return NONE
  const options = { style: 'percent', maximumFractionDigits: 1, signDisplay: 'exceptZero' } as const
  return format('sp', (tag) => new Intl.NumberFormat(tag, options)).format(value)
}
