// The audit log of the made-up server: the same entries over and over, newest first.
import { people } from './answers.mjs'

const START = Date.UTC(2026, 10, 22, 7, 58, 12)
const HR = '5b3f7c1e-0d52-4a0e-9a6a-3d1f5a2b9c01'
const MACHINE = '9c1d2e3f-4a5b-4c6d-8e7f-001122334455'
const hr = { id: HR, name: 'hr', roles: ['groupHr'], via: 'session' }
const person = (i) => people[i % people.length].row.id
const KINDS = [
  ['GET /employees/{id}/profile', 'read', hr, (k) => [person(k)], 'done', { status: '200' }],
  ['POST /risk/scores/search', 'read', hr, (k) => Array.from({ length: 20 }, (_, i) => person(k + i)), 'done', { status: '200' }],
  ['POST /risk/scores/export', 'export', hr, (k) => Array.from({ length: 60 }, (_, i) => person(k + i)), 'done', { status: '200' }],
  ['POST /alerts/{id}/close', 'change', { ...hr, id: '71a2b3c4-d5e6-4f70-8a9b-0c1d2e3f4a5b', name: 'manager', roles: ['lineManager'] }, (k) => [person(k)], 'done', { status: '200' }],
  ['POST /signals', 'import', { id: MACHINE, name: null, roles: ['integration'], via: 'token' }, () => [], 'done', { status: '202' }],
  ['GET /employees/{id}/risk', 'read', { ...hr, id: '71a2b3c4-d5e6-4f70-8a9b-0c1d2e3f4a5b', name: 'manager', roles: ['lineManager'] }, (k) => [person(k)], 'denied', { status: '404' }],
  ['POST /session', 'session', { id: 'anonymous', name: null, roles: [], via: 'none' }, () => [], 'denied', { status: '401' }],
  ['POST /risk/runs', 'run', { id: 'local', name: null, roles: ['local'], via: 'local' }, () => [], 'done', { status: '202' }],
  ['server.start', 'server', { id: 'server', name: null, roles: [], via: 'server' }, () => [], 'done', { version: '0.1.0' }],
  ['POST /backups', 'backup', { id: 'local', name: null, roles: ['local'], via: 'local' }, () => [], 'done', { status: '200' }]
]
const TOTAL = 130
const log = Array.from({ length: TOTAL }, (_, k) => {
  const [action, kind, actor, about, outcome, details] = KINDS[k % KINDS.length]
  return { index: 4000 + TOTAL - k, at: new Date(START - k * 97_000).toISOString(), action, kind, actor, persons: about(k), names: {}, outcome, details }
})
const nameOf = (id) => people.find((one) => one.row.id === id)?.row.name

function matching(filter) {
  return log.filter(
    (line) =>
      (!filter.person || line.persons.includes(filter.person)) &&
      (!filter.actor || line.actor.id === filter.actor) &&
      (!filter.kind || line.kind === filter.kind) &&
      (!filter.endpoint || line.action.toLowerCase().includes(filter.endpoint.toLowerCase())) &&
      (!filter.from || line.at >= filter.from) &&
      (!filter.to || line.at < filter.to)
  )
}

/** A page; names of people only for whoever may read employees, as the server does it. */
export function search(filter, user) {
  const found = matching(filter)
  const from = Number(filter.cursor ?? 0)
  const to = Math.min(from + (filter.limit ?? 50), found.length)
  const named = (line) => ({ ...line, names: user.permissions.includes('employees:read') ? Object.fromEntries(line.persons.slice(0, 3).map((id) => [id, nameOf(id)])) : {} })
  return { items: found.slice(from, to).map(named), next: to < found.length ? String(to) : null }
}

export const sheet = (filter) => ['index,at,action', ...matching(filter).map((line) => `"${line.index}","${line.at}","${line.action}"`)].join('\r\n')
