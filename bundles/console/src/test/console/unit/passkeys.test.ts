import { mount, type VueWrapper } from '@vue/test-utils'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { addPasskey, bytesOf, passkeysWork, signChallenge, textOf } from '@/api/passkeys'
import { i18n } from '@/i18n/i18n'
import { session } from '@/session/session'
import LoginPage from '@/session/LoginPage.vue'
import { router } from '@/shell/router'
import { readTexts } from '../support/texts.mjs'

vi.mock('@/shell/BrandMark.vue', () => ({ default: { render: () => null } }))

const user = { id: 'u', username: 'hr', displayName: 'HR', roles: ['groupHr'], subsidiaryIds: [], employeeId: null, language: 'en', permissions: [], mustChangePassword: false }
const buffer = (text: string) => new TextEncoder().encode(text).buffer as ArrayBuffer
const SIGNED = { credentialId: textOf(buffer('id')), clientData: textOf(buffer('client')), authenticatorData: textOf(buffer('device')), signature: textOf(buffer('sig')), userHandle: textOf(buffer('u')) }

let sent: { path: string; body: Record<string, unknown> }[] = []
let answers: Record<string, [number, unknown][]> = {}
const device = { get: vi.fn(), create: vi.fn() }

beforeEach(() => {
  sent = []
  vi.stubGlobal('fetch', async (url: string, init: RequestInit = {}) => {
    const path = `${init.method ?? 'GET'} ${url.replace(/^.*api\/v1\//, '')}`
    sent.push({ path, body: init.body ? JSON.parse(String(init.body)) : {} })
    const [status, body] = answers[path]?.shift() ?? [404, {}]
    return new Response(JSON.stringify(body), { status, headers: { 'content-type': 'application/json' } })
  })
  vi.stubGlobal('PublicKeyCredential', class {})
  vi.stubGlobal('isSecureContext', true)
  Object.defineProperty(navigator, 'credentials', { value: device, configurable: true })
  device.get.mockReset().mockResolvedValue({ rawId: buffer('id'), response: { clientDataJSON: buffer('client'), authenticatorData: buffer('device'), signature: buffer('sig'), userHandle: buffer('u') } })
  device.create.mockReset().mockResolvedValue({ rawId: buffer('id'), response: { clientDataJSON: buffer('client'), attestationObject: buffer('device') } })
  answers = { 'POST session/passkeys/challenge': Array.from({ length: 3 }, () => [200, { challenge: textOf(buffer('c')), rpId: 'localhost', timeout: 300000 }]) }
})
afterEach(() => {
  session.forget()
  vi.unstubAllGlobals()
})

describe('A passkey', () => {
  it('keeps every byte in base64url', () => {
    const all = Uint8Array.from({ length: 256 }, (_, i) => i)
    expect(bytesOf(textOf(all.buffer))).toEqual(all)
    expect(textOf(all.buffer)).not.toMatch(/[+/=]/)
  })

  it('is asked for with the server’s challenge, and only where its holder is verified', async () => {
    expect(await signChallenge()).toEqual(SIGNED)
    expect(device.get).toHaveBeenCalledWith({ publicKey: { challenge: bytesOf(textOf(buffer('c'))), rpId: 'localhost', timeout: 300000, userVerification: 'required' } })
  })

  it('is made so that it is found without a user name, and never twice on one device', async () => {
    answers['POST session/passkeys'] = [[200, { challenge: 'AA', rpId: 'localhost', timeout: 1, userHandle: 'AQ', username: 'hr', algorithms: [-7, -8], known: ['Ag'] }]]
    answers['POST session/passkeys/confirmation'] = [[200, { id: 'p' }]]
    await addPasskey('work phone', { password: 'x' })
    const asked = device.create.mock.calls[0]![0].publicKey
    expect(asked.authenticatorSelection).toMatchObject({ residentKey: 'required', userVerification: 'required' })
    expect(asked.excludeCredentials).toEqual([{ type: 'public-key', id: bytesOf('Ag') }])
    expect(sent.at(-1)!.body).toEqual({ name: 'work phone', clientData: SIGNED.clientData, attestation: SIGNED.authenticatorData })
  })

  it('is not offered where browsers make none', () => {
    expect(passkeysWork()).toBe(true)
    vi.stubGlobal('location', { hostname: '192.0.2.7' })
    expect(passkeysWork()).toBe(false)
  })
})

describe('The sign-in page', () => {
  let page: VueWrapper
  const button = (key: string) => page.findAll('button').find((one) => one.text() === i18n.global.t(key))

  beforeEach(async () => {
    i18n.global.setLocaleMessage('en', readTexts('en'))
    i18n.global.locale.value = 'en'
    answers['GET session/provider'] = [[200, { name: null, signOffAddress: null }]]
    page = mount(LoginPage, { global: { plugins: [i18n, router] } })
  })
  afterEach(() => page.unmount())

  it('lets in with a passkey alone', async () => {
    answers['POST session'] = [[200, { csrfToken: 'c', user }]]
    await button('console.passkeys.signIn')!.trigger('click')
    await vi.waitFor(() => expect(session.signedIn.value).toBe(true))
    expect(sent.find((call) => call.path === 'POST session')!.body).toEqual({ passkey: SIGNED })
  })

  it('asks for the passkey after the password where the account has no app', async () => {
    answers['POST session'] = [
      [401, { type: '/problems/passkey-required' }],
      [200, { csrfToken: 'c', user }]
    ]
    await page.get('#username').setValue('hr')
    await page.get('#password').setValue('secret')
    await page.get('form').trigger('submit')
    await vi.waitFor(() => expect(page.text()).toContain(i18n.global.t('console.passkeys.confirm')))
    expect(page.find('#code').exists()).toBe(false)
    await button('console.passkeys.use')!.trigger('click')
    await vi.waitFor(() => expect(session.signedIn.value).toBe(true))
    expect(sent.filter((call) => call.path === 'POST session').at(-1)!.body).toEqual({ username: 'hr', password: 'secret', passkey: SIGNED })
  })

  it('says so where no device answered', async () => {
    device.get.mockRejectedValue(new DOMException('', 'NotAllowedError'))
    await button('console.passkeys.signIn')!.trigger('click')
    await vi.waitFor(() => expect(page.get('[role=alert]').text()).toContain(i18n.global.t('console.passkeys.cancelled')))
  })
})
