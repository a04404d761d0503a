import { call, get, post, put, send } from './client'

export interface FlowVersion {
  flowId: string
  number: number
  createdAt: string
  /** Since when offboardings start on it; null for a draft. */
  publishedAt: string | null
}

export interface Flow {
  id: string
  /** Whose it is; null for the group's. */
  subsidiaryId: string | null
  key: string
  name: string
  versions: FlowVersion[]
  mayManage: boolean
}

export interface FlowUse {
  subsidiaryId: string
  subsidiaryName: string
  flowId: string
  version: number
  mayManage: boolean
}

export interface Flows {
  items: Flow[]
  uses: FlowUse[]
  /** Codes of the steps that no flow may leave out. */
  mandatory: string[]
  mayDemand: boolean
}

/** What a version changes against the one in use. */
export interface FlowDifference {
  flow: string | null
  version: number | null
  added: string[]
  removed: string[]
  changed: string[]
  steps: { step: string; kept: boolean }[]
}

/** What the group can demand; a general task says nothing of what is done. */
export const STEPS = ['departmentApproval', 'handover', 'accounts', 'assets', 'settlement', 'exitInterview', 'hrApproval', 'certificate', 'fileTransfer', 'nonCompete']

const versionPath = (flow: string, number: number) => `flows/${encodeURIComponent(flow)}/versions/${number}`

export const flows = () => get<Flows>('flows')
export const flowDiagram = async (flow: string, number: number) => (await send('GET', `${versionPath(flow, number)}/diagram`)).text()
export const flowDifference = (flow: string, number: number) => get<FlowDifference>(`${versionPath(flow, number)}/difference`)
export const publishFlow = (flow: string, number: number) => post<FlowVersion>(`${versionPath(flow, number)}/publication`)
export const chooseFlow = (subsidiaryId: string, flowId: string) => put<Flows>(`flows/uses/${encodeURIComponent(subsidiaryId)}`, { flowId })
export const demandSteps = (steps: string[]) => put<Flows>('flows/mandatory', { steps })

/** Uploads a file as the draft of the next version; empty for the group. */
export const uploadFlow = (subsidiaryId: string, file: File) =>
  call<FlowVersion>('POST', 'flows', { file, query: { subsidiaryId: subsidiaryId || undefined } })
