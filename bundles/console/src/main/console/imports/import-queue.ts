import { onScopeDispose, reactive } from 'vue'
import { importErrors, importJob, startImport, type ImportJob } from '@/api/intake'
import { asProblem, type Problem } from '@/api/problem'
import { download } from '@/shared/download'

const POLL_MS = 700

/** A chosen file on its way: first a dry run that shows what would happen, then the import itself. */
export interface QueuedFile {
  key: number
  file: File
  stage: 'chosen' | 'checking' | 'checked' | 'importing' | 'imported' | 'failed'
  job?: ImportJob
  problem?: Problem
}

const ended = (job: ImportJob) => job.state === 'done' || job.state === 'failed'

/** The chosen files and their jobs; one file at a time, because later ones may need what earlier ones bring. */
export function useImportQueue(afterwards: () => void) {
  const files = reactive<QueuedFile[]>([])
  const controller = new AbortController()
  let keys = 0
  onScopeDispose(() => controller.abort())

  const pause = () => new Promise((resolve) => setTimeout(resolve, POLL_MS))

  async function follow(entry: QueuedFile, id: string): Promise<void> {
    while (!controller.signal.aborted) {
      entry.job = await importJob(id, controller.signal)
      if (ended(entry.job)) return
      await pause()
    }
  }

  async function send(entry: QueuedFile, subsidiary: string, kind: string, dryRun: boolean): Promise<void> {
    entry.stage = dryRun ? 'checking' : 'importing'
    entry.problem = undefined
    entry.job = undefined
    try {
      const started = await startImport({ file: entry.file, subsidiary, kind, dryRun })
      await follow(entry, started.id)
      entry.stage = entry.job!.state === 'failed' ? 'failed' : dryRun ? 'checked' : 'imported'
    } catch (thrown) {
      if (controller.signal.aborted) return
      entry.problem = asProblem(thrown)
      entry.stage = 'failed'
    }
  }

  return {
    files,
    add(chosen: File[]): void {
      for (const file of chosen) files.push({ key: ++keys, file, stage: 'chosen' })
    },
    drop(entry: QueuedFile): void {
      files.splice(files.indexOf(entry), 1)
    },
    clear(): void {
      files.splice(0)
    },
    async check(subsidiary: string, kind: string): Promise<void> {
      for (const entry of [...files].filter((one) => one.stage !== 'imported')) await send(entry, subsidiary, kind, true)
      afterwards()
    },
    async start(subsidiary: string, kind: string): Promise<void> {
      for (const entry of [...files].filter((one) => one.stage !== 'imported')) await send(entry, subsidiary, kind, false)
      afterwards()
    }
  }
}

/** Saves the file of rejected rows, to be corrected and imported again. */
export async function saveErrors(job: ImportJob): Promise<void> {
  download(await importErrors(job.id), `holdfast-import-${job.id}-errors.csv`)
}
