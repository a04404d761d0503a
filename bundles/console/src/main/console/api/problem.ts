/** One wrong field of a request. */
export interface FieldError {
  field: string
  code: string
  message: string
}

/** What went wrong, as the server tells it (RFC 9457), or as the client found out for itself. */
export class Problem extends Error {
  constructor(
    readonly status: number,
    readonly type: string,
    readonly title: string,
    readonly detail: string,
    readonly errors: FieldError[] = []
  ) {
    super(detail || title)
    this.name = 'Problem'
  }

  /** The key ring is absent or locked: nothing can be read or written until an administrator unlocks it. */
  get sealed(): boolean {
    return this.type.endsWith('/key-ring-sealed')
  }

  /** What was sent to prove who somebody is was wrong, which says nothing about the session. */
  get wrongProof(): boolean {
    return ['/wrong-credentials', '/wrong-code', '/wrong-passkey', '/passkey-challenge', '/passkey-copied', '/passkey-required'].some((end) => this.type.endsWith(end))
  }

  /** The password is right, and the account has passkeys alone beside it. */
  get wantsPasskey(): boolean {
    return this.type.endsWith('/passkey-required')
  }

  /** The password is right, and the account has a second factor whose code is missing or wrong. */
  get wantsCode(): boolean {
    return ['/second-factor-required', '/wrong-code', '/second-factor-sealed'].some((end) => this.type.endsWith(end))
  }
}

/** No answer at all: the server is down or the network is. The words come from the texts of the console. */
export const UNREACHABLE = 'unreachable'

interface ProblemBody {
  type?: string
  title?: string
  detail?: string
  errors?: FieldError[]
}

/** Reads title and detail of a failed answer that other code has received; empty where it is none of the server's. */
export function problemFrom(text: string): string {
  try {
    const body = JSON.parse(text) as ProblemBody
    return [body.title, body.detail].filter(Boolean).join(' — ')
  } catch {
    return ''
  }
}

/** Reads a failed answer; one that is not problem+json keeps at least its status. */
export async function problemOf(response: Response): Promise<Problem> {
  const json = /\bjson\b/.test(response.headers.get('content-type') ?? '')
  const body: ProblemBody = json ? await response.json().catch(() => ({})) : {}
  return new Problem(
    response.status,
    body.type ?? 'about:blank',
    body.title ?? `${response.status} ${response.statusText}`.trim(),
    body.detail ?? '',
    body.errors ?? []
  )
}

/** Turns whatever was thrown into a problem that a page can show. */
export function asProblem(thrown: unknown): Problem {
  if (thrown instanceof Problem) return thrown
  return new Problem(0, UNREACHABLE, '', thrown instanceof Error ? thrown.message : String(thrown))
}
