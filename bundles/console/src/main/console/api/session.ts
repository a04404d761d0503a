import { call } from './client'

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
}

export interface SessionAnswer {
  csrfToken: string
  user: User
  /** The roles must have a second factor, and there is none: nothing else is open. */
  mustAddSecondFactor?: boolean
}

export const currentSession = () => call<SessionAnswer>('GET', 'session', { sessionCall: true })

/** The code is that of the second factor, where the account has one. */
export const signIn = (username: string, password: string, code = '') =>
  call<SessionAnswer>('POST', 'session', { body: { username, password, code: code || undefined }, sessionCall: true })

export const signOut = () => call<void>('DELETE', 'session', { sessionCall: true })

export const changePassword = (currentPassword: string, newPassword: string) =>
  call<void>('PUT', 'session/password', { body: { currentPassword, newPassword }, sessionCall: true })
