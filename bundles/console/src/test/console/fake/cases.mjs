// Cases and talks of the made-up server, for each reader and language: two checks at once do not meet.
import { paged } from './answers.mjs'
import { people } from './group.mjs'
import { both, needs } from './words.mjs'

const DAY = 86_400_000
const WAITING = 26
/** The one that was imported: it is closed, and one talk is told of. */
const IMPORTED = 30
const kept = new Map()
const closed = new Set()
const isoDay = (days) => new Date(Date.now() + days * DAY).toISOString().slice(0, 10)
const moment = (days) => `${isoDay(days)}T09:00:00+08:00`
const hr = (user) => user.roles.includes('groupHr')

const pastTalk = (language) => ({ id: 'past', heldOn: isoDay(-240), recordedAt: moment(-2), role: 'subsidiaryHr', own: false, corrects: null, correctedBy: null, words: { by: '', intent: 'confirmed', causes: causes(language).slice(0, 2), text: both(language, '薪资与市场有差距', 'Pay is below the market'), nextStep: '' } })

const talksOf = (id, user, language) => {
  const key = `${id} ${user.username} ${language}`
  if (!kept.has(key)) kept.set(key, id === `c${IMPORTED}` ? [pastTalk(language)] : [])
  return kept.get(key)
}

const stateOf = (i, talks) => (i === IMPORTED ? 'closed' : talks.length ? 'talked' : i < WAITING ? 'waiting' : i % 2 ? 'talked' : 'closed')

function row(i, user, language) {
  const id = `c${i}`
  const talks = talksOf(id, user, language)
  const state = closed.has(`${id} ${user.username} ${language}`) ? 'closed' : stateOf(i, talks)
  const overdue = state === 'waiting' && i === 0
  const superior = i % 3 !== 0
  return {
    id,
    alertId: `a${i}`,
    employee: people[i].row,
    state,
    overdue,
    yours: i !== IMPORTED && (hr(user) ? !superior : true),
    talker: superior ? { role: 'lineManager', name: '黄志强' } : { role: 'subsidiaryHr', name: both(language, '人力资源部', 'HR') },
    clock: { startedAt: moment(-4 - (i === 0 ? 3 : 0)), dueOn: isoDay(i === 0 ? -2 : i - 1), remindedAt: null, escalatedAt: i === 0 ? moment(-4) : null, talkedAt: state === 'talked' ? moment(-1) : null, closedAt: state === 'closed' ? moment(-1) : null },
    turns: i === 0 && hr(user) ? [{ name: '黄志强', startedAt: moment(-9), dueOn: isoDay(-5), endedAt: moment(-4), endedFor: 'escalated' }] : [],
    mayRecord: false,
    imported: i === IMPORTED
  }
}

export function list(query, user, language) {
  if (query.alert) return paged([row(Number(query.alert.slice(1)), user, language)], query)
  const all = Array.from({ length: WAITING + 6 }, (_, i) => row(i, user, language))
  return paged(all.filter((one) => !query.state || one.state === query.state), query)
}

const causes = (language) => [...needs(language), { code: 'other', text: both(language, '其他', 'Something else') }]

export function one(id, user, language) {
  const i = Number(id.slice(1))
  if (!people[i]) return undefined
  const found = row(i, user, language)
  return { ...found, mayRecord: found.state !== 'closed', causes: causes(language), talks: [...talksOf(id, user, language)].reverse() }
}

/** The first talk of a key is taken, the same one again is not. */
export function record(id, body, user, language) {
  const talks = talksOf(id, user, language)
  if (talks.some((talk) => talk.key === body.key)) return one(id, user, language)
  const corrected = talks.find((talk) => talk.id === body.corrects)
  const talk = { id: `t${talks.length}`, key: body.key, heldOn: body.heldOn, recordedAt: moment(0), role: hr(user) ? 'subsidiaryHr' : 'lineManager', own: true, corrects: body.corrects, correctedBy: null }
  if (corrected) corrected.correctedBy = talk.id
  talks.push({ ...talk, words: { by: user.displayName, intent: body.intent, causes: causes(language).filter((cause) => body.causes.includes(cause.code)), text: body.text, nextStep: body.nextStep } })
  return one(id, user, language)
}

/** A file is added to a talk; its name stands in the form. */
export function attach(id, talkId, form, user, language) {
  const name = Buffer.from(/filename="([^"]*)"/.exec(form)?.[1] ?? 'file.txt', 'latin1').toString()
  const talk = talksOf(id, user, language).find((one) => one.id === talkId)
  talk.attachments = [...(talk.attachments ?? []), { id: `f${talk.attachments?.length ?? 0}`, name, type: 'application/pdf', size: 182_400, recordedAt: moment(0), by: user.displayName }]
}

/** An outcome closes the case. */
export const close = (id, user, language) => closed.add(`${id} ${user.username} ${language}`)
