import { computed, ref, shallowRef } from 'vue'
import type { Language as WidgetLanguage } from 'element-plus/es/locale'
import { useAnswerLanguage } from '@/api/client'
import { languages, texts, type Language } from '@/api/texts'
import { i18n } from './i18n'
import { widgetLanguageOf } from './widgets'

const KEY = 'holdfast.language'
const available = ref<Language[]>([])
const widget = shallowRef<WidgetLanguage>()
const loaded = new Set<string>()
let wanted = ''

/** Languages the server has, the chosen one, and the words of the widgets in it. */
export const languageState = {
  available,
  widget,
  tag: computed(() => i18n.global.locale.value as string),
  direction: computed(() => directionOf(i18n.global.locale.value as string))
}

function directionOf(tag: string): 'ltr' | 'rtl' {
  return available.value.find((language) => language.tag === tag)?.direction ?? 'ltr'
}

/** The first of the wishes that the server has, by the whole tag or else by its language alone; empty for none. */
export function negotiate(wishes: readonly string[], tags: readonly string[]): string {
  for (const wish of wishes) {
    const lower = wish.toLowerCase()
    const exact = tags.find((tag) => tag.toLowerCase() === lower)
    const near = exact ?? tags.find((tag) => tag.toLowerCase() === lower.split('-')[0])
    if (near) return near
  }
  return ''
}

/** Switches the language at once; a later switch wins over one whose texts are still on their way. */
export async function switchLanguage(tag: string, remember = true): Promise<void> {
  wanted = tag
  const [messages, words] = await Promise.all([loaded.has(tag) ? undefined : texts(tag), widgetLanguageOf(tag)])
  if (messages) {
    i18n.global.setLocaleMessage(tag, messages)
    loaded.add(tag)
  }
  if (wanted !== tag) return
  useAnswerLanguage(tag)
  widget.value = words
  i18n.global.locale.value = tag
  document.documentElement.lang = tag
  document.documentElement.dir = directionOf(tag)
  if (remember) localStorage.setItem(KEY, tag)
}

let wished = false

/** Takes the language of a person's account, unless the reader's own choice or browser has already said which. */
export async function offerLanguage(tag: string): Promise<void> {
  const has = available.value.some((language) => language.tag === tag)
  if (has && !wished && localStorage.getItem(KEY) === null) await switchLanguage(tag, false)
}

/** Learns the server's languages and takes the reader's: chosen before, else the browser's. */
export async function startLanguage(): Promise<void> {
  available.value = (await languages()).items
  const chosen = localStorage.getItem(KEY)
  const wishes = [...(chosen ? [chosen] : []), ...navigator.languages]
  const tags = available.value.map((language) => language.tag)
  const found = negotiate(wishes, tags)
  wished = found !== ''
  await switchLanguage(found || (tags.includes('zh') ? 'zh' : (tags[0] ?? 'zh')), false)
}
