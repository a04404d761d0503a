import type { RecordItem, RecordValue } from '@/api/rights'
import { day, moment, plain } from '@/i18n/formats'
import { t, textOr } from '@/i18n/i18n'
import { basisWord, categoryWord, purposeWord } from '@/privacy/privacy-words'

/** Sections in the order in which they answer: who am I to them, what do they know, what do they make of it, who saw it. */
const ORDER = ['profile', 'signals', 'scores', 'alerts', 'cases', 'dismissals', 'bases', 'notices', 'consents', 'requests', 'breaches', 'transfers', 'holds', 'account', 'accesses']
const REASON = /^reason\d+/

export const KINDS = ['access', 'rectification', 'objection', 'refusalOfAutomatedDecision', 'humanReview', 'erasure'] as const

export const kindWord = (kind: string): string => textOr(`requestKind.${kind}`, kind)
export const exceptionWord = (ruleBook: string, code: string): string => textOr(`automatedDecision.${ruleBook}.${code}`, code)
export const stateWord = (state: string): string => textOr(`requestState.${state}`, textOr(`console.case.state.${state}`, textOr(`console.programmes.state.${state}`, state)))
export const sectionWord = (section: string): string => textOr(`record.section.${section}`, section)
export const fieldWord = (field: string): string => textOr(`record.field.${field}`, field)

export function inOrder<T extends { section: string }>(sections: T[]): T[] {
  const place = (one: T) => (ORDER.includes(one.section) ? ORDER.indexOf(one.section) : ORDER.length)
  return [...sections].sort((a, b) => place(a) - place(b))
}

/** The fields that at least one item has, in the order in which they come; the reasons of a score stand together. */
export function columnsOf(items: RecordItem[]): string[] {
  return [...new Set(items.flatMap((item) => Object.keys(item)))].filter((field) => !REASON.test(field))
}

/** The reasons of a score, strongest first, with what each does to it. */
export function reasonsOf(item: RecordItem): { text: string; effect: number }[] {
  const reasons = []
  for (let n = 1; `reason${n}` in item; n++) reasons.push({ text: String(item[`reason${n}`]), effect: Number(item[`reason${n}Effect`]) })
  return reasons
}

const each = (codes: string, word: (code: string) => string): string => codes.split(/, ?/).map(word).join(', ')
const roleWords = (codes: string): string => each(codes, (code) => textOr(`console.role.${code}`, code))
const CODES: Record<string, (code: string) => string> = {
  signal: (code) => textOr(`signal.${code}`, textOr(`record.fact.${code}`, code)),
  category: categoryWord,
  categories: (codes) => each(codes, categoryWord),
  restsOn: (codes) => each(codes, categoryWord),
  purpose: purposeWord,
  basis: (codes) => each(codes, basisWord),
  kind: (code) => textOr(`requestKind.${code}`, basisWord(code)),
  state: stateWord,
  outcome: (code) => textOr(`console.dismissal.outcome.${code}`, code),
  breachState: (code) => textOr(`breachState.${code}`, code),
  breachSeverity: (code) => textOr(`breachSeverity.${code}`, code),
  why: (code) => textOr(`risk.unknown.${code}`, code),
  intent: (code) => textOr(`console.talk.intent.${code}`, code),
  causes: (codes) => each(codes, (code) => textOr(`need.${code}`, textOr(`retention.cause.${code}`, code))),
  band: (code) => textOr(`console.band.${code}`, code),
  status: (code) => textOr(`console.status.${code}`, code),
  by: roleWords,
  roles: roleWords,
  recipients: roleWords
}

/** A value as people read it. */
export function valueWord(field: string, value: RecordValue | undefined): string {
  if (value === undefined) return ''
  if (typeof value === 'boolean') return t(value ? 'console.own.yes' : 'console.own.no')
  if (typeof value === 'number') return plain(value)
  if (/^\d{4}-\d\d-\d\d$/.test(value)) return day(value)
  if (/^\d{4}-\d\d-\d\dT/.test(value)) return moment(value)
  return CODES[field]?.(value) ?? value
}
