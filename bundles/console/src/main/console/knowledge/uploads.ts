import { ref, type Ref } from 'vue'
import { Upload, type DetailedError } from 'tus-js-client'
import { addressOf, writeHeaders } from '@/api/client'
import { problemFrom } from '@/api/problem'
import type { HandoverFile, HandoverItem } from '@/api/knowledge'

/** An upload on its way. Nothing of it is kept in the browser: the server knows where each file ends. */
export interface Sending {
  name: string
  size: number
  sent: Ref<number>
  state: Ref<'sending' | 'paused' | 'failed'>
  problem: Ref<string>
  pause: () => void
  go: () => void
}

/** The unfinished file that a chosen one goes on with: of the same name and length. */
export const unfinished = (files: HandoverFile[], file: Pick<File, 'name' | 'size'>): HandoverFile | undefined => files.find((one) => one.received < one.size && one.size === file.size && one.name === file.name)

/** After which waits a break of the line is tried again, in milliseconds. */
const RETRIES = [0, 1000, 3000, 8000, 20_000]

/** Sends a file to an item, from where an earlier try ended. */
export function sendFile(item: HandoverItem, file: File, done: () => void): Sending {
  const sent = ref(0)
  const state = ref<'sending' | 'paused' | 'failed'>('sending')
  const problem = ref('')
  const begun = unfinished(item.files, file)
  const upload = new Upload(file, {
    endpoint: addressOf(`knowledge/files/of/${item.id}`),
    uploadUrl: begun ? addressOf(`knowledge/files/${begun.id}`) : undefined,
    retryDelays: RETRIES,
    storeFingerprintForResuming: false,
    metadata: { filename: file.name, filetype: file.type },
    onBeforeRequest: (request) => Object.entries(writeHeaders()).forEach(([name, value]) => request.setHeader(name, value)),
    // Behind a proxy the server may not know by which address the browser came.
    onUploadUrlAvailable: () => {
      const id = upload.url?.split('/').pop()
      if (id) upload.url = addressOf(`knowledge/files/${id}`)
    },
    onProgress: (bytes) => (sent.value = bytes),
    onError: (error) => {
      state.value = 'failed'
      problem.value = wordsOf(error)
    },
    onSuccess: done
  })
  function go(): void {
    state.value = 'sending'
    problem.value = ''
    upload.start()
  }
  function pause(): void {
    state.value = 'paused'
    void upload.abort()
  }
  go()
  return { name: file.name, size: file.size, sent, state, problem, pause, go }
}

/** What the server said, in the reader's language; empty where it said nothing. */
function wordsOf(error: Error | DetailedError): string {
  const answer = 'originalResponse' in error ? error.originalResponse : null
  return answer ? problemFrom(answer.getBody()) : ''
}
