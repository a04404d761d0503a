// Plans of the made-up server, for each reader and language: two checks at once do not meet.
import { paged } from './answers.mjs'
import { people } from './group.mjs'
import { both } from './words.mjs'

const DAY = 86_400_000
const kept = new Map()
const isoDay = (days) => new Date(Date.now() + days * DAY).toISOString().slice(0, 10)
const now = () => new Date().toISOString()
const hr = (user) => user.roles.includes('groupHr')
let number = 0

const party = (id) => ({ id, name: people.find((one) => one.row.id === id)?.row.name ?? '' })
const offer = ({ holderId, candidateIds }) => ({ holder: holderId ? party(holderId) : null, candidates: (candidateIds ?? []).map(party) })

const owners = (language) => [{ id: null, name: both(language, '人力资源部', 'HR') }, { id: 'p3', name: '黄志强' }]

function action(language, fields, more = {}) {
  const owner = owners(language).find((one) => one.id === (fields.ownerId ?? null))
  return { id: `x${++number}`, version: 0, template: '', note: '', target: '', percent: null, ...fields, offer: offer(fields), state: fields.state ?? 'todo', owner: owner.name, ownerId: owner.id, mine: owner.id === null, dueInDays: fields.dueOn ? (fields.dueOn < isoDay(0) ? -2 : 3) : null, doneAt: null, ...more }
}

function begun(caseId, user, language, actions, more = {}) {
  return {
    id: `g${++number}`,
    caseId,
    employee: people[Number(caseId.slice(1))].row,
    state: 'draft',
    version: 0,
    may: { write: true, decide: false, cost: hr(user) },
    approval: { approver: '', approvedAt: null },
    createdAt: now(),
    actions,
    costs: [],
    owners: owners(language),
    steps: [{ at: now(), what: 'created', by: user.username, actionId: null, changes: [], note: '' }],
    ...more
  }
}

function of(user, language) {
  const key = `${user.username} ${language}`
  if (!kept.has(key)) {
    const first = action(language, { kind: 'promotion', title: both(language, '晋升为高级经理', 'Promotion to senior manager'), target: both(language, '高级经理', 'Senior manager'), dueOn: isoDay(-3), percent: 15 })
    const second = action(language, { kind: 'conversation', title: both(language, '留任面谈', 'Stay talk'), dueOn: isoDay(2), ownerId: 'p3', state: 'doing' })
    const mine = begun('c2', user, language, [first, second], { costs: hr(user) ? [{ actionId: first.id, amount: 60000, currency: 'CNY' }] : undefined })
    const asked = begun('c4', user, language, [action(language, { kind: 'pay', title: both(language, '薪资调整', 'Pay adjustment'), percent: 10, dueOn: isoDay(20) })], { state: 'submitted', may: { write: false, decide: true, cost: hr(user) }, approval: { approver: user.displayName, approvedAt: null } })
    kept.set(key, [mine, asked])
  }
  return kept.get(key)
}

const row = ({ owners: _owners, steps: _steps, ...rest }) => rest
const find = (id, user, language) => of(user, language).find((one) => one.id === id)
const done = (plan, user, what, more = {}) => plan.steps.unshift({ at: now(), what, by: user.username, actionId: null, changes: [], note: '', ...more })

export const list = (query, user, language) => paged(of(user, language).filter((one) => (!query.case || one.caseId === query.case) && (!query.state || one.state === query.state)).map(row), query)
export const one = (id, user, language) => find(id, user, language)

export const proposals = (user, language) => ({
  items: [
    { template: 'payReview', kind: 'pay', title: both(language, '薪资复核', 'Pay review'), text: both(language, '在 ____ 前对照市场薪资。', 'Compare pay with the market by ____.'), asks: [] },
    { template: 'stayTalk', kind: 'conversation', title: both(language, '留任面谈', 'Stay talk'), text: both(language, '安排面谈。', 'Arrange a talk.'), asks: [] },
    { template: 'keyProject', kind: 'project', title: both(language, '重点项目', 'Key project'), text: both(language, '提供项目 ____。', 'Offer project ____.'), asks: ['target'] }
  ],
  because: hr(user) ? [{ template: 'payReview', signals: ['attendance.absence'] }] : undefined
})

export function begin({ caseId, actions }, user, language) {
  const plan = begun(caseId, user, language, actions.map((fields) => action(language, fields)))
  of(user, language).push(plan)
  return plan
}

export function add(id, fields, user, language) {
  const plan = find(id, user, language)
  const fresh = action(language, fields)
  plan.actions.push(fresh)
  if (fields.cost) plan.costs.push({ actionId: fresh.id, ...fields.cost })
  plan.version++
  done(plan, user, 'added', { actionId: fresh.id })
  return plan
}

/** Answers undefined where somebody else was faster: the first change of an action whose new title says so. */
export function change(id, actionId, fields, user, language) {
  const plan = find(id, user, language)
  const at = plan.actions.findIndex((one) => one.id === actionId)
  const before = plan.actions[at]
  if (fields.title.includes('2030') && before.version === fields.version && !plan.raced) {
    plan.raced = true
    plan.actions[at] = { ...before, version: before.version + 1, state: 'doing' }
    done(plan, { username: 'lina' }, 'changed', { actionId, changes: ['state'] })
    return undefined
  }
  plan.actions[at] = { ...action(language, fields), id: actionId, version: before.version + 1 }
  done(plan, user, 'changed', { actionId, changes: Object.keys(fields).filter((name) => fields[name] !== before[name] && name in before && name !== 'version') })
  return plan
}

function step(plan, user, state, what, note) {
  Object.assign(plan, { state, version: plan.version + 1 })
  done(plan, user, what, { note })
  return plan
}

export const submit = (id, { note }, user, language) => Object.assign(step(find(id, user, language), user, 'submitted', 'submitted', note), { approval: { approver: '黄志强', approvedAt: null } })
export const reopen = (id, { note }, user, language) => step(find(id, user, language), user, 'draft', 'reopened', note)
export function decide(id, { outcome, note }, user, language) {
  const plan = find(id, user, language)
  const approved = outcome === 'approved'
  Object.assign(step(plan, user, approved ? 'approved' : 'draft', outcome, note), { approval: { approver: user.displayName, approvedAt: approved ? now() : null } })
  plan.may.decide = false
  return plan
}
