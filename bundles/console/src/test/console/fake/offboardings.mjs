// Offboardings of the made-up server: each reader has their own in each language, so that no check disturbs another.
import { paged } from './answers.mjs'
import { people, subsidiaries } from './group.mjs'
import { both } from './words.mjs'

const DAY = 86_400_000
const ok = (body) => ({ status: 200, body })
const refused = (status, code, title, errors = []) => ({ status, body: { type: `/problems/${code}`, title, status, detail: '', errors } })
/** A day from today where the browsers of the checks are, in Shanghai. */
const day = (shift, from = Date.now() + DAY / 3) => new Date(from + shift * DAY).toISOString().slice(0, 10)
const at = (shift) => `${day(shift)}T09:30:00+08:00`

/** Step, office, title in both languages, day due from today, what may come of it. */
const TASKS = [
  ['departmentApproval', 'superior', '部门审批', 'Approve for the department', -1, ['approved', 'returned']],
  ['handover', 'employee', '填写交接清单', 'Fill in the handover list', 4, ['done']],
  ['handover', 'successor', '确认接收', 'Confirm what was handed over', 8, ['done', 'returned']],
  ['accounts', 'it', '停用账号', 'Close the accounts', -2, ['done', 'refused']],
  ['assets', 'administration', '收回笔记本电脑和门禁卡', 'Take back laptop and pass', 0, ['done', 'refused']],
  ['settlement', 'finance', '结算工资和未休年假', 'Settle wages and unused leave', 5, ['done']],
  ['nonCompete', 'legal', '决定是否启动竞业限制', 'Decide on the non-compete', 6, ['done', 'refused']],
  ['exitInterview', 'hr', '离职面谈', 'Exit interview', 3, ['done']],
  ['certificate', 'hr', '出具离职证明', 'Issue the leaving certificate', 9, ['done']]
]
const LAW = {
  resignation: [30, '《劳动合同法》第三十七条', 'Labour Contract Law, Article 37'],
  employerWithNotice: [30, '《劳动合同法》第四十条', 'Labour Contract Law, Article 40'],
  redundancy: [30, '《劳动合同法》第四十一条', 'Labour Contract Law, Article 41']
}
const BY_CONTRACT = ['contractEnd', 'contractEndRenewalDeclined']
/** Of whose country nothing is known. */
const LAWLESS = 'p3'

const NO_RULES = { known: false, days: null, earliest: null, probation: false, articles: [], evidenceNeeded: false }

const titleOf = (index, language) => both(language, TASKS[index][2], TASKS[index][3])
const noticeFor = (kind, from, language) => {
  const [days, zh, en] = LAW[kind] ?? [0]
  return { known: true, days, earliest: day(days, Date.parse(from)), probation: false, articles: zh ? [both(language, zh, en)] : [], evidenceNeeded: !BY_CONTRACT.includes(kind) }
}
const tasksFor = (id, language) =>
  TASKS.map(([step, office, , , due, outcomes], i) => ({ id: `${id}t${i}`, node: step, step, office, title: titleOf(i, language), state: 'open', openedAt: at(-3), dueOn: day(due), overdue: due < 0, outcomes }))

function made(i, language) {
  const kind = ['resignation', 'contractEnd', 'agreementByEmployer', 'retirement', 'employerWithNotice', 'employerForCause'][i % 6]
  const id = `f${i}`
  const noticeOn = day(-3)
  return {
    id,
    employee: people[20 + i].row,
    kind,
    state: i < 26 ? 'running' : i < 28 ? 'withdrawn' : 'ended',
    noticeOn,
    lastDay: day([27, 1, 0, 40, 12, -2][i % 6]),
    startedAt: at(-3),
    endedAt: i < 26 ? null : at(-1),
    version: 4,
    self: kind === 'resignation',
    reason: i % 2 ? null : { code: 'growth', note: both(language, '希望承担更大的职责', 'Wants a larger scope') },
    evidence: kind !== 'resignation' && !BY_CONTRACT.includes(kind) ? { reference: 'HR-2026-118', on: day(-5) } : null,
    notice: noticeFor(kind, noticeOn, language),
    tasks: tasksFor(id, language).map((task) => (i < 26 ? task : { ...task, state: 'cancelled' })),
    history: [{ at: at(-3), what: 'started', by: kind === 'resignation' ? people[20 + i].row.name : '陈静', note: '' }]
  }
}

const kept = new Map()
function worldOf(user, language) {
  const key = `${user.username} ${language}`
  if (!kept.has(key)) kept.set(key, { cases: Array.from({ length: 31 }, (_, i) => made(i, language)), offices: new Map(), own: null })
  return kept.get(key)
}

const HANDLES = { hr: ['hr'], handler: ['it', 'finance', 'administration', 'legal'], manager: ['superior'], employee: ['employee'] }
const handles = (user, office) => (HANDLES[user.username] ?? []).includes(office)

function view(one, user, whole) {
  const open = one.tasks.filter((task) => task.state === 'open')
  const { tasks, history, ...head } = one
  const running = one.state === 'running'
  const may = running && user.roles.includes('groupHr')
  return {
    ...head,
    overdue: open.some((task) => task.overdue),
    open: open.length,
    yours: open.filter((task) => handles(user, task.office)).length,
    mayWithdraw: running && (may || user.username === 'employee'),
    mayChange: may,
    ...(whole && { tasks: tasks.map((task) => ({ ...task, mayDo: task.state === 'open' && handles(user, task.office) })), history })
  }
}

const note = (one, user, what, more = {}) => {
  one.version++
  one.history = [...one.history, { at: new Date().toISOString(), what, by: user.displayName, note: '', ...more }]
}
const find = (id, user, language) => worldOf(user, language).cases.find((one) => one.id === id)

export function list(query, user, language) {
  const all = worldOf(user, language).cases
  const found = all.filter((one) => (!query.state || one.state === query.state) && (!query.employeeId || one.employee.id === query.employeeId))
  return ok(paged(found.sort((a, b) => a.lastDay.localeCompare(b.lastDay)).map((one) => view(one, user)), query))
}

export const one = (id, user, language) => (find(id, user, language) ? ok(view(find(id, user, language), user, true)) : refused(404, 'not-found', both(language, '找不到', 'Not found')))

export const notice = (body, language) =>
  ok(
    body.employeeId === LAWLESS
      ? NO_RULES
      : noticeFor(body.kind, body.noticeOn, language)
  )

export function begin(body, user, language) {
  const world = worldOf(user, language)
  if (world.cases.some((other) => other.state === 'running' && other.employee.id === body.employeeId)) return refused(409, 'offboarding-running', both(language, '该员工已有正在进行的离职流程', 'An offboarding of this person is running'))
  if (body.lastDay < body.noticeOn) return refused(400, 'invalid-request', both(language, '请求有误', 'The request is wrong'), [{ field: 'lastDay', code: 'beforeNotice', message: both(language, '不能早于通知日', 'must not be before the day of notice') }])
  // No contract of the made-up people ends so soon.
  if (BY_CONTRACT.includes(body.kind) && !body.evidence) return refused(400, 'invalid-request', both(language, '请求有误', 'The request is wrong'), [{ field: 'evidence.reference', code: 'noLawfulEvent', message: both(language, '没有在案的法定事由', 'there is no lawful event on file') }])
  const id = `n${world.cases.length}`
  const row = people.find((entry) => entry.row.id === body.employeeId).row
  const fresh = { ...made(0, language), id, employee: row, kind: body.kind, noticeOn: body.noticeOn, lastDay: body.lastDay, self: false, reason: body.reason ?? null, evidence: body.evidence ?? null, notice: row.id === LAWLESS ? NO_RULES : noticeFor(body.kind, body.noticeOn, language), tasks: tasksFor(id, language), history: [], version: 0 }
  note(fresh, user, 'started')
  world.cases.push(fresh)
  return ok(view(fresh, user, true))
}

/** The first change of one case comes too late: somebody else has moved the last day just before. */
export function change(id, body, user, language) {
  const found = find(id, user, language)
  if (id === 'f7' && !found.moved) {
    found.moved = true
    found.lastDay = day(33)
    note(found, { displayName: '王芳' }, 'changed', { note: both(language, '与部门商定', 'Agreed with the department') })
  }
  if (body.version !== found.version) return refused(409, 'offboarding-changed', both(language, '期间已有更改', 'It was changed meanwhile'))
  if (body.lastDay < found.noticeOn) return refused(400, 'invalid-request', both(language, '请求有误', 'The request is wrong'), [{ field: 'lastDay', code: 'beforeNotice', message: both(language, '不能早于通知日', 'must not be before the day of notice') }])
  Object.assign(found, { lastDay: body.lastDay, reason: body.reason.code ? body.reason : null })
  note(found, user, 'changed', { note: body.note })
  return ok(view(found, user, true))
}

function callOff(found, body, user) {
  Object.assign(found, { state: 'withdrawn', endedAt: new Date().toISOString(), tasks: found.tasks.map((task) => (task.state === 'open' ? { ...task, state: 'cancelled', closedAt: new Date().toISOString() } : task)) })
  note(found, user, 'withdrawn', { note: body.note })
  return ok(view(found, user, true))
}

export const withdraw = (id, body, user, language) => callOff(find(id, user, language), body, user)

function close(found, taskId, body, user, language) {
  const task = found.tasks.find((entry) => entry.id === taskId)
  if (task.state !== 'open') return refused(409, 'task-done', both(language, '该任务已由他人办结', 'Somebody else has closed this task'))
  if (task.step === 'settlement' && body.note === '1') return refused(409, 'accounts-not-proved', both(language, '账号尚未证实停用', 'The accounts are not proved to be closed'))
  Object.assign(task, { state: 'done', overdue: false, closedAt: new Date().toISOString(), outcome: body.outcome, by: user.displayName, note: body.note })
  note(found, user, 'taskDone', { step: task.step, outcome: body.outcome, note: body.note })
  return ok(view(found, user, true))
}

export const act = (id, taskId, body, user, language) => close(find(id, user, language), taskId, body, user, language)

export function tasks(query, user, language) {
  const all = worldOf(user, language).cases.slice(0, 4).flatMap((found) => found.tasks.map((task) => [found, task]))
  const lines = all
    .filter(([, task]) => handles(user, task.office) && (query.state === 'open' ? task.state === 'open' : task.state === 'done'))
    .sort(([, a], [, b]) => a.dueOn.localeCompare(b.dueOn))
    .map(([found, task]) => ({ task: { ...task, mayDo: task.state === 'open' }, offboardingId: found.id, leaver: { name: found.employee.name, employeeNo: found.employee.employeeNo, department: found.employee.departmentName, position: found.employee.position }, lastDay: found.lastDay }))
  const count = (fits) => lines.filter(({ task }) => fits(task)).length
  const today = day(0)
  return ok({ ...paged(lines, query), counts: { overdue: count((task) => task.overdue), today: count((task) => !task.overdue && task.dueOn <= today), later: count((task) => task.dueOn > today) } })
}

export function own(user, language) {
  const found = worldOf(user, language).own
  const runs = found?.state === 'running'
  return ok({ offboarding: found && view(found, user, true), mayResign: !runs, why: runs ? 'running' : null, notice: runs ? null : noticeFor('resignation', day(0), language) })
}

export function resign(body, user, language) {
  const world = worldOf(user, language)
  const fresh = { ...made(0, language), id: 'own', employee: people[1].row, noticeOn: day(0), lastDay: body.lastDay, reason: body.reason ?? null, notice: noticeFor('resignation', day(0), language), tasks: tasksFor('own', language).map((task) => ({ ...task, overdue: false, dueOn: task.dueOn < day(1) ? day(2) : task.dueOn })), history: [], version: 0 }
  note(fresh, user, 'started')
  world.own = fresh
  return ok(view(fresh, user, true))
}

export const withdrawOwn = (body, user, language) => callOff(worldOf(user, language).own, body, user)
export const actOwn = (taskId, body, user, language) => close(worldOf(user, language).own, taskId, body, user, language)

const CANDIDATES = [['u11', '高明'], ['u12', '罗丽'], ['u13', '许强'], ['u14', '邓敏']].map(([id, name]) => ({ id, name }))
export function offices(subsidiaryId, user, language) {
  const world = worldOf(user, language)
  const firm = subsidiaries.find((entry) => entry.id === subsidiaryId)
  if (!world.offices.has(firm.id)) world.offices.set(firm.id, { subsidiaryId: firm.id, version: '1', offices: ['it', 'finance', 'administration', 'legal'].map((office) => ({ office, accounts: office === 'it' ? CANDIDATES.slice(0, 1) : [] })), candidates: CANDIDATES })
  return ok(world.offices.get(firm.id))
}
export function assign(body, user, language) {
  const { body: known } = offices(body.subsidiaryId, user, language)
  if (body.version !== known.version) return refused(409, 'offices-changed', both(language, '期间已有更改', 'It was changed meanwhile'))
  known.version = String(Number(known.version) + 1)
  known.offices = body.offices.map(({ office, accountIds }) => ({ office, accounts: CANDIDATES.filter((one) => accountIds.includes(one.id)) }))
  return ok(known)
}
