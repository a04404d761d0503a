// Systems that are told of changes of cases, in the made-up server: one that takes them, one that has not for days.
import { subsidiaries } from './group.mjs'
import { both } from './words.mjs'

const firm = subsidiaries[0]
const kinds = ['begun', 'lastDayChanged', 'stepDone', 'stepOverdue', 'withdrawn', 'accessEnded', 'ended']
const audiences = [
  { code: 'oa', fields: ['case', 'lastDay', 'step', 'office', 'dueOn', 'outcome'] },
  { code: 'finance', fields: ['employeeNo', 'lastDay', 'step', 'dueOn'] },
  { code: 'business', fields: ['employeeNo', 'lastDay'] },
  { code: 'it', fields: ['employeeNo', 'lastDay', 'step'] }
]
const well = { deliveredAt: '2026-11-27T09:12:00+08:00', waiting: 0, waitingSince: null, parked: 0, failingSince: null, heldUntil: null, down: false }
const ill = { deliveredAt: '2026-11-20T09:12:00+08:00', waiting: 3, waitingSince: '2026-11-22T10:00:00+08:00', parked: 2, failingSince: '2026-11-21T10:00:00+08:00', heldUntil: '2026-11-27T09:30:00+08:00', down: true }
const one = (id, name, audience, health) => ({ id, subsidiaryId: firm.id, name, url: `https://${audience}.firm.example/holdfast`, audience, kinds, active: true, version: 1, oldSecretUntil: null, health })
const worlds = new Map()
const of = (language) => worlds.get(language) ?? worlds.set(language, [one('et1', 'Weaver OA', 'oa', well), one('et2', 'Payroll', 'finance', ill)]).get(language)
const fault = (language) => both(language, '系统出错', 'The system failed')
const shown = ({ health: { down, ...health }, ...rest }, language) => ({ ...rest, health: { ...health, error: down ? fault(language) : null } })
const find = (id, language) => of(language).find((each) => each.id === id)
let secrets = 0
const secret = () => `whsec_${btoa(`made up, number ${++secrets}, of 32 bytes!`)}`

export const list = (query, language) => ({
  items: of(language)
    .filter((each) => each.subsidiaryId === query.subsidiaryId)
    .map((each) => shown(each, language)),
  audiences,
  kinds: kinds.map((code) => ({ code, type: `org.holdfast.offboarding.${code}` }))
})

/** An address that is none is refused at its field; who has read an older version is told. */
export function refused(id, body, language) {
  if (!/^https:/.test(body.url)) return { field: 'url', code: 'webhookUrl', message: 'https' }
  return find(id, language) && find(id, language).version !== body.version ? 'changed' : undefined
}

export function put(id, body, language) {
  const old = find(id, language)
  const fresh = { ...one(id, body.name, body.audience, { ...well, deliveredAt: null }), ...old, name: body.name, url: body.url, kinds: body.kinds, active: body.active, version: (body.version ?? 0) + 1 }
  if (old) of(language).splice(of(language).indexOf(old), 1, fresh)
  else of(language).push(fresh)
  return { target: shown(fresh, language), secret: old ? null : secret() }
}
export function rotate(id, language) {
  const target = find(id, language)
  Object.assign(target, { version: target.version + 1, oldSecretUntil: '2026-12-04T09:12:00+08:00' })
  return { target: shown(target, language), secret: secret() }
}
export const drop = (id, language) => of(language).splice(of(language).indexOf(find(id, language)), 1)
export const ping = (id, language) => (find(id, language).health.down ? { taken: false, status: 500, error: fault(language) } : { taken: true, status: 204, error: null })

const event = (number, kind, rest) => ({ id: `ed${number}`, eventId: `7c1e4a52-6d0f-4b7e-9a55-0f6f0c1d2e3${number}`, kind, at: '2026-11-22T10:00:00+08:00', tries: 0, triedAt: '2026-11-27T09:12:00+08:00', nextAt: null, error: null, ...rest })
export function deliveries(id, state, language) {
  const { health } = find(id, language)
  const parked = [event(1, 'begun', { tries: 288, error: fault(language) }), event(2, 'begun', { tries: 287, error: fault(language) })]
  const waiting = [event(3, 'stepDone', { triedAt: null, nextAt: '2026-11-27T09:30:00+08:00' }), event(4, 'stepOverdue', { triedAt: null, nextAt: '2026-11-27T09:30:00+08:00' }), event(5, 'ended', { triedAt: null, nextAt: '2026-11-27T09:30:00+08:00' })]
  const found = { parked: parked.slice(0, health.parked), waiting: waiting.slice(0, health.waiting), delivered: [event(6, 'ended'), event(7, 'begun')] }
  return { items: found[state] }
}
export function again(id, body, language) {
  const target = find(id, language)
  const events = body.parked ? target.health.parked : body.deliveries ? body.deliveries.length : 2
  if (body.parked) target.health = { ...target.health, parked: 0 }
  return { events }
}
