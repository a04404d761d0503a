// Surveys, in the made-up server: each language has rounds and answers of its own.
import { paged } from './answers.mjs'
import { departments, subsidiaries } from './group.mjs'
import { both } from './words.mjs'

const ITEMS = {
  leaveIntent: [
    ['thinking', (language) => both(language, '我经常想离开这家公司。', 'I often think about leaving this firm.')],
    ['searching', (language) => both(language, '我预计在未来十二个月内会去别处找工作。', 'I expect to look for a job elsewhere within the next twelve months.')],
    ['leaving', (language) => both(language, '只要有机会，我打算离开这家公司。', 'I intend to leave this firm when I can.')]
  ],
  stay: [['recommend', (language) => both(language, '您有多大可能向朋友推荐在这家公司工作？', 'How likely is it that you would recommend this firm to a friend as a place to work?')]]
}
const NEEDS = [
  ['growth', (language) => both(language, '成长', 'Growth')],
  ['leadership', (language) => both(language, '领导方式', 'Leadership')],
  ['pay', (language) => both(language, '薪酬', 'Pay')],
  ['recognition', (language) => both(language, '认可', 'Recognition')],
  ['workload', (language) => both(language, '工作负荷', 'Workload')]
]
const COUNTS = { leaveIntent: [[31, 44, 29, 17, 6], [40, 38, 25, 15, 9], [52, 41, 18, 11, 5]], stay: [[2, 1, 3, 4, 6, 9, 11, 18, 27, 24, 22]] }

const firm = subsidiaries[0]
const units = departments.filter((one) => one.subsidiaryId === firm.id && !one.parentId).slice(0, 4)
const mean = (lowest, counts) => Math.round((100 * counts.reduce((sum, count, i) => sum + count * (lowest + i), 0)) / counts.reduce((sum, count) => sum + count, 0)) / 100
const choice = (language) => ([code, text]) => ({ code, text: text(language) })

function results(kind, language) {
  const lowest = kind === 'stay' ? 0 : 1
  const items = ITEMS[kind].map(([code, text], i) => ({ code, text: text(language), lowest, counts: COUNTS[kind][i], mean: mean(lowest, COUNTS[kind][i]) }))
  const overall = (answers, value) => ({ answers, mean: value, recommendation: kind === 'stay' ? 7 : null })
  const rank = (counts) => (kind === 'stay' ? NEEDS.map((need, i) => ({ ...choice(language)(need), count: counts[i] })) : [])
  return {
    tooFew: false,
    invited: 214,
    answered: 127,
    overall: overall(127, Math.round((100 * items.reduce((sum, item) => sum + item.mean, 0)) / items.length) / 100),
    items,
    keeps: rank([71, 40, 33, 21, 8]),
    leaves: rank([62, 47, 38, 22, 19]),
    units: units.map((unit, i) => ({ departmentId: unit.id, name: unit.name, figures: i < 2 ? overall(48 - 9 * i, 2.1 + i / 5) : null })),
    before: { id: 'w0', lastDay: '2026-05-15', figures: overall(119, 2.61) }
  }
}

const round = (id, kind, state, firstDay, lastDay) => ({ id, kind, subsidiaryId: firm.id, subsidiaryName: firm.name, departmentId: null, departmentName: null, firstDay, lastDay, state, results: null })
const fresh = () => ({
  rounds: [round('w3', 'stay', 'open', '2026-11-16', '2026-11-30'), round('w2', 'leaveIntent', 'closed', '2026-10-12', '2026-10-25'), round('w1', 'stay', 'closed', '2026-06-01', '2026-06-12')],
  answered: new Set(),
  since: null
})
const worlds = new Map()
const of = (language) => worlds.get(language) ?? worlds.set(language, fresh()).get(language)

export const list = (query, language) => paged(of(language).rounds, query)
export function one(id, language) {
  const found = of(language).rounds.find((each) => each.id === id)
  return found && { ...found, results: found.state === 'closed' ? results(found.kind, language) : null }
}
export function draft(body, language) {
  const { rounds } = of(language)
  const unit = departments.find((each) => each.id === body.departmentId)
  const named = subsidiaries.find((each) => each.id === body.subsidiaryId)
  const added = { ...round(`w${rounds.length + 4}`, body.kind, 'draft', body.firstDay, body.lastDay), subsidiaryId: named.id, subsidiaryName: named.name, departmentId: unit?.id ?? null, departmentName: unit?.name ?? null }
  rounds.unshift(added)
  return added
}
export function move(id, state, language) {
  const found = of(language).rounds.find((each) => each.id === id)
  return Object.assign(found, { state })
}
const signal = (language) => ({ offered: true, since: of(language).since })
export function own(language) {
  const survey = (id, kind) => ({ id, kind, lastDay: '2026-11-30', answered: of(language).answered.has(id), scale: kind === 'stay' ? { lowest: 0, highest: 10 } : { lowest: 1, highest: 5 }, questions: ITEMS[kind].map(choice(language)), needs: kind === 'stay' ? NEEDS.map(choice(language)) : [] })
  return { items: [survey('o1', 'leaveIntent'), survey('o2', 'stay')], signal: signal(language) }
}
export const answer = (id, language) => !of(language).answered.has(id) && Boolean(of(language).answered.add(id))
export function agree(since, language) {
  of(language).since = since
  return signal(language)
}
