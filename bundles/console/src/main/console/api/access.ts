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

/** Who knows the password of a user. */
export type SignsOnWith = 'local' | 'directory' | 'provider'

export interface ManagedUser extends Omit<User, 'permissions'> {
  active?: boolean
  secondFactor?: boolean
  signsOnWith?: SignsOnWith
}

export interface UserDraft {
  username: string
  displayName: string
  roles: string[]
  subsidiaryIds: string[]
  /** Random id of the employee who the user is; null for none. Left out, the link would end. */
  employeeId: string | null
  language: string
}

export interface RolePermissions {
  role: string
  permissions: string[]
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
  /** The permissions of its role that it is limited to; none for all of them. */
  permissions: string[]
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
  permissions: string[]
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
export const changeOrigin = (id: string, signsOnWith: SignsOnWith, subject?: string) => put<void>(`${user(id)}/origin`, { signsOnWith, subject })
export const userSessions = (id: string) => get<Page<OpenSession>>(`${user(id)}/sessions`, { query: { limit: 200 } })
export const endUserSessions = (id: string) => remove(`${user(id)}/sessions`)

export const roles = () => get<{ items: RolePermissions[] }>('roles')
export const tokens = () => get<Page<ApiToken>>('tokens', { query: { limit: 200 } })
export const createToken = (draft: TokenDraft) => post<ApiToken & Once>('tokens', draft)
export const revokeToken = (id: string) => remove(`tokens/${encodeURIComponent(id)}`)
