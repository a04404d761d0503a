import { call, get, post, remove, type Page } from './client'
import type { Proof } from './passkeys'

/** The own second factor, without its secrets. */
export interface SecondFactor {
  active: boolean
  /** Whether the reader's roles must have one. */
  required: boolean
  since: string | null
  recoveryCodesLeft: number
  /** How many passkeys there are, each of which is one, too. */
  passkeys: number
}

/** What an authenticator app has to know; shown once. */
export interface Enrolment {
  /** In base 32, to be typed in. */
  secret: string
  /** The same as an otpauth address, to be scanned. */
  address: string
}

/** A session that is open somewhere. */
export interface OpenSession {
  id: string
  beganAt: string
  lastUsedAt: string
  address: string
  /** What the browser said it is. */
  client: string
  current: boolean
}

const FACTOR = 'session/second-factor'

export const secondFactor = () => get<SecondFactor>(FACTOR)
export const beginSecondFactor = (proof: Proof) => post<Enrolment>(FACTOR, proof)
export const confirmSecondFactor = async (code: string) => (await post<{ recoveryCodes: string[] }>(`${FACTOR}/confirmation`, { code })).recoveryCodes
export const removeSecondFactor = (proof: Proof) => post<void>(`${FACTOR}/removal`, proof)

export const ownSessions = () => get<Page<OpenSession>>('sessions', { query: { limit: 200 } })
export const endSession = (id: string) => remove(`sessions/${encodeURIComponent(id)}`)
export const endOtherSessions = () => call<void>('DELETE', 'sessions')
