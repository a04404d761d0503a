import { flushPromises, mount, type VueWrapper } from '@vue/test-utils'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { i18n } from '@/i18n/i18n'
import PersonSearch from '@/shell/PersonSearch.vue'
import { readTexts } from '../support/texts.mjs'

const PAUSE_MS = 300
const page = (...names: string[]) => ({ items: names.map((name) => ({ id: `id-${name}`, employeeNo: `no-${name}`, name })), next: null, total: names.length })

/** The calls that were made, each with the way to answer it. */
let calls: { text: string; answer: (body: unknown, status?: number) => void }[]
let search: VueWrapper

beforeEach(() => {
  calls = []
  vi.useFakeTimers()
  vi.stubGlobal('fetch', (_url: string, { body }: { body: string }) => {
    return new Promise((done) => {
      const headers = { 'content-type': 'application/problem+json' }
      calls.push({ text: JSON.parse(body).text, answer: (answer, status = 200) => done(new Response(JSON.stringify(answer), status < 400 ? { status } : { status, headers })) })
    })
  })
  i18n.global.setLocaleMessage('en', readTexts('en'))
  i18n.global.locale.value = 'en'
  search = mount(PersonSearch, { global: { plugins: [i18n] }, attachTo: document.body })
})
afterEach(() => {
  search.unmount()
  vi.useRealTimers()
})

const field = () => search.get('[role=combobox]')
const options = () => search.findAll('[role=option]')
const said = () => search.get('[role=status]').text()
const active = () => search.find(`#${field().attributes('aria-activedescendant')}`).text()
const press = (key: string, more = {}) => field().trigger('keydown', { key, ...more })

async function type(text: string): Promise<void> {
  await field().setValue(text)
  await vi.advanceTimersByTimeAsync(PAUSE_MS)
}
async function answer(call: number, body: unknown, status = 200): Promise<void> {
  calls[call]!.answer(body, status)
  await vi.advanceTimersByTimeAsync(0)
  await flushPromises()
}

describe('The search for a person', () => {
  it('asks once the typing pauses, and for nothing where nothing is typed', async () => {
    await field().setValue('a')
    await vi.advanceTimersByTimeAsync(PAUSE_MS - 1)
    await type('ab ')
    await type('  ')
    expect(calls.map((call) => call.text)).toEqual(['ab'])
  })

  it('is a combobox whose list box names the option that Enter would open', async () => {
    expect(field().attributes('aria-expanded')).toBe('false')
    await type('a')
    await answer(0, page('ann', 'alf', 'ada'))
    expect(field().attributes('aria-expanded')).toBe('true')
    expect(search.get(`#${field().attributes('aria-controls')}`).attributes('role')).toBe('listbox')
    expect(active()).toContain('ann')
    expect(options().map((option) => option.attributes('aria-selected'))).toEqual(['true', 'false', 'false'])
  })

  it('moves through the list with the keys, round its ends', async () => {
    await type('a')
    await answer(0, page('ann', 'alf', 'ada'))
    const seen = []
    for (const key of ['ArrowDown', 'End', 'ArrowDown', 'ArrowUp', 'Home']) {
      await press(key)
      seen.push(active().slice(0, 3))
    }
    expect(seen).toEqual(['alf', 'ada', 'ann', 'ada', 'ann'])
  })

  it('opens a person on Enter and on a click', async () => {
    await type('a')
    await answer(0, page('ann', 'alf'))
    await press('ArrowDown')
    await press('Enter')
    await options()[0]!.trigger('click')
    expect(search.emitted('choose')!.map(([person]) => (person as { id: string }).id)).toEqual(['id-alf', 'id-ann'])
  })

  it('shows the answer to the latest words, whichever comes last', async () => {
    await type('a')
    await type('ab')
    await answer(1, page('abe'))
    await answer(0, page('ann', 'alf'))
    expect(options().map((option) => option.text().slice(0, 3))).toEqual(['abe'])
  })

  it('opens nobody on Enter whom other words have found', async () => {
    await type('a')
    await answer(0, page('ann'))
    await field().setValue('ab')
    await press('Enter')
    expect(search.emitted('choose')).toBeUndefined()
  })

  it('leaves the keys to an input method and to the text', async () => {
    await type('a')
    await answer(0, page('ann', 'alf'))
    await press('Enter', { isComposing: true })
    await press('End', { shiftKey: true })
    expect(search.emitted('choose')).toBeUndefined()
    expect(active()).toContain('ann')
  })

  it('closes its list on the first Escape and passes on the second; an arrow opens it again', async () => {
    const passed = vi.fn()
    document.addEventListener('keydown', passed)
    await type('a')
    await answer(0, page('ann'))
    await press('Escape')
    expect(field().attributes('aria-expanded')).toBe('false')
    expect(field().attributes('aria-activedescendant')).toBeUndefined()
    expect(passed).not.toHaveBeenCalled()
    await press('Escape')
    expect(passed).toHaveBeenCalledOnce()
    await press('ArrowDown')
    expect(field().attributes('aria-expanded')).toBe('true')
    document.removeEventListener('keydown', passed)
  })

  it('says politely how the search goes', async () => {
    expect(said()).toBe('')
    await type('a')
    expect(said()).toBe('Searching …')
    await answer(0, page('ann', 'alf'))
    expect(said()).toBe('2 found')
    await type('b')
    await answer(1, { ...page('bea'), total: 40 })
    expect(said()).toContain('first 1 of 40')
    await type('c')
    await answer(2, page())
    expect(said()).toBe('Nobody found')
  })

  it('says what went wrong and tries again', async () => {
    await type('a')
    await answer(0, { title: 'Out of order', status: 500 }, 500)
    expect(search.get('[role=alert]').text()).toContain('Out of order')
    await search.get('[role=alert] button').trigger('click')
    await answer(1, page('ann'))
    expect(search.find('[role=alert]').exists()).toBe(false)
    expect(options()).toHaveLength(1)
  })
})
