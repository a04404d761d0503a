import { get, post, put, send } from './client'

/** The certificate of a seal. */
export interface SealCertificate {
  origin: 'selfSigned' | 'certified' | 'uploaded'
  subject: string
  issuer: string
  serial: string
  fingerprint: string
  key: string
  from: string
  until: string
  daysLeft: number
  state: 'valid' | 'soon' | 'over' | 'notYet'
}

export interface Seal {
  subsidiaryId: string
  version: number
  certificate: SealCertificate | null
}

export interface PaperDue {
  day: string
  daysLeft: number
  article: string
}

export interface IssuedPaper {
  id: string
  number: string
  replaced: boolean
  issuedAt: string
  by: string
  languages: string[]
  reasonTold: boolean
  sha256: string
}

export interface PaperLanguage {
  tag: string
  name: string
  state: 'ready' | 'noWords' | 'noFont'
  script: string
}

/** The leaving certificates of a case, and what keeps one from being issued. */
export interface Certificates {
  offboardingId: string
  lastDay: string | null
  due: PaperDue | null
  obstacles: { code: string; text: string }[]
  languages: PaperLanguage[]
  seal: SealCertificate | null
  papers: IssuedPaper[]
}

export interface NewCertificate {
  key: string
  replaces: string | null
  languages: string[]
  reasonWished: boolean
}

export interface OwnPaper {
  id: string
  number: string
  replaced: boolean
  issuedAt: string
  languages: string[]
  sha256: string
}

export type TransferState = 'open' | 'sent' | 'none'

export interface TransferPart {
  state: TransferState
  on: string | null
  office: string
  reference: string
  reason: string
}

/** Where personnel archive and social insurance went, and until when they have to. */
export interface Transfer {
  offboardingId: string
  version: number
  due: PaperDue | null
  done: boolean
  archive: TransferPart
  insurance: TransferPart
  by: string
  at: string | null
}

export interface Letterhead {
  firm: string
  creditCode: string
  address: string
  signatory: string
}

export interface Wording {
  title: string
  opening: string
  closing: string
}

/** How a subsidiary writes its papers. */
export interface PaperTemplate {
  subsidiaryId: string
  version: number
  letterhead: Letterhead
  languages: ({ tag: string; name: string; own: boolean } & Wording)[]
  fields: string[]
}

export interface TemplateDraft {
  letterhead: Letterhead
  wordings: Record<string, Wording>
}

const offboarding = (id: string) => `offboardings/${encodeURIComponent(id)}`
const sealOf = (firm: string) => `offboardings/seals/${encodeURIComponent(firm)}`
const templateOf = (firm: string) => `offboardings/paper-templates/${encodeURIComponent(firm)}`

export const certificates = (id: string) => get<Certificates>(`${offboarding(id)}/certificate`)
export const issueCertificate = (id: string, fresh: NewCertificate) => post<Certificates>(`${offboarding(id)}/certificate`, fresh)
export const certificateDraft = async (id: string) => (await send('GET', `${offboarding(id)}/certificate/draft.pdf`)).blob()
export const certificateFile = async (id: string, paper: string) => (await send('GET', `${offboarding(id)}/certificate/${encodeURIComponent(paper)}/certificate.pdf`)).blob()
export const transferOf = (id: string) => get<Transfer>(`${offboarding(id)}/transfer`)
export const noteTransfer = (id: string, version: number, archive: TransferPart, insurance: TransferPart) => put<Transfer>(`${offboarding(id)}/transfer`, { version, archive, insurance })
export const ownPapers = () => get<{ items: OwnPaper[] }>('offboardings/papers/own')
export const ownPaperFile = async (paper: string) => (await send('GET', `offboardings/papers/${encodeURIComponent(paper)}/own`)).blob()
export const sealFor = (firm: string) => get<Seal>(sealOf(firm))
export const uploadSeal = (firm: string, version: number, file: string, password: string) => put<Seal>(`${sealOf(firm)}/key`, { version, file, password })
export const makeSeal = (firm: string, version: number) => post<Seal>(`${sealOf(firm)}/key`, { version })
export const certifySeal = (firm: string, version: number, certificates: string) => put<Seal>(`${sealOf(firm)}/certificate`, { version, certificates })
export const sealRequest = (firm: string) => get<{ request: string }>(`${sealOf(firm)}/request`)
export const paperTemplate = (firm: string) => get<PaperTemplate>(templateOf(firm))
export const writeTemplate = (firm: string, version: number, draft: TemplateDraft) => put<PaperTemplate>(templateOf(firm), { version, ...draft })
export const previewTemplate = async (firm: string, draft: TemplateDraft) => (await send('POST', `${templateOf(firm)}/preview`, { body: draft })).blob()
