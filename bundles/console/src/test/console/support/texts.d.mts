export const TAGS: string[]
export function readTexts(tag: string): Record<string, string>
export function readCoreTexts(tag: string): Record<string, string>
