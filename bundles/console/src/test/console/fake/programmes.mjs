// Programmes for cohorts and teams, in the made-up server.
import { departments, people, subsidiaries } from './group.mjs'
import { paged } from './answers.mjs'
import { both } from './words.mjs'

const cny = (amount) => ({ amount, currency: 'CNY' })
const at = (day) => `${day}T09:30:00+08:00`
const firm = subsidiaries[0]
const staff = people.filter(({ row }) => row.subsidiaryId === firm.id).map(({ row }) => row)
const everybody = { departmentIds: [], families: [], grades: [], tenureFrom: null, tenureTo: null, keyPost: null, noPromotionMonths: null }
const units = departments.filter((one) => one.subsidiaryId === firm.id && one.level === 'department')
const TEMPLATES = [
  ['technicalPromotion', '技术骨干晋升计划', 'Promotion track for technical experts', { ...everybody, tenureFrom: 24, noPromotionMonths: 24 }, [['promotion', '技术通道晋升', 'Promotion on the technical track'], ['training', '导师', 'Mentor']]],
  ['managerCompetition', '中层管理岗位竞聘计划', 'Open competition for middle management', { ...everybody, tenureFrom: 36, keyPost: false }, [['training', '首个管理岗位的准备培训', 'Preparation for a first leading post']]],
  ['newHirePay', '新员工薪资调整', 'Pay adjustment for new hires', { ...everybody, tenureTo: 12 }, [['pay', '入职一年后的薪资调整', 'Pay adjustment after the first year']]],
  ['teamAfterExit', '离职后的团队计划', 'Team after an exit', everybody, [['conversation', '与团队每位成员沟通', 'Talk with everybody in the team']]]
]
const reason = (language) => both(language, '两年未晋升的技术骨干只看到管理通道。', 'Experts without a promotion for two years see no way up of their own.')

const made = (id, state, template, more) => ({ id, state, template, version: 3, cohort: { ...TEMPLATES.find(([code]) => code === template)[3], departmentIds: [units[0].id] }, days: { createdAt: at('2025-10-20'), startOn: null, dueOn: '2026-12-18', startedOn: null, endedOn: null }, budget: null, costs: [null, null], done: new Map(), team: null, steps: [['created', '陈静', []]], ...more })
const kept = new Map(
  [
    made('g1', 'running', 'technicalPromotion', { days: { createdAt: at('2025-10-20'), startOn: '2025-11-03', dueOn: '2026-12-18', startedOn: '2025-11-03', endedOn: null }, budget: cny(900000), costs: [cny(12000), cny(3000)], done: new Map(staff.slice(0, 17).map((one, i) => [one.id, i % 2 ? [0] : [0, 1]])), steps: [['started', '陈静', []], ['approved', '李总', []], ['submitted', '陈静', []], ['created', '陈静', []]] }),
    made('g2', 'submitted', 'managerCompetition', { budget: cny(200000), mayDecide: true, steps: [['submitted', '王芳', []], ['created', '王芳', []]] }),
    made('g3', 'draft', 'newHirePay', {})
  ].map((one) => [one.id, one])
)

const text = (language, zh, en) => both(language, zh, en)
function actionsOf(one, language) {
  if (one.actions) return one.actions.map((action) => ({ ...action, done: [...one.done.values()].filter((got) => got.includes(action.id)).length }))
  return TEMPLATES.find(([code]) => code === one.template)[4].map(([kind, zh, en], i) => ({ id: `x${i}`, kind, title: text(language, zh, en), each: true, cost: one.costs[i] ?? null, done: [...one.done.values()].filter((got) => got.includes(i) || got.includes(`x${i}`)).length }))
}

function view(one, language, whole) {
  const template = TEMPLATES.find(([code]) => code === one.template)
  const actions = actionsOf(one, language)
  const size = one.team ? 12 : 64
  const total = (of) => actions.reduce((sum, action) => sum + (action.cost ? action.cost.amount * of(action) : 0), 0)
  const costs = actions.some((action) => action.cost)
  return {
    id: one.id,
    subsidiaryId: firm.id,
    subsidiaryName: firm.name,
    team: one.team,
    state: one.state,
    version: one.version,
    may: { write: !['finished', 'cancelled'].includes(one.state), decide: one.state === 'submitted' && !!one.mayDecide },
    template: one.template,
    title: one.title ?? text(language, template[1], template[2]),
    reason: one.reason ?? reason(language),
    cohort: one.cohort,
    people: whole || one.days.startedOn ? size : null,
    actions,
    owner: { id: null, name: text(language, '人力资源', 'Human resources') },
    approver: text(language, '集团人力资源', 'Group HR'),
    days: one.days,
    money: { budget: one.budget, planned: costs ? cny(total(() => size)) : null, spent: costs ? cny(total((action) => action.done)) : null },
    steps: whole ? one.steps.map(([what, by, changes, note], i) => ({ at: at(`2026-11-${String(one.steps.length - i).padStart(2, '0')}`), what, by, changes, note: note ?? '' })) : null
  }
}

const note = (one, what, user, changes = [], words = '') => one.steps.unshift([what, user.displayName, changes, words])
/** What was begun here has its words in one language alone, so it is opened and not listed. */
export const list = (query, language) => paged([...kept.values()].slice(0, 3).filter((one) => !query.state || one.state === query.state).map((one) => view(one, language)), query)
export const one = (id, language) => view(kept.get(id), language, true)
export const choices = (language) => ({ templates: TEMPLATES.map(([code, zh, en, cohort, actions]) => ({ code, title: text(language, zh, en), reason: reason(language), cohort, actions: actions.map(([kind, a, b]) => ({ kind, title: text(language, a, b) })) })), families: ['rd', 'sales'], grades: ['P5', 'P6', 'P7'] })
export const preview = ({ cohort }) => ({ subsidiaryId: firm.id, people: cohort.departmentIds.length ? 12 : 64, first: staff.slice(0, 12) })

function write(one, body) {
  const team = departments.find((unit) => unit.id === body.teamId)
  Object.assign(one, { title: body.title, reason: body.reason, cohort: body.cohort, budget: body.terms.budget, team: team ? { id: team.id, name: team.name } : null, days: { ...one.days, startOn: body.terms.startOn, dueOn: body.terms.dueOn } })
  one.actions = body.actions.map((action, i) => ({ ...action, id: action.id ?? `n${i}`, done: 0 }))
}

export function begin(body, user, language) {
  const fresh = made(`g${kept.size + 1}`, 'draft', body.template || 'technicalPromotion', { version: 0, steps: [] })
  write(fresh, body)
  note(fresh, 'created', user)
  kept.set(fresh.id, fresh)
  return view(fresh, language, true)
}

/** The first one who changes the draft is told that somebody else was faster. */
export function change(id, body, user, language) {
  const found = kept.get(id)
  if (id === 'g3' && !found.beaten) {
    found.beaten = true
    found.version++
    note(found, 'changed', { displayName: '王芳' }, ['budget'])
    return undefined
  }
  write(found, body)
  found.version++
  note(found, 'changed', user, ['title'])
  return { status: 200, body: view(found, language, true) }
}

const STATES = { submit: ['submitted', 'submitted'], approve: ['approved', 'approved'], return: ['draft', 'returned'], reopen: ['draft', 'reopened'], start: ['running', 'started'], finish: ['finished', 'finished'], cancel: ['cancelled', 'cancelled'] }
export function step(id, body, user, language) {
  const found = kept.get(id)
  const [state, what] = STATES[body.step]
  found.state = state
  found.version++
  if (state === 'running') found.days = { ...found.days, startedOn: '2026-11-23' }
  if (what === 'finished' || what === 'cancelled') found.days = { ...found.days, endedOn: '2026-11-23' }
  note(found, what, user, [], body.note)
  return view(found, language, true)
}

const got = (found, id) => (found.done.get(id) ?? []).map((key) => (typeof key === 'number' ? `x${key}` : key))
export function progress(id, body, user, language) {
  const found = kept.get(id)
  for (const member of body.memberIds ?? staff.map((row) => row.id)) {
    const before = got(found, member).filter((key) => key !== body.actionId)
    found.done.set(member, body.done ? [...before, body.actionId] : before)
  }
  found.version++
  note(found, 'progressed', user)
  return view(found, language, true)
}

export const members = (id, query) => paged(staff.slice(0, 64).map((employee, i) => ({ employee: i === 1 ? { ...employee, status: 'left' } : employee, done: got(kept.get(id), employee.id) })), query)

const share = (left, size) => ({ left, people: size, value: left / size, low: Math.max(0, left / size - 0.08), high: left / size + 0.09 })
export function effect({ months = '6' }) {
  const over = { months: Number(months), from: '2025-11-03', knownOn: '2026-05-04', before: null, after: null, otherBefore: null, otherAfter: null, change: null, otherChange: null, difference: null }
  if (months === '12') return { ...over, state: 'notYet', knownOn: '2026-12-04' }
  const both = { before: share(13, 66), after: share(6, 64) }
  if (months === '3') return { ...over, ...both, state: 'noControl', change: { value: -10.3, low: -22.4, high: 2.1 } }
  return { ...over, ...both, state: 'measured', otherBefore: share(21, 110), otherAfter: share(20, 104), change: { value: -10.3, low: -22.4, high: 2.1 }, otherChange: { value: 0.1, low: -10.4, high: 10.7 }, difference: { value: -10.4, low: -26.6, high: 5.9 } }
}
