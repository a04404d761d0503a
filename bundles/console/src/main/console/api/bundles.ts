import { call, get, post, put, remove } from './client'

export type BundleState = 'active' | 'starting' | 'unresolved' | 'failed' | 'quarantined' | 'waitingForRestart'

export interface InstalledBundle {
  symbolicName: string
  name: string
  version: string
  state: BundleState
  reason: string | null
  /** The same for programs; empty while the bundle is active. */
  reasonCode?: string
  signed: boolean
  provides: { capability: string; code: string }[]
  /** Codes of the data categories it declared to read. */
  reads: string[]
  everywhere: boolean
  enabledFor: string[]
  ranking: number
  faults: { at: string; what: string; code?: string }[]
}

/** A file of the bundles folder that is not loaded. */
export interface RefusedFile {
  file: string
  reason: string
  reasonCode: string
}

export interface Component {
  name: string
  version: string
  licences: string[]
}

/** What a bundle says it is made of. */
export interface BillOfMaterials {
  stated: boolean
  components: Component[]
}

export interface BundleList {
  items: InstalledBundle[]
  refused: RefusedFile[]
  unsignedAccepted: boolean
}

const at = (symbolicName: string) => `bundles/${encodeURIComponent(symbolicName)}`

export const bundles = () => get<BundleList>('bundles')

export const billOfMaterials = (symbolicName: string) => get<BillOfMaterials>(`${at(symbolicName)}/sbom`)

export function installBundle(file: File): Promise<InstalledBundle> {
  return call('PUT', `bundles/files/${encodeURIComponent(file.name)}`, { file })
}

export const removeBundle = (symbolicName: string) => remove(at(symbolicName))

export const enableBundle = (symbolicName: string, everywhere: boolean, subsidiaryIds: string[]) =>
  put<void>(`${at(symbolicName)}/enablement`, { everywhere, subsidiaryIds })

export const releaseBundle = (symbolicName: string) => post<void>(`${at(symbolicName)}/release`)
