// The text files of the console, as the server reads them: one key and its words on each line.
import { readdirSync, readFileSync } from 'node:fs'
import path from 'node:path'
import { fileURLToPath } from 'node:url'

const FOLDER = path.join(path.dirname(fileURLToPath(import.meta.url)), '../../../main/resources/text')

const CORE = path.join(path.dirname(fileURLToPath(import.meta.url)), '../../../../../platform/core/src/main/resources/text')

export const TAGS = ['en', 'zh']

function pairsOf(file, folder = FOLDER) {
  const lines = readFileSync(path.join(folder, file), 'utf8').split('\n')
  return lines
    .filter((line) => line && !line.startsWith('#'))
    .map((line) => {
      const at = line.indexOf('=')
      return [line.slice(0, at).trim(), line.slice(at + 1).trim()]
    })
}

export function readTexts(tag) {
  const files = readdirSync(FOLDER).filter((file) => file.endsWith(`_${tag}.properties`))
  return Object.fromEntries(files.flatMap((file) => pairsOf(file)))
}

/** The words for a person's record and requests, and the names of signals, are the core's. */
export function readCoreTexts(tag) {
  const privacy = pairsOf(`privacy_${tag}.properties`, CORE).filter(([key]) => /^(record|requestKind|requestState|breachSeverity|breachState)\./.test(key))
  const kinds = pairsOf(`plans_${tag}.properties`, CORE).filter(([key]) => key.startsWith('actionKind.'))
  const effect = pairsOf(`effect_${tag}.properties`, CORE).filter(([key]) => key.startsWith('effect.'))
  const leavers = pairsOf(`insight_${tag}.properties`, CORE).filter(([key]) => /^(leavers|offboardingReport)\./.test(key))
  const flows = pairsOf(`flows_${tag}.properties`, CORE).filter(([key]) => key.startsWith('flow.'))
  const knowledge = pairsOf(`knowledge_${tag}.properties`, CORE).filter(([key]) => key.startsWith('knowledgeKind.'))
  const assets = pairsOf(`assets_${tag}.properties`, CORE).filter(([key]) => key.startsWith('assets.'))
  return Object.fromEntries([...assets, ...privacy, ...knowledge, ...kinds, ...effect, ...leavers, ...flows, ...pairsOf(`signals_${tag}.properties`, CORE)])
}
