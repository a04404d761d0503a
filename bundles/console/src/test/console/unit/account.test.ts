import { mount } from '@vue/test-utils'
import decodeQR from 'qr/decode.js'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { clientName } from '@/account/clients'
import QrCode from '@/account/QrCode.vue'
import RecoveryCodes from '@/account/RecoveryCodes.vue'
import { i18n } from '@/i18n/i18n'
import { session } from '@/session/session'
import { router } from '@/shell/router'
import { readTexts } from '../support/texts.mjs'

const ADDRESS = 'otpauth://totp/Holdfast:chen.jing%40example.com?secret=GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ&issuer=Holdfast&algorithm=SHA1&digits=6&period=30'
const SCALE = 4

/** What a camera sees of a drawing of unit squares on white. */
function picture(svg: Element): { width: number; height: number; data: Uint8ClampedArray } {
  const width = Number(svg.getAttribute('viewBox')!.split(' ')[2]) * SCALE
  const data = new Uint8ClampedArray(width * width * 4).fill(255)
  for (const [, x, y] of svg.querySelector('path')!.getAttribute('d')!.matchAll(/M(\d+) (\d+)h1v1h-1z/g)) {
    for (let i = 0; i < SCALE * SCALE; i++) {
      const at = ((Number(y) * SCALE + Math.floor(i / SCALE)) * width + Number(x) * SCALE + (i % SCALE)) * 4
      data.fill(0, at, at + 3)
    }
  }
  return { width, height: width, data }
}

describe('The QR code of a second factor', () => {
  it('is read by a scanner as the address for the app', () => {
    const code = mount(QrCode, { props: { text: ADDRESS, label: 'QR code' } })
    expect(decodeQR(picture(code.element))).toBe(ADDRESS)
    expect(code.attributes('aria-label')).toBe('QR code')
  })
})

describe('The recovery codes', () => {
  const codes = ['AAAA-BBBB-CCCC-DDDD', 'EEEE-FFFF-GGGG-HHHH']
  const shown = () => mount(RecoveryCodes, { props: { codes }, global: { plugins: [i18n] }, attachTo: document.body })

  beforeEach(() => {
    i18n.global.setLocaleMessage('en', readTexts('en'))
    i18n.global.locale.value = 'en'
  })
  afterEach(() => vi.unstubAllGlobals())

  it('are copied one in a line, and the reader is told', async () => {
    const writeText = vi.fn(async () => undefined)
    vi.stubGlobal('navigator', { clipboard: { writeText } })
    const page = shown()
    await page.get('button').trigger('click')
    await vi.waitFor(() => expect(page.get('[role=status]').text()).toBe('Copied'))
    expect(writeText).toHaveBeenCalledWith(codes.join('\n'))
    page.unmount()
  })

  it('say so where the browser lets no page copy, as without HTTPS', async () => {
    vi.stubGlobal('navigator', {})
    const page = shown()
    await page.get('button').trigger('click')
    await vi.waitFor(() => expect(page.get('[role=status]').text()).toContain('select the codes yourself'))
    page.unmount()
  })
})

describe('The browser of a session', () => {
  const CHROME = 'Mozilla/5.0 (Windows NT 10.0; Win64; x64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/141.0.0.0 Safari/537.36'

  it.each([
    [CHROME, 'Chrome 141 · Windows'],
    [`${CHROME} Edg/141.0.0.0`, 'Edge 141 · Windows'],
    ['Mozilla/5.0 (X11; Linux x86_64; rv:128.0) Gecko/20100101 Firefox/128.0', 'Firefox 128 · Linux'],
    ['Mozilla/5.0 (iPhone; CPU iPhone OS 18_1 like Mac OS X) AppleWebKit/605.1.15 (KHTML, like Gecko) Version/18.1 Mobile/15E148 Safari/604.1', 'Safari 18 · iOS'],
    ['curl/8.5.0', 'curl/8.5.0'],
    ['', '']
  ])('is told in few words: %s', (said, name) => expect(clientName(said)).toBe(name))

  it('is cut where it is neither known nor short', () => expect(clientName('x'.repeat(300))).toHaveLength(41))
})

describe('A role that must have a second factor', () => {
  const user = { id: 'u', username: 'hr', displayName: 'HR', roles: ['groupHr'], subsidiaryIds: [], employeeId: null, language: 'en', permissions: ['alerts:read'], mustChangePassword: false }
  afterEach(() => {
    session.forget()
    vi.unstubAllGlobals()
  })

  it('gets to its account alone until it has one', async () => {
    let must = true
    vi.stubGlobal('fetch', async () => new Response(JSON.stringify({ csrfToken: 'c', user, mustAddSecondFactor: must })))
    await session.refresh()
    expect(session.ready.value).toBe(false)
    await router.push('/alerts')
    expect(router.currentRoute.value).toMatchObject({ name: 'account', query: { back: '/alerts' } })
    must = false
    await session.refresh()
    await router.push('/alerts')
    expect(router.currentRoute.value.name).toBe('alerts')
  })
})
