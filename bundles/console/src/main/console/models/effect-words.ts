import { textOr } from '@/i18n/i18n'

/** The name of what happened to people: a kind of action, or a counter-offer. */
export const happenedWord = (code: string): string => textOr(`console.effects.after.${code}`, textOr(`actionKind.${code}`, code))
