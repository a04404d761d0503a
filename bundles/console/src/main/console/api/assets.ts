import { get, post, put, send, type Page } from './client'

export const ASSET_KINDS = ['laptop', 'phone', 'accessCard', 'key', 'vehicle', 'tool', 'document', 'other'] as const
export const ASSET_STATES = ['inStock', 'issued', 'checking', 'lost', 'retired'] as const
export const VALUE_CLASSES = ['low', 'medium', 'high'] as const
export const CONDITIONS = ['good', 'worn', 'damaged'] as const
export type AssetKind = (typeof ASSET_KINDS)[number]
export type AssetState = (typeof ASSET_STATES)[number]
export type ValueClass = (typeof VALUE_CLASSES)[number]
export type Condition = (typeof CONDITIONS)[number]
export type AssetSort = 'inventoryNo' | 'kind' | 'label' | 'state' | 'dueOn'

/** That somebody holds an asset; of whom the reader is told nothing, only the id is there. */
export interface AssetHolding {
  employeeId: string
  id?: string
  name?: string
  employeeNo?: string
  issuedOn?: string
  dueOn?: string | null
  overdue?: boolean
  receipt?: 'none' | 'account' | 'paper'
  givenBackOn?: string | null
  endedOn?: string | null
  ending?: 'returned' | 'lost' | 'passedOn' | null
}

/** What was done with an asset; each is somebody's signature. */
export interface AssetEntry {
  employeeId: string | null
  name?: string
  act?: string
  at?: string
  by?: string
  self?: boolean
  on?: string
  condition?: '' | Condition
  note?: string
  paper?: string
  courier?: string
  tracking?: string
}

export interface Asset {
  id: string
  subsidiaryId: string
  version: number
  kind: AssetKind
  inventoryNo: string
  label: string
  serial: string
  valueClass: ValueClass | null
  state: AssetState
  holding: AssetHolding | null
  history: AssetEntry[] | null
}

export interface AssetFields {
  kind: AssetKind
  inventoryNo: string
  label: string
  serial: string
  valueClass: ValueClass | null
}

export interface AssetSearch {
  subsidiaryId: string
  text?: string
  kind?: AssetKind
  state?: AssetState
  overdueOnly?: boolean
  sort?: AssetSort
  descending?: boolean
  limit?: number
  cursor?: string
}

export interface PersonAssets {
  employeeId: string | null
  lastDay?: string | null
  cleared?: boolean
  items: Asset[]
}

export interface Returns {
  months: { month: string; due: number; onTime: number; open: number }[]
  due: number
  onTime: number
}

export interface Imported {
  added: number
  changed: number
  unchanged: number
  wrong: { line: number; column: string; message: string }[]
}

export interface IssueFields {
  key: string
  version: number
  employeeNo: string
  on: string | null
  dueOn: string | null
  condition: Condition | null
  note: string
  paper: string
  returnPaper?: string
}

export interface ReturnFields {
  version: number
  on: string | null
  condition: Condition
  note: string
  paper: string
  courier: string
  tracking: string
}

export interface SignFields {
  version: number
  note?: string
  courier?: string
  tracking?: string
}

const one = (id: string) => `assets/${encodeURIComponent(id)}`
const own = (holding: string) => `assets/own/${encodeURIComponent(holding)}`

export const searchAssets = (search: AssetSearch) => post<Page<Asset>>('assets/search', search)
export const asset = (id: string) => get<Asset>(one(id))
export const registerAsset = (key: string, subsidiaryId: string, fields: AssetFields) => post<Asset>('assets', { key, subsidiaryId, ...fields })
export const describeAsset = (id: string, version: number, fields: AssetFields) => put<Asset>(one(id), { version, ...fields })
export const issueAsset = (id: string, fields: IssueFields) => post<Asset>(`${one(id)}/issue`, fields)
export const passAsset = (id: string, fields: IssueFields) => post<Asset>(`${one(id)}/transfer`, fields)
export const takeAssetBack = (id: string, fields: ReturnFields) => post<Asset>(`${one(id)}/return`, fields)
export const putAsset = (id: string, version: number, state: AssetState, note: string) => post<Asset>(`${one(id)}/state`, { version, state, note })
export const assetFile = async (subsidiaryId: string, form: 'xlsx' | 'csv') => (await send('GET', `assets/assets.${form}`, { query: { subsidiaryId } })).blob()
export const assetReturns = (subsidiaryId: string) => get<Returns>('assets/returns', { query: { subsidiaryId } })
export const assetsOf = (employeeId: string) => get<PersonAssets>(`employees/${encodeURIComponent(employeeId)}/assets`)
export const ownAssets = () => get<PersonAssets>('assets/own')
export const signReceipt = (holding: string, fields: SignFields) => post<PersonAssets>(`${own(holding)}/receipt`, fields)
export const signReturn = (holding: string, fields: SignFields) => post<PersonAssets>(`${own(holding)}/return`, fields)

export async function importAssets(subsidiaryId: string, file: File): Promise<Imported> {
  const form = new FormData()
  form.append('subsidiaryId', subsidiaryId)
  form.append('file', file, file.name)
  return (await (await send('POST', 'assets/imports', { form })).json()) as Imported
}
