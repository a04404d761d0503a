// Outcomes of the made-up server, for each reader and language.
import { close } from './cases.mjs'
import { people } from './group.mjs'

const MARKS = [30, 90, 180, 365]
const DAY = 86_400_000
const kept = new Map()
const hr = (user) => user.roles.includes('groupHr')
const plus = (day, days) => new Date(Date.parse(day) + days * DAY).toISOString().slice(0, 10)
const today = () => new Date().toISOString().slice(0, 10)

function entriesOf(id, user, language) {
  const key = `${id} ${user.username} ${language}`
  if (!kept.has(key)) kept.set(key, [])
  return kept.get(key)
}

export function of(id, user, language) {
  const entries = entriesOf(id, user, language)
  const last = entries.filter((entry) => !entry.days).at(-1)
  const stays = last && last.words.what !== 'decided'
  const done = entries.map((entry) => entry.days)
  const state = (days) => (done.includes(days) ? 'done' : plus(last.on, days) > today() ? 'coming' : plus(last.on, MARKS[MARKS.indexOf(days) + 1] ?? 9999) > today() ? 'due' : 'here')
  const followUps = stays ? MARKS.map((days) => ({ days, dueOn: plus(last.on, days), state: state(days) })) : []
  return {
    caseId: id,
    employeeId: people[Number(id.slice(1))].row.id,
    outcome: last?.words.what ?? null,
    on: last?.on ?? null,
    exit: null,
    followUps,
    entries: [...entries].reverse(),
    newAlertId: null,
    may: ['retained', 'moved', ...(hr(user) ? ['decided'] : []), ...(followUps.some((mark) => mark.state !== 'coming') ? ['look'] : [])]
  }
}

function add(id, entry, user, language) {
  const entries = entriesOf(id, user, language)
  if (!entries.some((one) => one.key === entry.key)) entries.push({ id: `o${entries.length}`, recordedAt: new Date().toISOString(), role: hr(user) ? 'subsidiaryHr' : 'lineManager', own: true, ...entry })
  return of(id, user, language)
}

export function record(id, body, user, language) {
  close(id, user, language)
  return add(id, { key: body.key, days: 0, on: body.on, words: { by: user.displayName, what: body.outcome, text: body.text } }, user, language)
}

export const follow = (id, body, user, language) => add(id, { key: body.key, days: body.days, on: today(), words: { by: user.displayName, what: body.state, text: body.text } }, user, language)
