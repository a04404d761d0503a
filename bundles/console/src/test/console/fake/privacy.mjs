// What the scoring of made-up subsidiaries rests on: nothing at first, then what the officer does.
import { both } from './words.mjs'

const CATEGORIES = ['attendance', 'performance', 'pay', 'work', 'project', 'feedback', 'survey', 'jobSite', 'career', 'employment']
const ON_CONSENT = ['feedback', 'survey', 'jobSite']
const rules = CATEGORIES.map((category) => {
  const proposed = ON_CONSENT.includes(category) ? 'consent' : 'hrRules'
  return { purpose: 'retention', category, kinds: [proposed], proposed }
})
const QUESTIONS = [
  ['purpose', 'text', '评分的目的是什么？', 'What is the scoring for?'],
  ['hrRules', 'document', '依据哪项劳动规章制度或集体合同？', 'Which HR rules or collective contract is this based on?'],
  ['humanDecides', 'confirmation', '任何关于个人的决定都不会仅凭评分作出，而由具名的人员决定。', 'No decision about a person is made from a score alone; a named person decides.']
]
const firms = new Map()
const firm = (id) => {
  if (!firms.has(id)) firms.set(id, { bases: [], assessments: [], notices: [], stopped: false, code: 'pipl', erasures: [] })
  return firms.get(id)
}

export const bases = (id) => ({ items: firm(id).bases })
export function fileBases(id, items) {
  firm(id).bases = items
  return bases(id)
}

export const jurisdiction = (id, language) => ({
  code: firm(id).code,
  named: false,
  choices: [
    { code: 'pipl', name: both(language, '中国：《个人信息保护法》', 'China: Personal Information Protection Law (PIPL)'), version: '1.0.0', bases: rules, retention: [], responseTimes: [] },
    { code: 'gdpr', name: both(language, '欧洲经济区：GDPR', 'European Economic Area: GDPR'), version: '1.0.0', bases: rules, retention: [], responseTimes: [] }
  ]
})

export function scoring(id) {
  const { stopped, assessments } = firm(id)
  const signed = assessments.some((one) => one.state === 'signed')
  const refusal = stopped ? 'stopped' : signed ? null : 'notAssessed'
  return { allowed: !refusal, refusal, stopped }
}
export function stop(id, stopped) {
  firm(id).stopped = stopped
  return scoring(id)
}

const shown = (one, language) => ({
  ...one,
  questions: QUESTIONS.map(([code, kind, chinese, english]) => ({ code, kind, text: both(language, chinese, english), hint: both(language, '第五十六条', 'PIPL Art. 56'), answer: one.answers[code] ?? '' }))
})
export const assessments = (id, language) => ({ items: firm(id).assessments.map((one) => shown(one, language)) })
export function openAssessment(id, language) {
  const all = firm(id).assessments
  const one = { id: `d${all.length + 1}`, version: all.length + 1, state: 'draft', book: 'pipl', bookVersion: '1.0.0', categories: CATEGORIES.filter((code) => code !== 'jobSite'), read: CATEGORIES, models: ['industry:manufacturing@1.0'], answers: {}, openedAt: '2026-11-22T10:00:00+08:00', signedAt: null, signedByName: null, signedBy: null, validTo: null }
  all.unshift(one)
  return shown(one, language)
}
export function answer(id, assessmentId, { categories, answers }, language) {
  const one = firm(id).assessments.find((found) => found.id === assessmentId)
  Object.assign(one, { categories, answers })
  return shown(one, language)
}
export function sign(id, assessmentId, language) {
  const one = firm(id).assessments.find((found) => found.id === assessmentId)
  Object.assign(one, { state: 'signed', signedAt: '2026-11-22T11:00:00+08:00', signedByName: '李慧', signedBy: 'u-dpo', validTo: '2027-11-22' })
  return shown(one, language)
}

export const notices = (id) => ({ items: firm(id).notices, employed: 1240 })
export function publish(id, draft) {
  const one = { id: `n${firm(id).notices.length + 1}`, publishedOn: '2026-11-22', told: 0, contact: '', ...draft }
  firm(id).notices.unshift(one)
  return one
}
export function tell(id, noticeId) {
  firm(id).notices.find((one) => one.id === noticeId).told = 1240
  return { told: 1240 }
}

export const processingRecord = (id, name) => ({
  controller: name,
  contact: null,
  country: 'CN',
  jurisdiction: 'pipl',
  dataSubjects: 1240,
  models: ['industry:manufacturing@1.0'],
  activities: firm(id).bases.map((basis) => ({ purpose: basis.purpose, category: basis.category, basis: basis.kind, accepted: true, from: basis.from, to: null, signals: [] })),
  retention: [{ record: 'scores', months: 12, from: 'date' }, { record: 'person', months: 24, from: 'exit' }]
})

export const retention = () => ({
  items: [
    { record: 'signals', months: 36, before: '2023-11-22', due: 12, soon: 340, held: 0 },
    { record: 'scores', months: 12, before: '2025-11-22', due: 3100, soon: 3105, held: 0 },
    { record: 'person', months: 24, before: '2024-11-22', due: 2, soon: 1, held: 1 }
  ]
})
const holds = new Map()
const HELD = { profile: 1, signals: 14, scores: 4, alerts: 1, noticeReceipts: 1 }
const kept = new Map()
const LAW = 'PIPL 47, 50, 69'
export const erasurePreview = (personId) => ({
  held: HELD,
  obstacle: holds.has(personId) ? 'onHold' : null,
  hold: holds.get(personId) ?? null,
  kept: [{ record: 'requests', months: 36, law: LAW }],
})
export const statutory = ({ employeeNo }) => ({ items: kept.get(employeeNo) ?? [] })
export function hold(personId, body) {
  holds.set(personId, body)
  return body
}
export const lift = (personId) => holds.delete(personId)
export function erase(id, personId, { ground, employeeNo }) {
  const one = { employeeId: personId, erasedAt: '2026-11-22T11:30:00+08:00', ground, by: 'u-dpo' }
  firm(id).erasures.unshift(one)
  kept.set(employeeNo, [
    {
      record: 'requests',
      law: LAW,
      erasedOn: '2026-11-22',
      keptUntil: '2029-11-22',
      entries: [{ kind: 'access', state: 'fulfilled', receivedOn: '2026-05-04', dueOn: '2026-05-25', answeredOn: '2026-05-11', asked: 'Everything', answer: 'Handed out' }],
    },
  ])
  return one
}
export const erasures = (id) => firm(id).erasures
