import { get, post, put, send, type Page } from './client'
import type { EmployeeRow } from './group'

export type AccountState = 'known' | 'disableDue' | 'disabling' | 'failed' | 'dead' | 'alive'

/** How a system goes; errors are in the reader's words. */
export interface SystemHealth {
  error: string | null
  heldUntil: string | null
  scannedAt: string | null
  scanDueAt: string
  scanError: string | null
}

/** A system in which people have accounts; of its secrets it is told alone which are set. */
export interface AccountSystem {
  id: string
  subsidiaryId: string
  subsidiaryName: string
  code: string
  connector: string
  name: string
  active: boolean
  version: number
  values: Record<string, string>
  secrets: string[]
  health: SystemHealth
}

export interface SystemSetting {
  name: string
  label: string
  kind: 'text' | 'secret' | 'choice' | 'authorities'
  required: boolean
  usual: string
  choices: { code: string; label: string }[]
}

export interface AccountConnector {
  code: string
  name: string
  settings: SystemSetting[]
}

export interface SystemFields {
  subsidiaryId: string
  code: string
  connector: string
  name: string
  active: boolean
  values: Record<string, string>
  version: number | null
}

export interface SystemTest {
  answered: boolean
  accounts: number
  error: string | null
}

export interface Account {
  id: string
  system: string
  account: string
  state: AccountState
  dueAt: string | null
  lastTryAt: string | null
  nextTryAt: string | null
  deadAt: string | null
  tries: number
  error: string | null
  escalated: boolean
}

export interface AccountSearch {
  system: string
  done: boolean
  lastTryAt: string | null
  nextTryAt: string | null
  error: string | null
}

/** The accounts of a person, and how far they are closed. */
export interface PersonAccounts {
  employeeId: string
  dueAt: string | null
  proved: boolean
  searches: AccountSearch[]
  accounts: Account[]
  systems: { id: string; name: string }[]
}

/** An account that lives although nobody at work is known to own it; who may not see the owner is told no name. */
export interface Orphan {
  subsidiaryId: string
  employee: Partial<EmployeeRow> | null
  system: string
  account: string
  employeeNo: string
  ours: boolean
  since: string
}

export interface LateAccount {
  subsidiaryId: string
  employee: Partial<EmployeeRow>
  account: Account | null
  search: AccountSearch | null
}

const system = (id: string) => `account-systems/${encodeURIComponent(id)}`
const person = (id: string) => `employees/${encodeURIComponent(id)}/accounts`

export const accountSystems = (subsidiaryId: string) => get<{ items: AccountSystem[] }>('account-systems', { query: { subsidiaryId } })
export const accountConnectors = (subsidiaryId: string) => get<{ items: AccountConnector[] }>('account-systems/connectors', { query: { subsidiaryId } })
export const putSystem = (id: string, fields: SystemFields) => put<AccountSystem>(system(id), fields)
export const testSystem = (id: string) => post<SystemTest>(`${system(id)}/test`)
export const scanSystem = (id: string) => post<AccountSystem>(`${system(id)}/scan`)
export const orphans = (subsidiaryId: string, limit: number, cursor?: string) => get<Page<Orphan>>('accounts/orphans', { query: { subsidiaryId, limit, cursor } })
export const orphanSheet = async (subsidiaryId: string) => (await send('GET', 'accounts/orphans.xlsx', { query: { subsidiaryId } })).blob()
export const lateAccounts = (subsidiaryId: string) => get<{ items: LateAccount[] }>('accounts/late', { query: { subsidiaryId } })
export const accountsOf = (id: string) => get<PersonAccounts>(person(id))
export const addAccount = (id: string, systemId: string, reference: string) => post<PersonAccounts>(person(id), { systemId, reference })
export const searchAccounts = (id: string) => post<PersonAccounts>(`${person(id)}/search`)
export const retryAccounts = (id: string) => post<PersonAccounts>(`${person(id)}/retry`)
