// A made-up ranking: costs and budget move it as the server's would; two subsidiaries lack what it takes.
import * as answers from './answers.mjs'
import { effects } from './risk.mjs'

const STATES = { s4: 'notCalibrated', s5: 'noStudy' }
const SHIFTS = { promotion: [0.3, 0.2, 0.4], pay: [0.12, -0.04, 0.28], training: [-0.1, -0.25, 0.05] }

function choices(row, body) {
  const p = row.probability ?? 0.1
  return Object.entries(SHIFTS).map(([kind, [retained, low, high]]) => {
    const cost = kind === 'pay' ? (body.raisePercent ? body.raisePercent * 2400 : null) : body.costs?.[kind] ?? null
    return { ...row, kind, retained: p * retained, low: p * low, high: p * high, personal: kind !== 'training', cost, perCost: cost ? (1e5 * p * retained) / cost : null, chosen: false }
  })
}

const KEYS = { perCost: (one) => one.perCost ?? -1, risk: (one) => one.probability ?? 0, effect: (one) => one.retained ?? 0 }

function spend(all, budget) {
  const sum = { budget, actions: 0, cost: 0, retained: 0, low: 0, high: 0 }
  const people = new Set()
  for (const one of [...all].sort((a, b) => KEYS.perCost(b) - KEYS.perCost(a))) {
    if (!one.cost || one.retained <= 0 || people.has(one.id) || sum.cost + one.cost > budget) continue
    people.add(one.id)
    one.chosen = true
    sum.actions++
    for (const part of ['cost', 'retained', 'low', 'high']) sum[part] += one[part]
  }
  return sum
}

export function rank(body, language) {
  const rows = answers.watchList({ subsidiaryIds: [body.subsidiaryId], sort: 'score', direction: 'desc', limit: 200 }, language).items
  const state = STATES[body.subsidiaryId] ?? 'ready'
  const bare = rows.map((row) => ({ ...row, kind: null, retained: null, low: null, high: null, personal: false, cost: null, perCost: null, chosen: false }))
  const all = state === 'ready' ? rows.flatMap((row) => choices(row, body)) : bare
  const spending = body.budget && state === 'ready' ? spend(all, body.budget) : null
  const key = KEYS[state === 'ready' ? body.sort : 'risk']
  all.sort((a, b) => key(b) - key(a))
  const seen = new Set()
  const listed = body.everyKind ? all : all.filter((one) => !seen.has(one.id) && seen.add(one.id))
  const { asOf, horizonDays, effects: kinds } = effects(body.subsidiaryId)
  const none = state === 'noStudy'
  return { subsidiaryId: body.subsidiaryId, state, asOf: none ? null : asOf, horizonDays: none ? null : horizonDays, kinds: none ? [] : kinds, currency: 'CNY', leavers: rows.reduce((sum, row) => sum + (row.probability ?? 0), 0), people: rows.length, spending, ...answers.paged(listed, body) }
}

export function ofPerson(index) {
  const p = 0.7 - (index % 5) / 10
  const actions = Object.entries(SHIFTS).map(([kind, [retained, low, high]]) => ({ kind, retained: p * retained, low: p * low, high: p * high, personal: kind !== 'training' }))
  return { employeeId: `e${index}`, state: 'ready', asOf: '2026-11-22', horizonDays: 180, probability: p, actions, unknown: ['flexibility'] }
}
