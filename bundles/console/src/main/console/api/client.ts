import { Problem, problemOf, UNREACHABLE } from './problem'

/** A page of a list. */
export interface Page<T> {
  items: T[]
  next: string | null
  total: number
}

/** Everything a call may carry beside its path. */
export interface CallOptions {
  query?: Record<string, string | number | boolean | undefined>
  body?: unknown
  form?: FormData
  /** A file as the whole body. */
  file?: File
  ifMatch?: string
  headers?: Record<string, string>
  signal?: AbortSignal
  /** A call about the session itself: its 401 is an answer, not the end of a session. */
  sessionCall?: boolean
}

type Method = 'GET' | 'POST' | 'PUT' | 'DELETE'

const context = { csrfToken: '', language: 'zh', onUnauthorised: () => {} }

/** The token that proves that a write comes from this page; the server gives it with the session. */
export function useCsrfToken(token: string): void {
  context.csrfToken = token
}

/** The language in which the server words its answers. */
export function useAnswerLanguage(tag: string): void {
  context.language = tag
}

/** What to do when the session has ended. */
export function onUnauthorised(handler: () => void): void {
  context.onUnauthorised = handler
}

/** Random and unique enough to tell a repeated write from a new one; works without a secure context, too. */
function idempotencyKey(): string {
  return Array.from(crypto.getRandomValues(new Uint8Array(16)), (byte) => byte.toString(16).padStart(2, '0')).join('')
}

/** What a call sends that other code makes, such as a long upload. */
export function writeHeaders(): Record<string, string> {
  return { 'Accept-Language': context.language, ...(context.csrfToken ? { 'X-CSRF-Token': context.csrfToken } : {}) }
}

/** Where a path of the API is, for other code that makes calls. */
export const addressOf = (path: string): string => address(path, undefined)

function address(path: string, query: CallOptions['query']): string {
  const url = new URL(`api/v1/${path}`, document.baseURI)
  for (const [name, value] of Object.entries(query ?? {})) {
    if (value !== undefined && value !== '') url.searchParams.set(name, String(value))
  }
  return url.href
}

function headersOf(method: Method, options: CallOptions): Headers {
  // Files are answered in their own type.
  const headers = new Headers({ Accept: 'application/json, */*;q=0.1', 'Accept-Language': context.language })
  if (options.body !== undefined) headers.set('Content-Type', 'application/json')
  if (options.file) headers.set('Content-Type', 'application/octet-stream')
  if (options.ifMatch) headers.set('If-Match', options.ifMatch)
  if (method !== 'GET' && context.csrfToken) headers.set('X-CSRF-Token', context.csrfToken)
  for (const [name, value] of Object.entries(options.headers ?? {})) headers.set(name, value)
  if (method === 'POST') headers.set('Idempotency-Key', idempotencyKey())
  return headers
}

/** Sends a call and hands out its answer; a failure is thrown as a {@link Problem}. */
export async function send(method: Method, path: string, options: CallOptions = {}): Promise<Response> {
  const request: RequestInit = {
    method,
    headers: headersOf(method, options),
    body: options.form ?? options.file ?? (options.body === undefined ? undefined : JSON.stringify(options.body)),
    credentials: 'same-origin',
    cache: 'no-store',
    signal: options.signal
  }
  const response = await fetch(address(path, options.query), request).catch((cause: unknown) => {
    if (cause instanceof DOMException && cause.name === 'AbortError') throw cause
    throw new Problem(0, UNREACHABLE, '', '')
  })
  if (response.ok) return response
  const problem = await problemOf(response)
  if (problem.status === 401 && !options.sessionCall && !problem.wrongProof) context.onUnauthorised()
  throw problem
}

/** Sends a call whose answer is JSON, or nothing. */
export async function call<T>(method: Method, path: string, options: CallOptions = {}): Promise<T> {
  const response = await send(method, path, options)
  const text = response.status === 204 ? '' : await response.text()
  return (text ? JSON.parse(text) : undefined) as T
}

export const get = <T>(path: string, options?: CallOptions) => call<T>('GET', path, options)
export const post = <T>(path: string, body?: unknown, options?: CallOptions) => call<T>('POST', path, { ...options, body })
export const put = <T>(path: string, body?: unknown, options?: CallOptions) => call<T>('PUT', path, { ...options, body })
export const remove = (path: string) => call<void>('DELETE', path)

const PAGES_AT_MOST = 25

/** Reads a list to its end, for lists that are short by nature (subsidiaries, departments). */
export async function getAll<T>(path: string, query: CallOptions['query'] = {}): Promise<T[]> {
  const items: T[] = []
  let cursor: string | undefined
  for (let page = 0; page < PAGES_AT_MOST; page++) {
    const answer = await get<Page<T>>(path, { query: { ...query, limit: 200, cursor } })
    items.push(...answer.items)
    if (!answer.next) break
    cursor = answer.next
  }
  return items
}
