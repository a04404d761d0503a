import { get, post } from './client'

/** The permission of two people to let data about single people leave a subsidiary. */
export interface TransferPermit {
  id: string
  country: string
  mechanism: string
  sensitive: boolean
  evidence: string
  assessmentId: string
  noticeId: string
  validTo: string
  signedBy: string
  signedAt: string
  /** Null before the second person signed. */
  countersignedBy: string | null
  countersignedAt: string | null
  revokedAt: string | null
}

export interface Transfers {
  people: number
  sensitivePeople: number
  mechanisms: string[]
  permits: TransferPermit[]
}

export interface PermitDraft {
  country: string
  mechanism: string
  sensitive: boolean
  evidence: string
  assessmentId: string
  noticeId: string
  validTo: string
}

const of = (subsidiaryId: string) => `privacy/transfers/${encodeURIComponent(subsidiaryId)}`

export const transfers = (subsidiaryId: string) => get<Transfers>(of(subsidiaryId))
export const signPermit = (subsidiaryId: string, draft: PermitDraft) => post<TransferPermit>(of(subsidiaryId), draft)
export const countersignPermit = (subsidiaryId: string, id: string) => post<TransferPermit>(`${of(subsidiaryId)}/${encodeURIComponent(id)}/countersignature`)
export const revokePermit = (subsidiaryId: string, id: string) => post<TransferPermit>(`${of(subsidiaryId)}/${encodeURIComponent(id)}/revocation`)
