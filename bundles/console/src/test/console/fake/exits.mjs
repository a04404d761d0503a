// A made-up offboarding report; in the third subsidiary nobody has left yet, in the second one too few have.
const none = (code) => ({ code, numerator: null, denominator: null, value: null, low: null, high: null })
const share = (code, numerator, denominator) => ({ code, numerator, denominator, value: numerator / denominator, low: numerator / denominator - 0.05, high: Math.min(1, numerator / denominator + 0.05) })
const median = (code, denominator, value) => ({ ...none(code), denominator, value })
const CODES = ['stayed', 'reasonGiven', 'caseHours', 'twoDays', 'stepsInTime', 'missedSteps', 'returnsInTime', 'knowledge']
const FIGURES = [share('stayed', 14, 120), share('reasonGiven', 92, 106), median('caseHours', 98, 12.5), share('twoDays', 71, 98), share('stepsInTime', 880, 940), share('missedSteps', 31, 742), share('returnsInTime', 201, 214), share('knowledge', 388, 431)]
const REASONS = [['pay', 38], ['promotion', 22], ['workload', 15], ['', 31]].map(([reason, exits]) => ({ reason, exits, share: exits / 106 }))
const STEPS = [['departmentApproval', 106, 3.5, 101], ['handover', 104, 61, 97], ['accounts', 106, 9, 106], ['assets', 105, 22.5, 99], ['fileTransfer', 96, 48, 82]].map(([step, done, hours, inTime]) => ({ step, hours: median('hours', done, hours), inTime: share('inTime', inTime, done) }))

export function report({ months = '12', subsidiaryId }) {
  const span = { from: `${2026 - Number(months) / 12}-11`, to: '2026-10', asOf: '2026-11-23', subsidiaries: ['华东精密制造有限公司'] }
  if (subsidiaryId === 's3' || subsidiaryId === 's2') return { ...span, begun: subsidiaryId === 's2', figures: CODES.map(none), reasons: [], steps: [] }
  return { ...span, begun: true, figures: FIGURES, reasons: REASONS, steps: STEPS }
}
