// What the pages about models ask for: settings in versions, features, back-tests.
const NAMES = {
  en: ['Leave days', 'Performance rating', 'Pay against the market', 'Length of service'],
  zh: ['请假天数', '绩效评级', '薪酬与市场相比', '司龄']
}
const CODES = [
  ['attendance.leave_days', 'sum', 30],
  ['performance.rating', 'changeOfLevel', 150],
  ['profile.payToMarket', 'last', 0],
  ['profile.tenureMonths', 'last', 0]
]
const kept = new Map()
const wanted = new Map()

function all(subsidiaryId) {
  if (!kept.has(subsidiaryId)) kept.set(subsidiaryId, [{ changedAt: '2026-11-02T09:00:00+08:00', settings: { version: 1, horizonDays: 180, minExits: 150, alertFrom: 'midHigh', featuresOff: [] } }])
  return kept.get(subsidiaryId)
}

function put(subsidiaryId, settings) {
  const next = { ...settings, version: all(subsidiaryId)[0].settings.version + 1 }
  all(subsidiaryId).unshift({ changedAt: '2026-11-22T10:00:00+08:00', settings: next })
  return next
}

export const settings = (subsidiaryId) => all(subsidiaryId)[0].settings
export const change = put
export const versions = (subsidiaryId) => ({ items: all(subsidiaryId) })
export const restore = (subsidiaryId, version) => put(subsidiaryId, all(subsidiaryId).find((one) => one.settings.version === version).settings)

export function features(subsidiaryId, language) {
  const names = NAMES[language.startsWith('zh') ? 'zh' : 'en']
  const off = settings(subsidiaryId).featuresOff
  return { items: CODES.map(([signal, aggregation, windowDays], i) => ({ code: `${signal}:${aggregation}:${windowDays}`, signal, name: names[i], aggregation, windowDays, used: !off.includes(`${signal}:${aggregation}:${windowDays}`) })) }
}

function line(name, auc) {
  const values = { rocAuc: auc, prAuc: auc - 0.25, brier: 0.18 - auc / 20, logLoss: 0.55 - auc / 10, ece: 0.03, accuracy: 0.77, precisionAt5: auc - 0.1, precisionAt10: auc - 0.13, recallAt5: 0.13, recallAt10: 0.25, liftAt5: 2.6, liftAt10: 2.4, alertPrecision: auc - 0.15, alertRecall: 0.21 }
  const intervals = Object.fromEntries(Object.entries(values).map(([key, value]) => [key, { low: value - 0.02, high: value + 0.02 }]))
  const calibration = Array.from({ length: 10 }, (_, i) => ({ predicted: i / 12, observed: i / 13, count: 120 }))
  return { name, values, intervals, atAlert: { probability: 0.6, flagged: 83, precision: auc - 0.15, recall: 0.21 }, calibration }
}

const RESULT = {
  inUse: 'randomForest',
  reason: 'takesOver',
  tested: { rows: 1200, people: 260, positives: 310, baseRate: 0.258, alwaysStayAccuracy: 0.742, leftOtherwise: 14, thin: 9 },
  trained: { rows: 2100, positives: 520, from: '2024-03-31', to: '2024-09-30', features: CODES.map(([signal]) => signal), settingsVersion: 1 },
  models: [line('logisticRegression', 0.76), line('randomForest', 0.8), line('xgboost', 0.79), line('scorecard', 0.68), line('unitRate', 0.55)],
  days: ['2025-04-30', '2025-05-31'].map((day) => ({ day, rows: 600, positives: 155, rocAuc: { logisticRegression: 0.75, randomForest: 0.8, xgboost: 0.79, scorecard: 0.67, unitRate: 0.55 } }))
}

export function backtests(subsidiaryId) {
  const done = { id: 'b1', subsidiaryId, requestedAt: '2026-11-20T08:00:00+08:00', state: 'done', progress: 1, outcome: 'takesOver', trainedAsOf: '2025-03-31', days: RESULT.days.map((one) => one.day), horizonDays: 92, result: RESULT }
  return { items: [...(wanted.get(subsidiaryId) ?? []), done] }
}

export function startBacktest(body) {
  const test = { id: 'b2', requestedAt: '2026-11-22T10:00:00+08:00', state: 'running', progress: 0.4, outcome: '', result: null, ...body }
  wanted.set(body.subsidiaryId, [test])
  return { id: test.id, jobId: test.id }
}

const curve = (after, people, monthly) => ({ after, people, exits: Math.round(people * monthly * 10), points: Array.from({ length: 25 }, (_, i) => ({ day: 30 * i, here: (1 - monthly) ** i, low: (1 - monthly) ** i - 0.03, high: Math.min(1, (1 - monthly) ** i + 0.03), atRisk: people - 4 * i })) })

export function effects(subsidiaryId) {
  const estimate = (withAction, withoutAction, half) => ({ withAction, withoutAction, retained: withoutAction - withAction, low: withoutAction - withAction - half, high: withoutAction - withAction + half })
  return {
    subsidiaryId,
    asOf: '2026-11-22',
    horizonDays: 180,
    comparisons: 21840,
    effects: [
      { kind: 'promotion', people: 412, exits: 49, estimate: estimate(0.119, 0.184, 0.031) },
      { kind: 'pay', people: 388, exits: 68, estimate: estimate(0.175, 0.186, 0.036) },
      { kind: 'training', people: 231, exits: 61, estimate: estimate(0.264, 0.201, 0.052) },
      { kind: 'flexibility', people: 31, exits: 4, estimate: null }
    ],
    curves: [curve('counterOffer', 184, 0.021), curve('counterOfferAndPromotion', 61, 0.009), curve('promotion', 412, 0.012)],
    raiseAlone: { months: 4.25, low: 3, high: 5.5, people: 184, promoted: 61 }
  }
}
