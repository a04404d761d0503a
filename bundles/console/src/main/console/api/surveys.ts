import { call, get, post, send, type Page } from './client'

export type SurveyKind = 'leaveIntent' | 'stay'
export type RoundState = 'draft' | 'planned' | 'open' | 'counting' | 'closed' | 'cancelled'

/** Figures of at least ten answers. */
export interface Overall {
  answers: number
  mean: number
  /** Promoters less detractors, -100 to 100; null where that is not asked. */
  recommendation: number | null
}

export interface ItemResult {
  code: string
  text: string
  lowest: number
  counts: number[]
  mean: number
}

export interface NeedCount {
  code: string
  text: string
  count: number
}

export interface SurveyResult {
  tooFew: boolean
  invited: number | null
  answered: number | null
  overall: Overall | null
  items: ItemResult[]
  keeps: NeedCount[]
  leaves: NeedCount[]
  units: { departmentId: string; name: string; figures: Overall | null }[]
  before: { id: string; lastDay: string; figures: Overall } | null
}

/** A round of a survey; its results once it is closed, and never in lists. */
export interface SurveyRound {
  id: string
  kind: SurveyKind
  subsidiaryId: string
  subsidiaryName: string
  departmentId: string | null
  departmentName: string | null
  firstDay: string
  lastDay: string
  state: RoundState
  results?: SurveyResult | null
}

export interface NewRound {
  kind: SurveyKind
  subsidiaryId: string
  departmentId: string | null
  firstDay: string
  lastDay: string
}

interface Choice {
  code: string
  text: string
}

export interface OwnSurvey {
  id: string
  kind: SurveyKind
  lastDay: string
  answered: boolean
  scale: { lowest: number; highest: number }
  questions: Choice[]
  needs: Choice[]
}

/** Whether answers may be signals about the reader, and since when they agree. */
export interface OwnSignal {
  offered: boolean
  since: string | null
}

export interface OwnAnswer {
  scores: Record<string, number>
  keeps: string[]
  leaves: string[]
  signal: boolean
}

const of = (id: string) => `surveys/${encodeURIComponent(id)}`

export const surveys = (limit: number, cursor?: string) => get<Page<SurveyRound>>('surveys', { query: { limit, cursor } })
export const survey = (id: string) => get<SurveyRound>(of(id))
export const draftSurvey = (round: NewRound) => post<SurveyRound>('surveys', round)
export const openSurvey = (id: string) => post<SurveyRound>(`${of(id)}/opening`)
export const cancelSurvey = (id: string) => post<SurveyRound>(`${of(id)}/cancellation`)
export const surveySheet = async (id: string) => (await send('GET', `${of(id)}/results.xlsx`)).blob()
export const ownSurveys = () => get<{ items: OwnSurvey[]; signal: OwnSignal }>('surveys/own')
export const answerSurvey = (id: string, answer: OwnAnswer) => post<void>(`surveys/own/${encodeURIComponent(id)}/answers`, answer)
export const agreeToSignal = () => call<OwnSignal>('PUT', 'surveys/own/consent')
export const withdrawSignal = () => call<OwnSignal>('DELETE', 'surveys/own/consent')
