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
}

export const currentSession = () => call<SessionAnswer>('GET', 'session', { sessionCall: true })

export const signIn = (username: string, password: string) =>
  call<SessionAnswer>('POST', 'session', { body: { username, password }, sessionCall: true })

export const signOut = () => call<void>('DELETE', 'session', { sessionCall: true })

export const changePassword = (currentPassword: string, newPassword: string) =>
  call<void>('PUT', 'session/password', { body: { currentPassword, newPassword }, sessionCall: true })
