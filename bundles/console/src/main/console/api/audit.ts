import { post, send } from './client'

export const AUDIT_KINDS = ['read', 'change', 'export', 'session', 'access', 'import', 'run', 'bundle', 'key', 'backup', 'audit', 'server'] as const
export type AuditKind = (typeof AUDIT_KINDS)[number]

export interface AuditActor {
  id: string
  /** Absent where there is no account, or the reader may not see its name. */
  name: string | null
  roles: string[]
  via: string
}

export interface AuditLine {
  index: number
  at: string
  action: string
  kind: AuditKind
  actor: AuditActor
  persons: string[]
  /** Names of the first of them, by random id, where the reader may see them. */
  names: Record<string, string>
  outcome: 'begun' | 'done' | 'denied' | 'failed'
  details: Record<string, string>
}

/** The log grows while it is read, so a page tells no total. */
export interface AuditPage {
  items: AuditLine[]
  next: string | null
}

export interface AuditFilter {
  person?: string
  actor?: string
  kind?: AuditKind
  endpoint?: string
  from?: string
  to?: string
}

/** About whom evidence is wanted, and perhaps of which period. */
export interface EvidenceRequest {
  person: string
  from?: string
  to?: string
}

export const searchAudit = (filter: AuditFilter, limit: number, cursor?: string) =>
  post<AuditPage>('audit/search', { ...filter, limit, cursor })

/** The entries about one person with what proves them elsewhere, as a zip. */
export const fetchEvidence = async (wanted: EvidenceRequest) => (await send('POST', 'audit/evidence', { body: wanted })).blob()

export const exportAudit = async (filter: AuditFilter) => (await send('POST', 'audit/export', { body: filter })).blob()
