import { call, get, send, type Page } from './client'

export interface Feature {
  code: string
  signal: string
  name: string
  aggregation: string
  windowDays: number
  used: boolean
}

/** What a subsidiary can set about risk; what the page does not edit is sent back as it came. */
export interface RiskSettings {
  version: number
  horizonDays: number
  quietDays?: number
  /** For each account of HR; 0 for all. */
  alertsPerWeek?: number
  featuresOff: string[]
  [other: string]: unknown
}

export interface SettingsVersion {
  changedAt: string
  settings: RiskSettings
}

export interface TaggedSettings {
  settings: RiskSettings
  etag: string
}

export const features = (subsidiaryId: string) => get<Page<Feature>>('risk/settings/features', { query: { subsidiaryId } })

export const settingsVersions = (subsidiaryId: string) => get<Page<SettingsVersion>>('risk/settings/versions', { query: { subsidiaryId } })

/** The settings in force with the mark that a change has to carry. */
export async function riskSettings(subsidiaryId: string): Promise<TaggedSettings> {
  const response = await send('GET', 'risk/settings', { query: { subsidiaryId } })
  return { settings: (await response.json()) as RiskSettings, etag: response.headers.get('ETag') ?? '' }
}

export const changeSettings = (subsidiaryId: string, read: TaggedSettings, featuresOff: string[]) =>
  call<RiskSettings>('PUT', 'risk/settings', { query: { subsidiaryId }, ifMatch: read.etag, body: { ...read.settings, featuresOff } })

export const changeAlertRule = (subsidiaryId: string, read: TaggedSettings, rule: { quietDays: number; alertsPerWeek: number }) =>
  call<RiskSettings>('PUT', 'risk/settings', { query: { subsidiaryId }, ifMatch: read.etag, body: { ...read.settings, ...rule } })

export const restoreSettings = (subsidiaryId: string, version: number, etag: string) =>
  call<RiskSettings>('POST', `risk/settings/versions/${version}/restore`, { query: { subsidiaryId }, ifMatch: etag })
