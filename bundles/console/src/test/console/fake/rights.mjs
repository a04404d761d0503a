// What made-up people ask for, for each subsidiary or reader, and what is held about the one who reads.
import { both } from './words.mjs'

const DAY = 86_400_000
// The subsidiary's day, which is the reader's too: by UTC it would be yesterday there from 16 h on.
const dayOf = new Intl.DateTimeFormat('sv-SE', { timeZone: 'Asia/Shanghai' })
const later = (days) => dayOf.format(Date.now() + days * DAY)
const today = () => later(0)
const NO_WORDS = { asked: '', extensionReason: '', answer: '', remedies: '', assessment: '', decidedBy: '', exception: '' }
const all = new Map()
const own = new Map()
let number = 0

const request = (subsidiaryId, employeeName, kind, asked, due, more = {}) => ({ id: `r${++number}`, employeeId: 'p1', employeeName, subsidiaryId, kind, state: 'open', receivedOn: today(), dueOn: later(due), extendableTo: null, bySelf: true, byRelative: false, relative: null, answeredOn: null, contact: '', claim: null, words: { ...NO_WORDS, asked }, ...more })

function of(id, language) {
  if (!all.has(id)) {
    all.set(id, [
      request(id, both(language, '王芳', 'Wang Fang'), 'humanReview', both(language, '请人工复核我的评分', 'Please have somebody look at my score'), -2),
      request(id, both(language, '赵磊', 'Zhao Lei'), 'access', '', 20, { extendableTo: later(80) }),
      request(id, both(language, '陈静', 'Chen Jing'), 'refusalOfAutomatedDecision', '', 25, { claim: { suspends: true, declinable: true, exceptions: ['contract', 'explicitConsent'], ruleBook: 'gdpr', law: 'GDPR Art. 22' } }),
      request(id, both(language, '刘洋', 'Liu Yang'), 'refusalOfAutomatedDecision', '', 26, { claim: { suspends: true, declinable: false, exceptions: [], ruleBook: 'pipl', law: 'PIPL Art. 24' } })
    ])
  }
  return all.get(id)
}
const pending = (one) => one.state === 'open' || one.state === 'extended'
const find = (id) => [...all.values(), ...own.values()].flat().find((one) => one.id === id)

export const list = (id, state, language) => of(id, language).filter((one) => pending(one) === (state !== 'settled')).sort((a, b) => a.dueOn.localeCompare(b.dueOn))
export function register(id, name, { kind, receivedOn, text, relative }, language) {
  const one = { ...request(id, name, kind, text, 15), receivedOn, bySelf: false, byRelative: Boolean(relative), relative: relative && { ...relative, checkedBy: 'zhou.min' } }
  of(id, language).push(one)
  return one
}
export function extend(id, { reason }) {
  const one = find(id)
  return Object.assign(one, { state: 'extended', dueOn: one.extendableTo, extendableTo: null, words: { ...one.words, extensionReason: reason } })
}
export function decide(id, { outcome, answer, remedies, assessment, exception }) {
  const one = find(id)
  return Object.assign(one, { state: outcome, answeredOn: today(), extendableTo: null, words: { ...one.words, answer, remedies, assessment, exception, decidedBy: 'zhou.min' } })
}

const dismissed = new Map()
function dismissalsOf(id, language) {
  const key = id + language
  if (!dismissed.has(key)) dismissed.set(key, [{ id: `d-${key}`, employeeId: 'p1', employeeName: both(language, '孙丽', 'Sun Li'), subsidiaryId: id, noticedAt: `${later(-1)}T10:00:00+08:00`, flaggedOn: later(-90), leftOn: later(-3), leaveReason: both(language, '岗位撤销', 'The post was cut'), toldManager: true, settledAt: null, finding: null }])
  return dismissed.get(key)
}
export const dismissals = (id, state, language) => dismissalsOf(id, language).filter((one) => !one.finding === (state !== 'settled'))
export function settleDismissal(id, { outcome, text }) {
  const one = [...dismissed.values()].flat().find((found) => found.id === id)
  return Object.assign(one, { settledAt: `${today()}T10:00:00+08:00`, finding: { outcome, text, by: 'zhou.min' } })
}

export const ownList = (key) => own.get(key) ?? []
export function file(key, { kind, text }) {
  const one = request('s1', null, kind, text, 15)
  own.set(key, [one, ...ownList(key)])
  return one
}
export const withdraw = (id) => Object.assign(find(id), { state: 'withdrawn' })

export const record = (language) => ({
  employeeId: 'p1',
  madeAt: '2026-11-22T08:12:00Z',
  sections: [
    { section: 'accesses', items: [{ at: '2026-11-21T09:30:00Z', action: 'GET /employees/{id}/profile', by: 'groupHr', via: 'session', outcome: 'done' }] },
    { section: 'consents', items: [] },
    { section: 'profile', items: [{ employeeNo: 'CASE-1', name: both(language, '李明', 'Li Ming'), birthDate: '1990-02-03', keyPost: false, basePay: 240000 }] },
    { section: 'scores', items: [{ asOf: '2026-11-20', score: 6.4, band: 'midHigh', withheld: false, reason1: both(language, '加班增加', 'More overtime'), reason1Effect: 0.8, reason2: both(language, '新岗位', 'A new role'), reason2Effect: -0.3 }] },
    { section: 'signals', items: Array.from({ length: 205 }, (_, at) => ({ signal: 'attendance.overtime_hours', category: 'attendance', date: '2026-11-01', value: at, source: 'hr', basis: 'hrRules', withheld: at % 2 === 0 })) }
  ]
})
