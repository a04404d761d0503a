import { get, getAll, post, type Page } from './client'

export interface Subsidiary {
  id: string
  code: string
  name: string
  country: string
  industry: string
  timezone: string
  language: string
  sandbox: boolean
  headcount: number
  model: { kind: 'trained' | 'scorecard' | 'none'; algorithm?: string | null; trainedOn?: string | null }
}

export interface Department {
  id: string
  subsidiaryId: string
  code: string
  name: string
  parentId: string | null
  level: string
  region: string | null
  headcount: number
}

/** A person at work. What the caller may not see is absent. */
export interface EmployeeRow {
  id: string
  employeeNo: string
  name: string
  subsidiaryId: string
  subsidiaryCode: string
  subsidiaryName: string
  departmentId: string
  departmentName: string
  position: string
  positionFamily: string
  grade: string
  keyPost: boolean
  status: 'active' | 'onLeave' | 'left'
  hireDate: string
  managerId: string | null
  managerName: string | null
}

export interface SignalPoint {
  date: string
  /** Absent where the signal is text. */
  value: number | null
  text?: string
}

export interface ProfileSignal {
  signal: string
  name: string
  category: string
  unit: string
  latest: SignalPoint | null
  series: SignalPoint[]
}

export interface Freshness {
  subsidiaryId?: string
  signal: string
  source: string
  latestDate: string | null
  latestKnownAt: string | null
  rows?: number
}

export interface Profile extends EmployeeRow {
  manager?: { id: string; name: string; position?: string } | null
  contractEnd?: string | null
  birthDate?: string | null
  gender?: string | null
  location?: string | null
  basePay?: number | null
  currency?: string | null
  email?: string | null
  phone?: string | null
  revenueShare?: number | null
  freshness?: Freshness[]
  signals?: ProfileSignal[]
}

export interface TimelineEntry {
  date: string
  kind: string
  title: string
  detail: string | null
  source: string | null
}

export const subsidiaries = () => getAll<Subsidiary>('subsidiaries')

export const departments = (subsidiaryId?: string) => getAll<Department>('departments', { subsidiaryId })

/** Finds people by a part of their name or number, in one subsidiary where it is named: numbers are unique only there. */
export const searchEmployees = (text: string, limit = 20, subsidiaryId?: string) =>
  post<Page<EmployeeRow>>('employees/search', { text, limit, ...(subsidiaryId && { subsidiaryIds: [subsidiaryId] }) })

export const profile = (id: string) => get<Profile>(`employees/${encodeURIComponent(id)}/profile`)

export const timeline = (id: string) =>
  get<{ items: TimelineEntry[] }>(`employees/${encodeURIComponent(id)}/timeline`)
