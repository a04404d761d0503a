// The text files of the console, as the server reads them: one key and its words on each line.
import { readFileSync } from 'node:fs'

export const TAGS = ['en', 'zh']

export function readTexts(tag) {
  const file = new URL(`../../../main/resources/text/console_${tag}.properties`, import.meta.url)
  const lines = readFileSync(file, 'utf8').split('\n')
  const pairs = lines.filter((line) => line && !line.startsWith('#')).map((line) => {
    const at = line.indexOf('=')
    return [line.slice(0, at).trim(), line.slice(at + 1).trim()]
  })
  return Object.fromEntries(pairs)
}
