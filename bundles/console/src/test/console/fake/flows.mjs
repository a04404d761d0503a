// Made-up flows: the two that ship, and a draft of one subsidiary's own that leaves a step out.
import { readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { subsidiaries } from './group.mjs'
import { both } from './words.mjs'

const file = (key) => readFileSync(fileURLToPath(new URL(`../../../../../../config/flows/${key}.bpmn`, import.meta.url)), 'utf8')
const at = '2026-11-20T02:00:00Z'
const version = (flowId, number, published) => ({ flowId, number, createdAt: at, publishedAt: published ? at : null })
const STEPS = ['departmentApproval', 'handover', 'accounts', 'assets', 'settlement', 'certificate', 'fileTransfer']
const kept = [
  { id: 'f1', subsidiaryId: null, key: 'node-approval', names: ['逐级审批', 'Node approval'], versions: [version('f1', 1, true)] },
  { id: 'f2', subsidiaryId: null, key: 'parallel', names: ['各部门并行办理', 'All departments at once'], versions: [version('f2', 1, true)] },
  { id: 'f3', subsidiaryId: 's1', key: 'own', names: ['本公司流程', 'Own flow'], versions: [] }
]
const uses = {}
let demanded = STEPS

export function list(language) {
  const firms = subsidiaries.filter((firm) => !firm.sandbox)
  return {
    items: kept.filter((flow) => flow.versions.length).map(({ names, ...flow }) => ({ ...flow, name: both(language, ...names), mayManage: true })),
    uses: firms.map((firm) => ({ subsidiaryId: firm.id, subsidiaryName: firm.name, flowId: uses[firm.id] ?? 'f1', version: 1, mayManage: true })),
    mandatory: demanded,
    mayDemand: true
  }
}

export function use(firm, flow, language) {
  uses[firm] = flow
  return list(language)
}

/** The flow in use has no exit interview. */
export function demand(steps, language) {
  if (steps.includes('exitInterview')) return { errors: [{ field: 'steps', code: 'flowInUse', message: both(language, '使用中的流程不满足：node-approval: exitInterview', 'a flow in use falls short of it: node-approval: exitInterview') }] }
  demanded = steps
  return { demanded: list(language) }
}

/** The file is read for the one thing that is looked at here. */
export function upload(text, language) {
  if (!text.includes('scriptTask')) {
    kept[2].versions.unshift(version('f3', kept[2].versions.length + 1, false))
    return { taken: kept[2].versions[0] }
  }
  return {
    errors: [
      { field: 'xml[12]', code: 'flowElement', message: both(language, '此处不允许 scriptTask x', 'scriptTask x is not allowed here') },
      { field: 'xml[0]', code: 'flowMandatory', message: both(language, '集团要求步骤 assets，但流程可以绕过它到达结束', 'the group demands the step assets, and a run can get to its end without it') }
    ]
  }
}

export const diagram = (id) => file(kept.find((flow) => flow.id === id)?.key === 'node-approval' ? 'node-approval' : 'parallel')

export function difference(id) {
  const own = id === 'f3'
  return { flow: 'node-approval', version: 1, added: own ? ['exitInterview'] : [], removed: own ? ['it', 'cleared'] : [], changed: own ? ['handover'] : [], steps: STEPS.map((step) => ({ step, kept: true })) }
}

export function publish(id, number) {
  const found = kept.find((flow) => flow.id === id).versions.find((one) => one.number === Number(number))
  found.publishedAt = at
  return found
}
