// What is to do, in the made-up server: made of its cases and plans, for each reader and language.
import * as cases from './cases.mjs'
import { people } from './group.mjs'
import * as plans from './plans.mjs'

const ORDER = ['overdue', 'today', 'week', 'later']
const today = () => new Date().toISOString().slice(0, 10)
const hr = (user) => user.roles.includes('groupHr')

function whenOf(dueOn, overdue) {
  if (overdue) return 'overdue'
  if (!dueOn || dueOn <= today()) return 'today'
  return Date.parse(dueOn) - Date.parse(today()) < 4 * 86_400_000 ? 'week' : 'later'
}

const line = (kind, place, employee, dueOn, overdue, more = {}) => ({ kind, place, employee, when: whenOf(dueOn, overdue), dueOn, fresh: false, title: '', ...more })

function linesOf(user, language) {
  const talks = cases
    .list({ state: 'waiting', limit: 200 }, user, language)
    .items.filter((one) => one.yours || one.overdue)
    .map((one) => line(one.yours ? 'talk' : 'talkOverdue', `/cases/${one.id}`, one.employee, one.clock.dueOn, one.overdue, { fresh: one.id === 'c3' }))
  const all = plans.list({}, user, language).items
  const actions = all.flatMap((plan) => plan.actions.filter((one) => one.mine && one.state !== 'done').map((one) => line('action', `/plans/${plan.id}`, plan.employee, one.dueOn, one.dueOn < today(), { title: one.title })))
  const approvals = all.filter((plan) => plan.may.decide).map((plan) => line('approval', `/plans/${plan.id}`, plan.employee, null, false))
  const alerts = hr(user) ? [line('alert', '/alerts/a0', people[0].row, null, false, { fresh: true })] : []
  const later = [line('followUp', '/cases/c31', people[31].row, new Date(Date.now() + 5 * 86_400_000).toISOString().slice(0, 10), false)]
  return [...talks, ...actions, ...approvals, ...alerts, ...later].sort((a, b) => ORDER.indexOf(a.when) - ORDER.indexOf(b.when) || String(a.dueOn ?? '9').localeCompare(String(b.dueOn ?? '9')))
}

export function list(query, user, language) {
  const lines = linesOf(user, language)
  const counts = Object.fromEntries(ORDER.map((when) => [when, lines.filter((one) => one.when === when).length]))
  const limit = Number(query.limit ?? 50)
  const done = cases.list({ state: 'talked', limit: 200 }, user, language).items.filter((one) => Number(one.id.slice(1)) < 26).length
  return { items: lines.slice(0, limit), next: lines.length > limit ? 'more' : null, counts: { ...counts, done } }
}
