// Teams that somebody left, in the made-up server.
import { paged } from './answers.mjs'
import { bandOf, departments, people, subsidiaries } from './group.mjs'

const RANKS = ['unknown', 'low', 'medium', 'midHigh', 'high']
const units = departments.filter((one) => one.level === 'team').slice(0, 24)

function member({ row, score, change30 }, i) {
  const then = score === null || change30 === null ? null : Math.round(Math.min(10, Math.max(0, score - change30)) * 10) / 10
  return { employee: row, then, now: score, band: bandOf(score), rose: then !== null && RANKS.indexOf(bandOf(score)) > RANKS.indexOf(bandOf(then)), caseId: i === 0 ? 'c2' : null }
}

function team(unit, i) {
  const all = people.filter(({ row }) => row.departmentId === unit.id)
  const members = all.slice(1).map(member).sort((a, b) => (b.now ?? 0) - (b.then ?? 0) - ((a.now ?? 0) - (a.then ?? 0)))
  const known = members.filter((one) => one.then !== null)
  const mean = known.length && i < 18 ? Math.round((10 * known.reduce((sum, one) => sum + one.now - one.then, 0)) / known.length) / 10 : null
  const left = all.slice(0, 1).map(({ row }) => ({ employee: { ...row, status: 'left' }, leftOn: '2026-10-15', type: 'voluntary', led: i === 0 }))
  return { id: unit.id, subsidiaryId: unit.subsidiaryId, name: unit.name, subsidiaryName: subsidiaries.find((one) => one.id === unit.subsidiaryId).name, since: '2026-10-15', headcount: members.length, keyPosts: members.filter((one) => one.employee.keyPost).length, move: { compared: known.length, mean, rose: known.filter((one) => one.rose).length }, left, members }
}

const all = units.map(team).filter((one) => one.left.length && one.members.length).sort((a, b) => (b.move.mean ?? -99) - (a.move.mean ?? -99))

export const list = (query) => paged(all.map(({ members: _members, ...row }) => ({ ...row, members: null })), query)
export const one = (id) => all.find((found) => found.id === id)
