import { get, post, put, remove } from './client'

export type EventAudience = 'oa' | 'finance' | 'business' | 'it'
export type DeliveryState = 'waiting' | 'parked' | 'delivered'

/** How a target goes; its error is in the reader's words. */
export interface TargetHealth {
  deliveredAt: string | null
  waiting: number
  waitingSince: string | null
  parked: number
  failingSince: string | null
  heldUntil: string | null
  error: string | null
}

/** A system that is told of changes of offboarding cases. */
export interface EventTarget {
  id: string
  subsidiaryId: string
  name: string
  url: string
  audience: EventAudience
  kinds: string[]
  active: boolean
  version: number
  oldSecretUntil: string | null
  health: TargetHealth
}

export interface EventTargets {
  items: EventTarget[]
  audiences: { code: EventAudience; fields: string[] }[]
  kinds: { code: string; type: string }[]
}

export interface TargetFields {
  subsidiaryId: string
  name: string
  url: string
  audience: EventAudience
  kinds: string[]
  active: boolean
  version: number | null
}

/** A target that was made or changed; the secret is told where it was made just now, and never again. */
export interface MadeTarget {
  target: EventTarget
  secret: string | null
}

export interface PingResult {
  taken: boolean
  status: number
  error: string | null
}

/** An event on its way; nobody is told whom it is about. */
export interface EventDelivery {
  id: string
  eventId: string
  kind: string
  at: string
  tries: number
  triedAt: string | null
  nextAt: string | null
  error: string | null
}

export type Replay = { deliveries: string[] } | { parked: true } | { from: string; to: string }

const target = (id: string) => `event-targets/${encodeURIComponent(id)}`

export const eventTargets = (subsidiaryId: string) => get<EventTargets>('event-targets', { query: { subsidiaryId } })
export const putTarget = (id: string, fields: TargetFields) => put<MadeTarget>(target(id), fields)
export const removeTarget = (id: string, version: number) => remove(`${target(id)}?version=${version}`)
export const rotateSecret = (id: string, version: number) => post<MadeTarget>(`${target(id)}/secret`, { version })
export const pingTarget = (id: string) => post<PingResult>(`${target(id)}/ping`)
export const deliveries = (id: string, state: DeliveryState) => get<{ items: EventDelivery[] }>(`${target(id)}/deliveries`, { query: { state } })
export const sendAgain = (id: string, wanted: Replay) => post<{ events: number }>(`${target(id)}/replay`, wanted)
