import { createI18n } from 'vue-i18n'

type FlatMessages = Record<string, string>

/** Messages are flat: the whole key is one name, dots and all, as in the text files of the bundles. */
function flat(messages: unknown, key: string): string | null {
  return (messages as FlatMessages)?.[key] ?? null
}

export const i18n = createI18n({
  legacy: false,
  locale: 'zh',
  fallbackLocale: [] as string[],
  missingWarn: false,
  fallbackWarn: false,
  messageResolver: flat as never,
  messages: {} as Record<string, FlatMessages>
})

/** Words of a key in the current language; for code outside components. */
export const t = (key: string, named: Record<string, unknown> = {}): string => i18n.global.t(key, named)

/** A text of the core, whose places are numbered. */
export const tNumbered = (key: string, values: unknown[]): string => i18n.global.t(key, values)

/** Whether the current language has words for a key. */
export const hasText = (key: string): boolean => key in (i18n.global.getLocaleMessage(i18n.global.locale.value) as object)

/** Words for a code of the server where there are some, else the code itself. */
export const textOr = (key: string, otherwise: string): string => (hasText(key) ? t(key) : otherwise)
