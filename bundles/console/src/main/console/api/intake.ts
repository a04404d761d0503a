import { call, get, send, type Page } from './client'

export interface CatalogSignal {
  code: string
  name: string
  unit: string
  category: string
  purposes: string[]
  kind: string
  bundle: string
}

export interface CellProblem {
  column: string
  code: string
  message: string
}

export interface PreviewRow {
  line: number
  cells: string[]
  problems: CellProblem[]
}

export interface ImportJob {
  id: string
  fileName: string
  kind: string | null
  subsidiary: string | null
  dryRun: boolean
  state: 'queued' | 'running' | 'done' | 'failed'
  form: string | null
  rows: number | null
  accepted: number | null
  unchanged: number | null
  rejected: number | null
  /** Share that is done, 0 to 1. */
  progress: number
  preview?: { header: string[]; unknownColumns: string[]; rows: PreviewRow[] } | null
  failure: string | null
  startedAt: string | null
  endedAt: string | null
}

export interface ImportStart {
  file: File
  subsidiary?: string
  kind?: string
  dryRun: boolean
}

/** The files of the import, as the server names their kinds. */
export const IMPORT_KINDS = ['subsidiaries', 'departments', 'employees', 'signals', 'events', 'consents', 'cases', 'market_pay']

export const signalCatalog = () => get<{ items: CatalogSignal[] }>('signals/catalog')

export function startImport(start: ImportStart): Promise<{ id: string; jobId: string }> {
  const form = new FormData()
  form.append('file', start.file, start.file.name)
  if (start.subsidiary) form.append('subsidiary', start.subsidiary)
  if (start.kind) form.append('kind', start.kind)
  form.append('dryRun', String(start.dryRun))
  return call('POST', 'imports', { form })
}

export const imports = (limit: number, cursor?: string) =>
  get<Page<ImportJob>>('imports', { query: { limit, cursor } })

export const importJob = (id: string, signal?: AbortSignal) =>
  get<ImportJob>(`imports/${encodeURIComponent(id)}`, { signal })

/** An empty file with the columns of a kind, in the reader's language. */
export async function importTemplate(kind: string): Promise<Blob> {
  return (await send('GET', `imports/templates/${encodeURIComponent(kind)}`)).blob()
}

export async function importErrors(id: string): Promise<Blob> {
  return (await send('GET', `imports/${encodeURIComponent(id)}/errors.csv`)).blob()
}
