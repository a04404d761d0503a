import { get, post, put } from './client'
import type { EmployeeRow } from './group'
import type { Language } from './texts'

export type Texts = Record<string, string>
export const KINDS = ['scale', 'single', 'several', 'text'] as const
export type QuestionKind = (typeof KINDS)[number]
export type InterviewState = 'none' | 'offered' | 'held' | 'declined' | 'missed'

export interface Choice {
  code: string
  texts: Texts
}

export interface Question {
  code: string
  kind: QuestionKind
  texts: Texts
  required: boolean
  choices: Choice[]
}

export interface Section {
  code: string
  texts: Texts
  questions: Question[]
}

/** A version of what is asked; the language of the subsidiary comes first. */
export interface InterviewForm {
  version: number
  languages: string[]
  score: string
  reasons: Choice[]
  sections: Section[]
}

export interface FormOfFirm {
  subsidiaryId: string
  spoken: string
  installed: Language[]
  form: InterviewForm
}

export interface Answer {
  question: string
  value: number | null
  choices: string[]
  text: string
}

export interface Answers {
  reasons: string[]
  answers: Answer[]
  talk: boolean
}

export interface Said {
  number: number
  at: string
  by: string
  self: boolean
  why: string
  answers: Answers
}

export interface Course {
  self: boolean
  holder: string
  by: string
  dueOn: string
  closedOn: string | null
  note: string
}

/** The exit interview of somebody who leaves, for HR. */
export interface Interview {
  offboardingId: string
  employee: EmployeeRow
  version: number
  lastDay: string | null
  state: InterviewState
  course: Course | null
  form: InterviewForm | null
  said: Said[]
  draft: Answers | null
  mayStay: boolean
  may: { offer: boolean; hold: boolean; correct: boolean; close: boolean }
  holders: { id: string; name: string }[]
}

export interface OwnInterview {
  version: number
  state: InterviewState
  course: Course | null
  form: InterviewForm | null
  said: Said[]
  draft: Answers | null
  mayWrite: boolean
  mayDecline: boolean
}

export interface InterviewLine {
  offboardingId: string
  employee: EmployeeRow
  lastDay: string | null
  state: InterviewState
  dueOn: string | null
}

export interface CoveragePart {
  quarter: number
  figures: { exits: number; held: number; declined: number; missed: number; open: number; captured: number } | null
  score: { mean: number; n: number } | null
}

export interface Coverage {
  subsidiaryId: string
  year: number
  fewest: number
  whole: CoveragePart
  quarters: CoveragePart[]
}

/** Answers as they are sent; the key makes sure that they are taken once. */
export type Sent = Answers & { key: string; version: number; why: string }

const of = (id: string) => `offboardings/${encodeURIComponent(id)}/exit-interview`
const formOf = (firm: string) => `exit-interviews/forms/${encodeURIComponent(firm)}`
const OWN = 'offboardings/own/exit-interview'

export const interviewOf = (id: string) => get<Interview>(of(id))
export const offerInterview = (id: string, offer: { version: number; self: boolean; holderId: string | null; dueOn: string | null }) => put<Interview>(`${of(id)}/offer`, offer)
export const draftInterview = (id: string, sent: Sent) => put<Interview>(`${of(id)}/draft`, sent)
export const sayInterview = (id: string, sent: Sent) => post<Interview>(`${of(id)}/answers`, sent)
export const closeInterview = (id: string, version: number, state: 'declined' | 'missed', note: string) => post<Interview>(`${of(id)}/closing`, { version, state, note })
export const ownInterview = () => get<OwnInterview>(OWN)
export const draftOwnInterview = (sent: Sent) => put<OwnInterview>(`${OWN}/draft`, sent)
export const sayOwnInterview = (sent: Sent) => post<OwnInterview>(`${OWN}/answers`, sent)
export const declineInterview = (version: number) => post<OwnInterview>(`${OWN}/declining`, { version })
export const interviews = () => get<{ items: InterviewLine[] }>('exit-interviews')
export const coverage = (subsidiaryId: string, year: number) => get<Coverage>('exit-interviews/coverage', { query: { subsidiaryId, year } })
export const interviewForm = (firm: string) => get<FormOfFirm>(formOf(firm))
export const publishForm = (firm: string, form: InterviewForm) => put<FormOfFirm>(formOf(firm), form)
