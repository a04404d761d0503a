import { call } from './client'
import type { Signed } from './passkeys'

export interface User {
  id: string
  username: string
  displayName: string
  roles: string[]
  /** Empty: all of them. */
  subsidiaryIds: string[]
  employeeId: string | null
  language: string
  permissions: string[]
  mustChangePassword: boolean
  /** Who knows the password: local, directory or provider. */
  signsOnWith?: string
}

/** The firm's identity provider; without a name there is none. */
export interface Provider {
  name: string | null
  signOffAddress: string | null
}

export interface SessionAnswer {
  csrfToken: string
  user: User
  /** The roles must have a second factor, and there is none: nothing else is open. */
  mustAddSecondFactor?: boolean
}

export const currentSession = () => call<SessionAnswer>('GET', 'session', { sessionCall: true })

/** The code is that of the second factor, where the account has one; a passkey stands in its place. */
export const signIn = (username: string, password: string, code = '', passkey?: Signed) =>
  call<SessionAnswer>('POST', 'session', { body: { username, password, code: code || undefined, passkey }, sessionCall: true })

/** The device has verified its holder, so a passkey is enough. */
export const signInWithPasskey = (passkey: Signed) => call<SessionAnswer>('POST', 'session', { body: { passkey }, sessionCall: true })

export const provider = () => call<Provider>('GET', 'session/provider', { sessionCall: true })

export const startWithProvider = () => call<{ address: string }>('POST', 'session/provider/start', { sessionCall: true })

/** The second call, with the second factor, has the state alone beside it. */
export const comeBack = (state: string, code: string, secondFactor = '', passkey?: Signed) =>
  call<SessionAnswer>('POST', 'session/provider', { body: { state, code: code || undefined, secondFactor: secondFactor || undefined, passkey }, sessionCall: true })

export const signOut = () => call<void>('DELETE', 'session', { sessionCall: true })

export const changePassword = (currentPassword: string, newPassword: string) =>
  call<void>('PUT', 'session/password', { body: { currentPassword, newPassword }, sessionCall: true })
