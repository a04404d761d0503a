import { get, post, put, send } from './client'

export interface Basis {
  category: string
  purpose: string
  kind: string
  from: string
  to: string | null
}

export interface RuleBook {
  code: string
  name: string
  version: string
  bases: { purpose: string; category: string; kinds: string[]; proposed: string }[]
  retention: { record: string; months: number; from: string }[]
  responseTimes: { request: string; within: number; unit: string; extension: number }[]
}

export interface Jurisdiction {
  /** Null where nothing about the people of the subsidiary may be used. */
  code: string | null
  named: boolean
  choices: RuleBook[]
}

export interface ScoringState {
  allowed: boolean
  refusal: string | null
  stopped: boolean
}

export interface Question {
  code: string
  kind: 'text' | 'confirmation' | 'document'
  text: string
  hint: string
  answer: string
}

export interface Assessment {
  id: string
  version: number
  state: 'draft' | 'signed' | 'replaced' | 'expired'
  book: string
  bookVersion: string
  categories: string[]
  read: string[]
  models: string[]
  questions: Question[]
  openedAt: string
  signedAt: string | null
  signedByName: string | null
  signedBy: string | null
  validTo: string | null
}

export interface Notice {
  id: string
  title: string
  document: string
  publishedOn: string
  categories: string[]
  told: number
  /** Whom it names to be asked, one line each; empty for one of an earlier version. */
  contact: string
}

export interface ProcessingRecord {
  controller: string
  /** Null where nobody is named whom people can ask. */
  contact: { name: string; email: string; phone: string; address: string; representative: string } | null
  country: string
  jurisdiction: string | null
  dataSubjects: number
  models: string[]
  activities: { purpose: string; category: string; basis: string | null; accepted: boolean; from: string | null; to: string | null; signals: string[] }[]
  retention: { record: string; months: number; from: string }[]
}

const of = (what: string, subsidiaryId: string) => `privacy/${what}/${encodeURIComponent(subsidiaryId)}`

export const bases = (subsidiaryId: string) => get<{ items: Basis[] }>(of('bases', subsidiaryId))
export const fileBases = (subsidiaryId: string, items: Basis[]) => put<{ items: Basis[] }>(of('bases', subsidiaryId), { items })

export const jurisdiction = (subsidiaryId: string) => get<Jurisdiction>(of('jurisdictions', subsidiaryId))
export const nameJurisdiction = (subsidiaryId: string, code: string) => put<Jurisdiction>(of('jurisdictions', subsidiaryId), { code })

export const scoring = (subsidiaryId: string) => get<ScoringState>(of('scoring', subsidiaryId))
export const stopScoring = (subsidiaryId: string, stopped: boolean) => put<ScoringState>(of('scoring', subsidiaryId), { stopped })

export const assessments = (subsidiaryId: string) => get<{ items: Assessment[] }>(of('assessments', subsidiaryId))
export const openAssessment = (subsidiaryId: string) => post<Assessment>(of('assessments', subsidiaryId))
export const answerAssessment = (subsidiaryId: string, id: string, categories: string[], answers: Record<string, string>) =>
  put<Assessment>(`${of('assessments', subsidiaryId)}/${encodeURIComponent(id)}`, { categories, answers })
export const signAssessment = (subsidiaryId: string, id: string) => post<Assessment>(`${of('assessments', subsidiaryId)}/${encodeURIComponent(id)}/signature`)

/** An assessment as a PDF file. */
export const assessmentPaper = async (subsidiaryId: string, id: string) => (await send('GET', `${of('assessments', subsidiaryId)}/${encodeURIComponent(id)}/paper`)).blob()

export const notices = (subsidiaryId: string) => get<{ items: Notice[]; employed: number }>(of('notices', subsidiaryId))
export const publishNotice = (subsidiaryId: string, draft: { title: string; document: string; categories: string[] }) => post<Notice>(of('notices', subsidiaryId), draft)
export const tellEverybody = (subsidiaryId: string, noticeId: string) =>
  post<{ told: number }>(`${of('notices', subsidiaryId)}/${encodeURIComponent(noticeId)}/receipts`, { everybody: true })

export const processingRecord = (subsidiaryId: string) => get<ProcessingRecord>(of('processing-record', subsidiaryId))
/** The record as a PDF file. */
export const processingPaper = async (subsidiaryId: string) => (await send('GET', `${of('processing-record', subsidiaryId)}/paper`)).blob()
/** The evidence for a compliance audit, a signed zip. */
export const fetchCompliance = async (subsidiaryId: string) => (await send('POST', 'privacy/compliance-audit', { body: { subsidiaryIds: [subsidiaryId] } })).blob()
