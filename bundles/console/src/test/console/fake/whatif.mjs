// A made-up model that looks at everything but training: what is asked is answered, nothing is kept.
import { reasonsOf } from './words.mjs'

const LOG_ODDS = { pay: 0.06, promotion: 0.4, project: 0.5, overtime: 0.3 }
const BANDS = [[8, 'high'], [6, 'midHigh'], [4, 'medium'], [0, 'low']]
const SIGNALS = { pay: 'pay.base', overtime: 'attendance.overtime_hours', promotion: 'performance.rating', project: 'work.commits' }

function state(margin) {
  const probability = Math.round(1000 / (1 + Math.exp(-margin))) / 1000
  const score = Math.round(100 * probability) / 10
  return { score, probability, band: BANDS.find(([from]) => score >= from)[1], unknownBecause: '' }
}

const margin = (index) => 2.2 - (index % 5) / 4

function moved(body) {
  const all = { pay: (body.payPercent ?? 0) * LOG_ODDS.pay, promotion: body.promotion ? LOG_ODDS.promotion : 0, project: body.project ? LOG_ODDS.project : 0, overtime: body.overtimeAtMost === null ? 0 : LOG_ODDS.overtime }
  return Object.entries(all).filter(([, by]) => by > 0)
}

const cost = (percent) => (percent ? { perYear: percent * 3600, currency: 'CNY' } : null)

export function ask(index, body, language) {
  const reasons = reasonsOf(index, language)
  const by = moved(body)
  const deltas = by.map(([change, size]) => {
    const reason = reasons.find((one) => one.signal === SIGNALS[change])
    const before = reason?.contribution ?? 0.4
    return { signal: SIGNALS[change], name: reason?.name ?? SIGNALS[change], category: 'work', before, after: before - size, text: reason?.text ?? '' }
  })
  const after = margin(index) - by.reduce((sum, [, size]) => sum + size, 0)
  return { employeeId: `e${index}`, asOf: '2026-11-22', before: state(margin(index)), after: state(after), deltas, ignored: body.training ? [{ change: 'training', because: 'notRead' }] : [], cost: cost(body.payPercent) }
}

export function smallest(index) {
  const steps = [{ change: 'pay', size: 10 }, { change: 'promotion', size: null }, { change: 'project', size: null }]
  return { employeeId: `e${index}`, asOf: '2026-11-22', state: 'found', threshold: 'midHigh', steps, before: state(margin(index)), after: state(margin(index) - 1.5), cost: cost(10) }
}

const TITLES = { talk: ['沟通', 'Talk'], alert: ['预警', 'Alert'], payChange: ['调薪', 'Pay change'], counterOffer: ['接受留任方案', 'Counter-offer taken'], resignationRaised: ['提出离职', 'Resignation raised'], raiseRequest: ['申请加薪', 'Asked for a raise'], promotion: ['晋升', 'Promotion'] }

/** The second resignation after a raise: what was paid held four months. */
export function history(language) {
  const line = (date, kind, more = {}) => ({ date, kind, title: TITLES[kind][language.startsWith('zh') ? 0 : 1], code: '', detail: '', percent: null, amount: null, heldDays: null, heldUntil: null, ...more })
  return {
    items: [
      line('2026-11-20', 'talk', { code: 'confirmed' }),
      line('2026-11-18', 'alert'),
      line('2026-11-01', 'promotion', { detail: 'P6', heldDays: 17, heldUntil: 'alert' }),
      line('2026-09-01', 'raiseRequest'),
      line('2026-05-01', 'payChange', { percent: 10, heldDays: 123, heldUntil: 'raiseRequest' }),
      line('2026-05-01', 'counterOffer', { amount: 30000, detail: 'raise', heldDays: 123, heldUntil: 'raiseRequest' }),
      line('2026-04-24', 'resignationRaised')
    ]
  }
}
