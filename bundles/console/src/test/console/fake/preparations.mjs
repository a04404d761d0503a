// Handovers that are prepared, of the made-up server: each reader has their own in each language.
import { paged } from './answers.mjs'
import { people } from './group.mjs'
import { both } from './words.mjs'

const STEPS = ['handoverList', 'recipients', 'accountsListed', 'assetsListed', 'claimsListed']
const FINAL = ['endAccounts', 'settle', 'certify', 'transferFile', 'endEmployment']
const CHAIN = [['workRules', '《劳动合同法》第四条', 'Labour Contract Law, art. 4'], ['absenceRecord', '司法解释（一）第四十四条', 'Interpretation (I), art. 44'], ['returnNotice', '司法解释（一）第四十四条', 'Interpretation (I), art. 44'], ['unionInformed', '《劳动合同法》第四十三条', 'Labour Contract Law, art. 43'], ['decision', '司法解释（一）第四十四条', 'Interpretation (I), art. 44']]
const ok = (body) => ({ status: 200, body })
const refused = (status, code, title) => ({ status, body: { type: `/problems/${code}`, title, status, detail: '', errors: [] } })
const now = () => new Date(Date.now() + 28_800_000).toISOString().slice(0, 19) + '+08:00'

const kept = new Map()
function worldOf(user, language) {
  const key = `${user.username} ${language}`
  if (!kept.has(key)) kept.set(key, [fresh({ key: 'pr1', employeeId: people[60].row.id, why: 'knowledgeAtRisk', note: both(language, '仅此一人熟悉热处理参数', 'Knows the heat treatment alone'), wantedOn: '2027-01-31' }, user)])
  return kept.get(key)
}

function fresh(body, user) {
  const one = { id: body.key, employee: people.find((entry) => entry.row.id === body.employeeId).row, state: 'goingOn', why: body.why, wantedOn: body.wantedOn ?? null, startedAt: now(), endedAt: null, version: -1, note: body.note ?? '', done: {}, pieces: [], history: [] }
  write(one, user, 'started')
  return one
}

function write(one, user, what, detail = '') {
  one.version++
  one.history = [...one.history, { at: now(), what, detail, by: user.displayName, note: '' }]
}

function view(one, user, language, whole) {
  const { done, pieces, history, ...head } = one
  const asked = one.why === 'absence' ? CHAIN.filter(([kind]) => !pieces.some((piece) => piece.kind === kind)) : []
  const article = (kind) => (one.why === 'absence' ? CHAIN.filter(([code]) => code === kind).map(([, zh, en]) => both(language, zh, en))[0] : null)
  const evidence = [...pieces.map((piece) => ({ ...piece, article: article(piece.kind) })), ...asked.map(([kind]) => ({ kind, reference: null, on: null, article: article(kind) }))]
  return { ...head, steps: STEPS.map((code) => ({ code, doneAt: done[code] ?? null })), waiting: one.state === 'goingOn' ? FINAL : [], mayChange: one.state === 'goingOn' && user.username === 'hr', ...(whole && { evidence, history }) }
}

const find = (id, user, language) => worldOf(user, language).find((one) => one.id === id)

export const list = (query, user, language) =>
  ok(paged(worldOf(user, language).filter((one) => (query.employeeId ? one.employee.id === query.employeeId : one.state === 'goingOn')).map((one) => view(one, user, language)), query))

export function begin(body, user, language) {
  const one = fresh(body, user)
  worldOf(user, language).unshift(one)
  return ok(view(one, user, language, true))
}

export const one = (id, user, language) => (find(id, user, language) ? ok(view(find(id, user, language), user, language, true)) : refused(404, 'not-found', both(language, '找不到', 'Not found')))

/** The third change comes too late: somebody else has just taken a step. */
function moved(id, body, user, language, act) {
  const found = find(id, user, language)
  if (found.version === 2 && !found.raced) {
    found.raced = true
    found.done.claimsListed = now()
    write(found, { displayName: '王芳' }, 'stepDone', 'claimsListed')
  }
  if (body.version !== found.version) return refused(409, 'preparation-changed', both(language, '他人已更改该预离职交接', 'Somebody else has changed the preparation'))
  act(found)
  return ok(view(found, user, language, true))
}

export const step = (id, code, body, user, language) =>
  moved(id, body, user, language, (found) => {
    if (body.done) found.done[code] = now()
    else delete found.done[code]
    write(found, user, body.done ? 'stepDone' : 'stepUndone', code)
  })

export const change = (id, body, user, language) => moved(id, body, user, language, (found) => (Object.assign(found, { why: body.why, note: body.note, wantedOn: body.wantedOn ?? null }), write(found, user, 'changed')))

export const collect = (id, body, user, language) =>
  moved(id, body, user, language, (found) => {
    found.pieces.push({ kind: body.kind, reference: body.reference, on: body.on })
    write(found, user, 'evidenceAdded', body.kind)
  })

export const revoke = (id, body, user, language) => moved(id, body, user, language, (found) => (Object.assign(found, { state: 'revoked', endedAt: now() }), write(found, user, 'revoked')))

export const own = (user) => ok(user.username === 'employee' ? { goesOn: true, why: 'knowledgeAtRisk', since: now() } : { goesOn: false, why: null, since: null })
