import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { beginSecondFactor, confirmSecondFactor } from '@/api/account'
import { removePasskey } from '@/api/passkeys'
import { get, getAll, onUnauthorised, post, useAnswerLanguage, useCsrfToken } from '@/api/client'
import { Problem, UNREACHABLE } from '@/api/problem'
import { currentSession } from '@/api/session'

const calls: { url: string; init: RequestInit }[] = []
let answers: (() => Response | Promise<Response>)[] = []
const json = (status: number, body: unknown, type = 'application/json') => () => new Response(JSON.stringify(body), { status, headers: { 'content-type': type } })
const headers = (call: number) => new Headers(calls[call]!.init.headers)

beforeEach(() => {
  calls.length = 0
  vi.stubGlobal('fetch', async (url: string, init: RequestInit) => {
    calls.push({ url, init })
    return answers.shift()!()
  })
  useCsrfToken('token-1')
  useAnswerLanguage('zh')
})
afterEach(() => vi.unstubAllGlobals())

describe('The client of the API', () => {
  it('sends the token of the session with writes alone', async () => {
    answers = [json(200, {}), json(200, {})]
    await get('bundles')
    await post('risk/runs', { kind: 'score' })
    expect(headers(0).get('X-CSRF-Token')).toBeNull()
    expect(headers(1).get('X-CSRF-Token')).toBe('token-1')
    expect(headers(1).get('Idempotency-Key')).toMatch(/^[0-9a-f]{32}$/)
  })

  it('asks for the language of the reader', async () => {
    answers = [json(200, {})]
    useAnswerLanguage('en')
    await get('bundles')
    expect(headers(0).get('Accept-Language')).toBe('en')
  })

  it('hands out the problem that the server tells', async () => {
    const body = { type: '/problems/stale', title: 'Stale', status: 412, detail: 'Read it again', errors: [{ field: 'a', code: 'b', message: 'c' }] }
    answers = [json(412, body, 'application/problem+json')]
    const problem = await get('risk/settings').catch((thrown: Problem) => thrown)
    expect(problem).toMatchObject({ status: 412, type: '/problems/stale', title: 'Stale', detail: 'Read it again', errors: [{ field: 'a' }] })
  })

  it('tells a sealed server from a broken one', async () => {
    answers = [json(503, { type: '/problems/key-ring-sealed', title: 'Sealed' }, 'application/problem+json'), () => new Response('<html>', { status: 502 })]
    expect(await get('employees').catch((thrown: Problem) => thrown.sealed)).toBe(true)
    expect(await get('employees').catch((thrown: Problem) => [thrown.sealed, thrown.status])).toEqual([false, 502])
  })

  it('says so when no server answers', async () => {
    answers = [() => Promise.reject(new TypeError('failed'))]
    expect(await get('bundles').catch((thrown: Problem) => thrown.type)).toBe(UNREACHABLE)
  })

  it('tells that the session has ended, but not when the question was whether there is one', async () => {
    const ended = vi.fn()
    onUnauthorised(ended)
    answers = [json(401, {}), json(401, {})]
    await currentSession().catch(() => undefined)
    expect(ended).not.toHaveBeenCalled()
    await get('alerts').catch(() => undefined)
    expect(ended).toHaveBeenCalledOnce()
  })

  it('does not take a wrong password, code or passkey of who is signed in for the end of the session', async () => {
    const ended = vi.fn()
    onUnauthorised(ended)
    const refused = (code: string) => json(401, { type: `/problems/${code}` }, 'application/problem+json')
    answers = [refused('wrong-credentials'), refused('wrong-code'), refused('wrong-passkey'), refused('not-signed-in')]
    await beginSecondFactor({ password: 'x' }).catch(() => undefined)
    await confirmSecondFactor('000000').catch(() => undefined)
    await removePasskey('p', { password: 'x' }).catch(() => undefined)
    expect(ended).not.toHaveBeenCalled()
    await confirmSecondFactor('000000').catch(() => undefined)
    expect(ended).toHaveBeenCalledOnce()
  })

  it('reads a list to its end', async () => {
    answers = [json(200, { items: [1, 2], next: 'c2', total: 3 }), json(200, { items: [3], next: null, total: 3 })]
    expect(await getAll('departments')).toEqual([1, 2, 3])
    expect(calls[1]!.url).toContain('cursor=c2')
  })
})
