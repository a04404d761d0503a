import { flushPromises, mount } from '@vue/test-utils'
import { beforeAll, describe, expect, it, vi } from 'vitest'
import { i18n } from '@/i18n/i18n'
import { languageState, switchLanguage } from '@/i18n/language'
import OwnContactPanel from '@/own/OwnContactPanel.vue'
import { readCoreTexts, readTexts } from '../support/texts.mjs'

let contact: object | null = null

beforeAll(async () => {
  vi.stubGlobal('fetch', async (url: string) => {
    const texts = { ...readTexts('en'), ...readCoreTexts('en') }
    return new Response(JSON.stringify(String(url).includes('own/contact') ? { contact } : texts), { status: 200, headers: { 'Content-Type': 'application/json' } })
  })
  languageState.available.value = [{ tag: 'en', name: 'English', direction: 'ltr' }]
  await switchLanguage('en')
})

describe('Whom to ask, on My data', () => {
  it('says that nobody is named yet', async () => {
    contact = null
    const panel = mount(OwnContactPanel, { global: { plugins: [i18n] } })
    await flushPromises()
    expect(panel.text()).toContain('Nobody is named yet.')
  })

  it('shows name, ways and address', async () => {
    contact = { name: 'Data-protection officer', email: 'dpo@example.com', phone: '+86 571 1', address: 'Road 1', representative: '' }
    const panel = mount(OwnContactPanel, { global: { plugins: [i18n] } })
    await flushPromises()
    expect(panel.text()).toContain('Data-protection officer')
    expect(panel.find('a[href="mailto:dpo@example.com"]').exists()).toBe(true)
    expect(panel.find('a[href="tel:+865711"]').exists()).toBe(true)
    expect(panel.text()).toContain('Road 1')
  })
})
