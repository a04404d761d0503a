import type { Language } from 'element-plus/es/locale'

type Loader = () => Promise<unknown>
const FILES = import.meta.glob('/../../../node_modules/element-plus/es/locale/lang/*.mjs') as Record<string, Loader>
const BY_TAG = new Map(Object.entries(FILES).map(([path, load]) => [path.replace(/^.*\/|\.mjs$/g, ''), load]))
const SPECIAL: Record<string, string> = { zh: 'zh-cn', 'zh-hans': 'zh-cn', 'zh-hant': 'zh-tw', pt: 'pt', no: 'nb-no' }

/** The words of the widgets (calendar, paging, empty tables), so that a language bundle need not bring them. */
export async function widgetLanguageOf(tag: string): Promise<Language | undefined> {
  const lower = tag.toLowerCase()
  const load = BY_TAG.get(SPECIAL[lower] ?? lower) ?? BY_TAG.get(lower.split('-')[0]!) ?? BY_TAG.get('en')
  return ((await load?.()) as { default: Language } | undefined)?.default
}
