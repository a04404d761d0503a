import type { OpenSession } from './account'
import { get, post, put, remove, type Page } from './client'
import type { User } from './session'

/** The roles of the product; integration is for API tokens alone. */
export const ROLES = [
  'groupHr',
  'subsidiaryHr',
  'lineManager',
  'employee',
  'taskHandler',
  'modelOperator',
  'fairnessAuditor',
  'dpo',
  'auditor',
  'systemAdmin',
  'securityAdmin',
  'hqAnalyst'
]

export interface ManagedUser extends Omit<User, 'permissions'> {
  active?: boolean
  secondFactor?: boolean
}

export interface UserDraft {
  username: string
  displayName: string
  roles: string[]
  subsidiaryIds: string[]
  language: string
}

/** A password or token text that is shown exactly once. */
export interface Once {
  oneTimePassword?: string
  token?: string
}

export interface ApiToken {
  id: string
  name: string
  role: string
  subsidiaryIds: string[]
  createdAt?: string
  expiresAt: string | null
  lastUsedAt?: string | null
  /** active, expiring, expired or revoked. */
  state?: string
}

export interface TokenDraft {
  name: string
  role: string
  subsidiaryIds: string[]
  expiresAt: string
}

const user = (id: string) => `users/${encodeURIComponent(id)}`

export const users = () => get<Page<ManagedUser>>('users', { query: { limit: 200 } })
export const createUser = (draft: UserDraft) => post<ManagedUser>('users', draft)
export const updateUser = (id: string, draft: UserDraft) => put<ManagedUser>(user(id), draft)
export const resetPassword = (id: string) => post<Once | undefined>(`${user(id)}/password`, {})
export const unlockUser = (id: string) => post<void>(`${user(id)}/unlock`)
export const resetSecondFactor = (id: string) => remove(`${user(id)}/second-factor`)
export const userSessions = (id: string) => get<Page<OpenSession>>(`${user(id)}/sessions`, { query: { limit: 200 } })
export const endUserSessions = (id: string) => remove(`${user(id)}/sessions`)

export const tokens = () => get<Page<ApiToken>>('tokens', { query: { limit: 200 } })
export const createToken = (draft: TokenDraft) => post<ApiToken & Once>('tokens', draft)
export const revokeToken = (id: string) => remove(`tokens/${encodeURIComponent(id)}`)
