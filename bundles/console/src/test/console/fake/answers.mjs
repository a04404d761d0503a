// What each call of the API is answered with, after docs/architecture/rest-api.md.
import { readCoreTexts, readTexts } from '../support/texts.mjs'
import { bandOf, departments, people, subsidiaries } from './group.mjs'
import { both, catalog, documents, needs, prompt, reasonsOf, timeline } from './words.mjs'

const AS_OF = '2026-11-22'
const ALL = ['risk:read', 'alerts:read', 'imports:write', 'bundles:manage', 'models:manage', 'users:manage', 'tokens:manage', 'models:read', 'settings:write', 'bundles:read', 'alerts:write', 'insight:read', 'employees:read', 'programmes:read', 'programmes:write', 'holdout:manage', 'holdout:countersign', 'surveys:read', 'surveys:manage', 'offboardings:read', 'offboardings:start', 'offboardings:handle', 'offboardings:manage', 'settlements:read', 'settlements:write', 'papers:read', 'papers:issue', 'papers:manage', 'interviews:read', 'interviews:write', 'interviews:manage', 'seals:manage', 'accounts:read', 'accounts:write', 'assets:read', 'assets:write', 'accounts:manage', 'events:manage', 'flows:read', 'flows:manage', 'knowledge:read', 'knowledge:write', 'knowledge:waive']
export const logins = {
  hr: { displayName: '陈静', roles: ['groupHr'], permissions: ALL },
  manager: { displayName: '黄志强', roles: ['lineManager'], permissions: ['alerts:read', 'employees:read', 'risk:readBand', 'offboardings:handle'] },
  dpo: { displayName: '周敏', roles: ['dpo'], permissions: ['privacy:read', 'privacy:manage', 'privacy:sign', 'audit:read', 'audit:readActors', 'employees:read', 'group:read', 'models:read', 'bundles:read', 'holdout:countersign'] },
  auditor: { displayName: '吴刚', roles: ['auditor'], permissions: ['audit:read', 'audit:readActors'] },
  employee: { displayName: '李明', roles: ['employee'], permissions: ['own:read', 'own:write'], employeeId: 'p1' },
  handler: { displayName: '高明', roles: ['taskHandler'], permissions: ['offboardings:handle', 'assets:read', 'assets:write', 'own:read', 'own:write'] },
  coded: { displayName: '孙悦', roles: ['groupHr'], permissions: ALL },
  must: { displayName: '郑丽', roles: ['groupHr'], permissions: ALL },
  fresh: { displayName: '新用户', roles: ['groupHr'], permissions: ALL, mustChangePassword: true }
}
export const userOf = (name) => ({ id: `u-${name}`, username: name, subsidiaryIds: [], employeeId: null, language: 'zh', mustChangePassword: false, ...logins[name] })

export function paged(items, { limit = 50, cursor } = {}) {
  const from = cursor ? Number(Buffer.from(cursor, 'base64url').toString()) : 0
  const to = from + Number(limit)
  return { items: items.slice(from, to), next: to < items.length ? Buffer.from(String(to)).toString('base64url') : null, total: items.length }
}

const alertState = (i) => (i % 3 === 0 ? 'open' : i % 3 === 1 ? 'acknowledged' : 'closed')
const changed = new Map()
function alertOf(i) {
  const { row, score } = people[i]
  const state = changed.get(i) ?? (i === 0 ? 'open' : alertState(i))
  const acknowledged = state !== 'open'
  return {
    id: `a${i}`,
    employee: row,
    state,
    band: bandOf(score),
    score,
    openedAt: '2026-11-20T08:30:00+08:00',
    acknowledgedAt: acknowledged ? '2026-11-20T09:05:00+08:00' : null,
    acknowledgedBy: acknowledged ? '陈静' : null,
    closedAt: state === 'closed' ? '2026-11-21T17:40:00+08:00' : null,
    imported: false,
    recipients: [
      { role: 'subsidiaryHr', name: '陈静', deliverAt: '2026-11-20T08:30:00+08:00', deliveredAt: '2026-11-20T08:30:04+08:00' },
      { role: 'lineManager', name: '黄志强', deliverAt: '2026-11-23T09:00:00+08:00', deliveredAt: null }
    ]
  }
}
const alerting = people.map((entry, i) => [entry, i]).filter(([entry]) => entry.score !== null && entry.score >= 7).map(([, i]) => i)

function watchRow({ row, score, change30 }, i, language) {
  const reasons = score === null ? [] : reasonsOf(i, language).slice(0, 3)
  const alert = alerting.includes(i) ? alertOf(i) : null
  return { ...row, score, probability: score === null ? null : score / 10, band: bandOf(score), change30, asOf: AS_OF, reasons: reasons.map(({ signal, text, contribution }) => ({ signal, text, contribution })), alertId: alert?.id ?? null, alertState: alert?.state ?? null }
}

export const found = ({ text, limit }) => paged(people.map(({ row }) => row).filter((row) => `${row.name}${row.employeeNo}`.includes(text)), { limit })

const has = (list, value) => !list?.length || list.includes(value)
export function watchList(body, language) {
  const wanted = (body.text ?? '').toLowerCase()
  const rows = people
    .map((entry, i) => watchRow(entry, i, language))
    .filter((row) => `${row.name}${row.employeeNo}`.toLowerCase().includes(wanted))
    .filter((row) => has(body.subsidiaryIds, row.subsidiaryId) && has(body.departmentIds, row.departmentId) && has(body.bands, row.band))
    .filter((row) => (!body.signals?.length || row.reasons.some((reason) => body.signals.includes(reason.signal))) && (!body.keyPostOnly || row.keyPost))
  const key = { score: (row) => row.score ?? -1, change: (row) => row.change30 ?? -99, name: (row) => row.name, department: (row) => row.departmentName }[body.sort ?? 'score']
  const turn = body.direction === 'asc' ? 1 : -1
  rows.sort((a, b) => turn * (typeof key(a) === 'string' ? key(a).localeCompare(key(b), 'zh') : key(a) - key(b)) || a.id.localeCompare(b.id))
  return paged(rows, body)
}

export function risk(i, language, user) {
  const { row, score } = people[i]
  if (user.roles.includes('lineManager')) return { employeeId: row.id, band: bandOf(score), prompt: prompt(language) }
  const reasons = score === null ? [] : reasonsOf(i, language)
  const sum = reasons.reduce((total, reason) => total + reason.contribution, 0)
  const margin = score === null ? null : Math.round(Math.log(score / (10 - score)) * 100) / 100
  const months = ['2026-06-30', '2026-07-31', '2026-08-31', '2026-09-30', '2026-10-31', AS_OF]
  const history = score === null ? [] : months.map((asOf, k) => ({ asOf, score: Math.round(Math.max(0.5, score - (5 - k) * 0.7) * 10) / 10, band: bandOf(Math.max(0.5, score - (5 - k) * 0.7)) }))
  const reviews = i === 0 ? [{ on: '2026-11-20', by: 'zhou.min', assessment: both(language, '评分未考虑十一月的新岗位。', 'The score overlooks the new role since November.') }] : []
  const around = { reviews, unknownBecause: '', baselineText: both(language, '与一无所知的情况相比', 'Compared with somebody about whom nothing is known'), costOfLoss: { low: 243000, high: 486000, currency: 'CNY' }, alert: alerting.includes(i) ? { id: `a${i}`, state: 'open' } : null }
  return { employeeId: row.id, ...around, asOf: AS_OF, score, probability: score === null ? null : score / 10, band: bandOf(score), horizonDays: 180, baseline: margin === null ? -1.9 : Math.round((margin - sum) * 100) / 100, margin, calibrated: i > 3, model: i > 3 ? { id: 'm1', kind: 'trained', algorithm: 'xgboost', version: '2026-10-31' } : { id: 'm0', kind: 'scorecard', algorithm: 'scorecard', version: '1.0' }, reasons, needs: score === null ? [] : needs(language), history }
}

export function profile(i, language, user) {
  const { row } = people[i]
  const manager = user.roles.includes('lineManager')
  const series = (k) => Array.from({ length: 12 }, (_, at) => ({ date: `2026-${String(at + 1).padStart(2, '0')}-01`, value: Math.round((10 + 4 * Math.sin(at / 2 + k) + ((i + k * at) % 5)) * 10) / 10 })).slice(0, 11)
  const signals = manager ? [] : catalog(language).map((signal, k) => ({ signal: signal.code, name: signal.name, category: signal.category, unit: signal.unit, latest: series(k).at(-1), series: series(k) }))
  const freshness = manager ? [] : signals.slice(0, 4).map((signal) => ({ signal: signal.signal, source: 'HRIS', latestDate: '2026-11-21', latestKnownAt: '2026-11-22T02:10:00+08:00' }))
  const more = manager ? {} : { basePay: 486000, currency: 'CNY', email: 'haifeng@example.com', phone: '138 0000 0000', contractEnd: '2027-08-14', location: '上海' }
  return { ...row, ...more, manager: { id: 'p9', name: '黄志强' }, freshness, signals }
}

export const heatmap = () => ({
  nodes: [
    ...subsidiaries.map((one, i) => ({ id: one.id, parentId: null, kind: 'subsidiary', name: one.name, headcount: one.headcount, meanScore: [3.1, 4.6, 3.8, 5.7, 2.2][i], highCount: [21, 34, 18, 6, 0][i], suppressed: false })),
    ...departments.map((one, i) => ({ id: one.id, parentId: one.parentId ?? one.subsidiaryId, kind: 'department', name: one.name, headcount: one.headcount, meanScore: one.headcount < 10 ? null : Math.round((1.2 + ((i * 37) % 70) / 10) * 10) / 10, highCount: one.headcount < 10 ? null : i % 9, suppressed: one.headcount < 10 }))
  ]
})

export function attrition(subsidiaryId, months) {
  const shift = subsidiaryId ? Number(subsidiaryId.slice(1)) : 0
  return { items: Array.from({ length: months }, (_, k) => {
    const at = new Date(Date.UTC(2026, 9 - (months - 1 - k), 1))
    const spring = [2, 3].includes(at.getUTCMonth()) ? 0.06 : 0
    const rate = 0.12 + 0.02 * shift + spring + 0.015 * Math.sin(k + shift)
    return { month: at.toISOString().slice(0, 7), headcount: 3000, voluntaryExits: Math.round(rate * 250), exits: Math.round(rate * 300), annualisedVoluntaryRate: Math.round(rate * 10000) / 10000 }
  }) }
}

const mean = (values, of) => values.filter(of).length
export const summary = () => {
  const bands = people.map((entry) => bandOf(entry.score))
  const count = (band) => mean(bands, (one) => one === band)
  return { people: 3066, scored: 3061, bands: { high: count('high'), midHigh: count('midHigh'), medium: count('medium'), low: 3066 - 5 - count('high') - count('midHigh') - count('medium'), unknown: 5 }, openAlerts: alerting.filter((i) => alertOf(i).state === 'open').length, asOf: AS_OF }
}

export const alerts = (query) => paged(alerting.map(alertOf).filter((one) => !query.state || one.state === query.state), query)
export function alert(id, language, user) {
  const i = Number(id.slice(1))
  if (!alerting.includes(i)) return undefined
  const papers = documents(language, reasonsOf(i, language))
  return { ...alertOf(i), documents: user.roles.includes('lineManager') ? { manager: papers.manager } : papers }
}
export function moveAlert(id, state) {
  changed.set(Number(id.slice(1)), state)
  return alertOf(Number(id.slice(1)))
}

export function models(subsidiaryId) {
  if (!['s1', 's2', 's3'].includes(subsidiaryId)) return paged([])
  const one = (algorithm, role, roc, ll, k) => ({ id: `${subsidiaryId}-${algorithm}`, subsidiaryId, algorithm, role, trainedOn: '2026-10-31', engineVersion: '3.4.0', goneBy: k === 0 ? '2026-12-20' : null, drift: k === 0 ? { asOf: '2026-11-22', people: 1240, moved: ['attendance.late.mom'], highest: 0.31 } : null, card: { horizonDays: 180, trainFrom: '2023-11-01', trainTo: '2025-10-31', testFrom: '2026-01-01', testTo: '2026-04-30', rows: 28800, positives: 1932, features: ['attendance.late.mom', 'attendance.leave_days.mom', 'performance.rating.delta', 'pay.base.gap', 'tenure.months', 'resume.update.count90'], refused: ['gender', 'birth_date'], metrics: { test: { rows: 6400, positives: 429, baseRate: 0.067, alwaysStayAccuracy: 0.933, values: { rocAuc: roc, prAuc: roc - 0.38, brier: 0.052 + k / 500, logLoss: ll, ece: 0.011 + k / 200, accuracy: 0.938 - k / 400, precisionAt5: 0.52 - k / 25, precisionAt10: 0.41 - k / 30 } }, scorecard: { rows: 6400, positives: 429, baseRate: 0.067, alwaysStayAccuracy: 0.933, values: { rocAuc: 0.79, prAuc: 0.33, brier: 0.058, logLoss: 0.231, ece: 0.04, accuracy: 0.93, precisionAt5: 0.4, precisionAt10: 0.31 } } }, calibration: Array.from({ length: 10 }, (_, b) => ({ predicted: 0.01 + 0.05 * b, observed: Math.max(0, 0.01 + 0.05 * b + (b % 2 ? 0.012 : -0.01) * (k + 1)), count: 640 })) } })
  const earlier = (model) => ({ ...model, id: `${model.id}-before`, trainedOn: '2026-04-30', card: { ...model.card, testFrom: '2025-07-01', testTo: '2025-10-31' } })
  return paged([one('randomForest', 'challenger', 0.861, 0.204, 1), one('xgboost', 'champion', 0.884, 0.189, 0), one('logisticRegression', 'challenger', 0.842, 0.213, 2), earlier(one('xgboost', 'retired', 0.871, 0.195, 0))])
}

export const LANGUAGES = [{ tag: 'zh', name: '中文', direction: 'ltr' }, { tag: 'en', name: 'English', direction: 'ltr' }]
const EXTRA = { en: { 'sample.descriptor': 'Stores (descriptor)', 'sample.store': 'Store', 'sample.rate': 'Attrition', 'sample.plain': 'Shifts (no build)', 'sample.count': 'Shifts counted: {n}', 'sample.built': 'Shift conflicts (built)', 'sample.newer': 'From the future' }, zh: { 'sample.descriptor': '门店（描述文件）', 'sample.store': '门店', 'sample.rate': '流失率', 'sample.plain': '班次（免构建）', 'sample.count': '已统计班次：{n}', 'sample.built': '排班冲突（构建）', 'sample.newer': '来自未来' } }
export const textsOf = (tag) => (EXTRA[tag] ? { ...readTexts(tag), ...readCoreTexts(tag), ...EXTRA[tag] } : undefined)
const page = (bundle, kind, path, titleKey, src, apiLevel = 1) => ({ bundle, apiLevel, kind, path, titleKey, slot: 'nav', src })
export const contributions = [
  page('org.example.stores', 'descriptor', '/x/stores', 'sample.descriptor', 'contributed/stores.json'),
  page('org.example.shifts', 'module', '/x/shifts', 'sample.plain', 'contributed/shifts.js'),
  page('org.example.conflicts', 'module', '/x/conflicts', 'sample.built', 'contributed/built/index.js'),
  page('org.example.future', 'module', '/x/future', 'sample.newer', 'contributed/none.js', 9)
]
export { catalog, people, timeline }
