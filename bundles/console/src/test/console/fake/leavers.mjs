// Made-up leavers; the third subsidiary has fewer than ten people.
const rounded = (value) => Math.round(10000 * value) / 10000
const PEOPLE = 1240
const EXITS = 143
const GROUPS = {
  reason: [['职业发展', 41], ['薪酬待遇', 38], ['家庭原因', 22], ['管理方式', 14], ['', 28]],
  tenure: [['under1', 42, 168], ['from1', 51, 402], ['from3', 24, 300], ['from5', 15, 236], ['from10', 11, 134]],
  family: [['rd', 56, 380], ['quality', 31, 240], ['skilled', 44, 510], ['', 12, 110]],
  grade: [['P5', 61, 420], ['P6', 38, 330], ['P4', 33, 380], ['', 11, 110]],
  location: [['苏州', 88, 700], ['杭州', 47, 430], ['', 8, 110]],
  keyPost: [['otherPost', 126, 1080], ['keyPost', 17, 160]]
}
const group = (by, [name, exits, people], scale) => ({
  name,
  exits: Math.round(exits * scale),
  share: rounded(exits / EXITS),
  headcount: by === 'reason' ? null : people,
  annualisedRate: by === 'reason' ? null : rounded((exits * scale) / people)
})

export function report({ months = '12', subsidiaryId }) {
  const span = { from: `${2026 - Number(months) / 12}-11`, to: '2026-10' }
  if (subsidiaryId === 's3') return { ...span, headcount: null, exits: null, annualisedRate: null, breakdowns: [] }
  const scale = Number(months) / 12
  const breakdowns = Object.entries(GROUPS).map(([by, groups]) => ({ by, groups: groups.map((one) => group(by, one, scale)) }))
  return { ...span, headcount: PEOPLE, exits: EXITS * scale, annualisedRate: rounded(EXITS / PEOPLE), breakdowns }
}
