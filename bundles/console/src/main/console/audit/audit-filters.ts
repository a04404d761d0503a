import type { AuditFilter, AuditKind, EvidenceRequest } from '@/api/audit'

/** What the reader has set; nothing of it is kept in the address. */
export interface AuditFilters {
  person: string
  personName: string
  actor: string
  actorName: string
  kind: AuditKind | ''
  endpoint: string
  from: string
  to: string
}

export const NO_FILTERS: AuditFilters = { person: '', personName: '', actor: '', actorName: '', kind: '', endpoint: '', from: '', to: '' }

const RANDOM_ID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i

/** Whether what is typed can be the random id of a person. */
export const isRandomId = (text: string): boolean => RANDOM_ID.test(text.trim())

/** A moment the reader picked, in the zone of the reader, as the server takes it. */
const momentOf = (picked: string): string | undefined => (picked ? new Date(picked).toISOString() : undefined)

/** The filter as the server takes it; half an id looks for nobody yet. */
export function filterFrom(filters: AuditFilters): AuditFilter {
  const person = filters.person.trim()
  return {
    person: filters.personName || isRandomId(person) ? person : undefined,
    actor: filters.actor.trim() || undefined,
    kind: filters.kind || undefined,
    endpoint: filters.endpoint.trim() || undefined,
    from: momentOf(filters.from),
    to: momentOf(filters.to)
  }
}

/** What evidence is wanted: about the person looked for, in the period; nobody's where no person is. */
export function evidenceFrom(filters: AuditFilters): EvidenceRequest | undefined {
  const { person, from, to } = filterFrom(filters)
  return person ? { person, from, to } : undefined
}

export const anyFilter = (filters: AuditFilters): boolean => Object.values(filters).some((value) => value !== '')
