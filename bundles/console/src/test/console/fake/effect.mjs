// A made-up effect report; one subsidiary has had no alert yet.
const Z = 1.96
const shares = { imported: 0.4, delivered: 0.97, talked: 0.88, talkInTime: 0.79, intentPrecision: 0.64, undeclared: 0.22, exitPrecision: 0.58, saved: 0.31, recall: 0.71, tooLate: 0.09, retained30: 0.96, retained90: 0.9, retained180: 0.83, retained365: 0.7 }
const ORDER = ['imported', 'delivered', 'talked', 'talkInTime', 'daysToTalk', 'intentPrecision', 'undeclared', 'exitPrecision', 'saved', 'recall', 'leadDays', 'tooLate', 'retained30', 'retained90', 'retained180', 'retained365']
const none = (code) => ({ code, numerator: null, denominator: null, value: null, low: null, high: null })

function figure(code, all) {
  if (all < 10) return none(code)
  if (!(code in shares)) return { ...none(code), denominator: all, value: code === 'leadDays' ? 74 : 2.5 }
  const numerator = Math.round(shares[code] * all)
  const value = numerator / all
  const half = Z * Math.sqrt((value * (1 - value)) / all)
  return { code, numerator, denominator: all, value, low: Math.max(0, value - half), high: Math.min(1, value + half) }
}

const rate = (exits, personYears) => ({ exits, personYears, annualised: exits / personYears })
const group = (kind, family, before, since, control = null) => ({ subsidiary: '华东精密制造有限公司', kind, family, beforeFrom: '2025-01', sinceFrom: '2026-01', sinceTo: '2026-10', before, since, control })

const arm = (exits, people, low, high) => ({ people, exits, rate: exits / people, low, high })
const trial = { subsidiary: '华东精密制造有限公司', from: '2025-10-10', to: '2026-03-31', share: 20, state: 'over', told: arm(19, 121, 0.1028, 0.2321), held: arm(11, 31, 0.2112, 0.5305), difference: { value: 0.1978, low: 0.0341, high: 0.3795 }, toldAnyway: 3 }
const young = { ...trial, from: '2026-06-01', to: '2026-12-31', share: 30, state: 'running', told: null, held: null, difference: null, toldAnyway: null }

export function report({ from = '2025-11', to = '2026-10', subsidiaryId }) {
  const months = []
  for (let at = from; at <= to; ) {
    months.push(at)
    const [year, month] = at.split('-').map(Number)
    at = month === 12 ? `${year + 1}-01` : `${year}-${String(month + 1).padStart(2, '0')}`
  }
  const alerted = subsidiaryId !== 's3'
  const size = (i) => 12 + ((i * 7) % 19) - (i === 4 ? 12 : 0)
  return {
    from,
    to,
    asOf: '2026-11-27',
    subsidiaries: ['华东精密制造有限公司'],
    alerted,
    figures: ORDER.map((code) => (alerted && code !== 'retained365' ? figure(code, 214) : none(code))),
    months: months.map((month, i) => ({ month, figures: ORDER.map((code) => figure(code, alerted ? size(i) : 0)) })),
    attrition: alerted
      ? [
          group('all', '', rate(231, 1283.4), rate(128, 1071.2), { before: rate(75, 402.6), since: rate(58, 338.1) }),
          group('keyPosts', '', rate(31, 148.2), rate(11, 121.9)),
          group('family', 'sales', rate(58, 240.5), rate(33, 201.3))
        ]
      : [],
    trials: alerted && subsidiaryId !== 's4' ? [young, trial] : []
  }
}

const habit = (code, hits, all) => (all ? { code, numerator: hits, denominator: all, value: hits / all, low: null, high: null } : none(code))
const team = (name, others, superiors, now, before) => {
  const codes = ['takenOn', 'talked', 'planned', 'outcome', 'followedUp']
  const told = (shares) => codes.map((code, i) => habit(code, shares[i]?.[0], shares[i]?.[1]))
  return { subsidiary: '华东精密制造有限公司', team: name, others, superiors, accounts: superiors - 1, figures: told(now), before: told(before) }
}

/** What teams of superiors do with their cases; the second one has too few follow-ups. */
export const adoption = ({ months = '12' }) => ({
  from: months === '3' ? '2026-08' : '2025-11',
  to: '2026-10',
  teams: [team('制造一部', false, 24, [[41, 46], [38, 46], [30, 46], [27, 44], [12, 15]], [[20, 31], [18, 31], [12, 31]]), team('销售中心', true, 13, [[14, 19], [11, 19], [9, 19], [8, 17]], [])],
  outside: 4
})
