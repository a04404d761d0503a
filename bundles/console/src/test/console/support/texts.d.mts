export const TAGS: string[]
export function readTexts(tag: string): Record<string, string>
