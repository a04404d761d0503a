import { addressOf, call, get, post } from './client'

export type ItemState = 'open' | 'handedOver' | 'accepted' | 'returned' | 'waived'

export interface HandoverFile {
  id: string
  name: string
  size: number
  received: number
  touchedAt: string
}

/** Something that is handed over. */
export interface HandoverItem {
  id: string
  version: number
  kind: string
  title: string
  /** Its title is a template's, and comes in the reader's language. */
  template: boolean
  mandatory: boolean
  state: ItemState
  recipientId: string | null
  recipientName: string | null
  dueOn: string | null
  remark: { text: string; by: string } | null
  files: HandoverFile[]
}

/** The handover list of somebody who leaves; version 0 where nobody has begun it. */
export interface Handover {
  offboardingId: string
  employee: { id: string; name: string }
  version: number
  lastDay: string | null
  waiver: { text: string; by: string } | null
  items: HandoverItem[]
  wanted: number
  settled: number
  done: boolean
  may: ('write' | 'waive')[]
}

export interface ReceivedItem {
  from: string | null
  item: HandoverItem
}

export interface OwnHandover {
  leaving: Handover | null
  received: { recipientId: string; items: ReceivedItem[] } | null
}

/** What somebody writes of an item; without a title it keeps its template's. */
export interface ItemDraft {
  kind?: string
  title: string | null
  mandatory: boolean
  recipientId: string | null
  dueOn: string | null
}

const of = (id: string) => `knowledge/offboardings/${encodeURIComponent(id)}`
const itemOf = (id: string, item: string) => `${of(id)}/items/${encodeURIComponent(item)}`

export const handover = (id: string) => get<Handover>(of(id))
export const beginHandover = (id: string) => post<Handover>(of(id))
export const addItem = (id: string, key: string, draft: ItemDraft) => post<Handover>(`${of(id)}/items`, { key, ...draft })
export const changeItem = (id: string, item: HandoverItem, draft: ItemDraft) => call<Handover>('PUT', itemOf(id, item.id), { body: { version: item.version, ...draft } })
export const removeItem = (id: string, item: HandoverItem) => call<void>('DELETE', itemOf(id, item.id), { query: { version: item.version } })
export const waiveItem = (id: string, item: HandoverItem, reason: string) => post<Handover>(`${itemOf(id, item.id)}/waiver`, { version: item.version, reason })
export const demandItem = (id: string, item: HandoverItem) => post<Handover>(`${itemOf(id, item.id)}/demand`, { version: item.version })
export const waiveHandover = (id: string, version: number, reason: string) => post<Handover>(`${of(id)}/waiver`, { version, reason })
export const demandHandover = (id: string, version: number) => post<Handover>(`${of(id)}/demand`, { version })
export const ownHandover = () => get<OwnHandover>('knowledge/own')
export const handOver = (item: HandoverItem) => post<OwnHandover>(`knowledge/own/items/${item.id}/handover`, { version: item.version })
export const acceptItem = (item: HandoverItem) => post<unknown>(`knowledge/own/received/${item.id}/acceptance`, { version: item.version })
export const returnItem = (item: HandoverItem, reason: string) => post<unknown>(`knowledge/own/received/${item.id}/return`, { version: item.version, reason })
export const removeFile = (id: string) => call<void>('DELETE', `knowledge/files/${id}`, { headers: { 'Tus-Resumable': '1.0.0' } })
/** Where the browser itself saves a file from: it may be larger than what a page can hold. */
export const fileAddress = (id: string) => addressOf(`knowledge/files/${id}/content`)
