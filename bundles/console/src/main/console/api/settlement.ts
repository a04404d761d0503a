import { call, get, post, send } from './client'

export type ClaimComponent = 'bonus' | 'expenses'
export type ClaimState = 'open' | 'accepted' | 'refused'

export interface Claim {
  component: ClaimComponent
  label: string
  amount: number
  state: ClaimState
}

/** What people say a settlement is computed from; null for what nobody has said. */
export interface SettlementInputs {
  monthlyPay: number | null
  lastMonthPay: number | null
  averagePay: number | null
  ordinaryPay: number | null
  paidUntil: string | null
  leaveDays: number | null
  leaveTaken: number | null
  place: string
  claims: Claim[]
}

export interface SettlementLine {
  component: string
  title: string
  amount: number
  held: boolean
  steps: { text: string; result: string; article: string }[]
}

/** What somebody who leaves is owed. */
export interface Settlement {
  offboardingId: string
  employee: { id: string; name: string; employeeNo: string }
  version: number
  state: 'draft' | 'agreed' | 'handedOver'
  exit: { kind: string; kindText: string; noticeDay: string | null; lastDay: string; handedOver: boolean }
  rules: boolean
  law: string
  currency: string
  inputs: SettlementInputs
  wanted: { code: string; text: string }[]
  lines: SettlementLine[]
  sums: { due: number; held: number; total: number; holdArticle: string } | null
  notes: string[]
  places: string[]
  outdated: boolean
  history: { version: number; state: string; at: string; by: string }[]
}

/** What finance has to pay, without what it was computed from. */
export interface Payable {
  offboardingId: string
  employee: { id: string; name: string; employeeNo: string }
  exit: { lastDay: string }
  currency: string
  lines: { component: string; title: string; amount: number; held: boolean }[]
  sums: { due: number; held: number; total: number } | null
}

/** The average wage of a place, as its authority made it known. */
export interface NewLocalWage {
  country: string
  place: string
  from: string
  until: string
  average: number
  minimum: number | null
  source: string
}

export type SettlementForm = 'xlsx' | 'csv' | 'pdf'

const of = (id: string) => `offboardings/${encodeURIComponent(id)}/settlement`

export const settlement = (id: string) => get<Settlement>(of(id))
export const changeSettlement = (id: string, version: number, inputs: SettlementInputs) => call<Settlement>('PUT', of(id), { body: { version, ...inputs } })
export const agreeSettlement = (id: string, version: number, due: number, held: number) => post<Settlement>(`${of(id)}/agreement`, { version, due, held })
export const handSettlementOver = (id: string, version: number) => post<Settlement>(`${of(id)}/finance`, { version })
export const settlementFile = async (id: string, form: SettlementForm) => (await send('GET', `${of(id)}/settlement.${form}`)).blob()
export const addLocalWage = (wage: NewLocalWage) => post<NewLocalWage>('offboardings/local-wages', wage)

const payableOf = (id: string) => `offboardings/${encodeURIComponent(id)}/payable`

export const payable = (id: string) => get<Payable>(payableOf(id))
export const payableFile = async (id: string, form: 'xlsx' | 'csv') => (await send('GET', `${payableOf(id)}/payable.${form}`)).blob()
