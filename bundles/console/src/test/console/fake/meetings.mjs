// Meetings about handovers, in the made-up server: one is set by HR, one waits for the employee's signature.
import { people } from './group.mjs'
import { both } from './words.mjs'

const worlds = new Map()
const ZONE = 'Asia/Shanghai'
const signer = (part, person, state = 'waiting', more = {}) => ({ part, employeeId: person.row.id, name: person.row.name, state, at: null, reason: null, ...more })
const suggested = () => [signer('successor', people[3]), signer('head', people[2])]
const shown = (id, world) => ({ offboardingId: id, employee: people[1].row, version: world.version, zone: ZONE, meeting: world.meeting, suggested: world.meeting ? [] : suggested(), may: ['write'] })

function worldOf(id) {
  if (!worlds.has(id)) worlds.set(id, { version: 0, meeting: null })
  return worlds.get(id)
}

export const get = (id, language) => shown(id, worldOf(`${id} ${language}`))

export function save(id, body, language) {
  const world = worldOf(`${id} ${language}`)
  const who = (key) => people.find(({ row }) => row.id === key)
  world.version++
  const signers = [signer('leaver', people[1]), ...body.successorIds.map((one) => signer('successor', who(one))), signer('head', who(body.headId))]
  world.meeting = { startsAt: `${body.startsAt}+08:00`, place: body.place, agenda: body.agenda, minutes: body.minutes, open: ['Plan 1'], digest: `d${world.version}`, signers, signed: false }
  return shown(id, world)
}

function mine(language) {
  const key = `own ${language}`
  if (!worlds.has(key)) {
    const signers = [signer('leaver', people[2], 'outdated', { at: '2026-12-01T15:00:00+08:00' }), signer('successor', people[1]), signer('head', people[3], 'signed', { at: '2026-12-02T09:00:00+08:00' })]
    const minutes = both(language, '备用阀门在地下室。\n夏季压机容易过热。', 'The spare valve is in the cellar.\nThe press runs hot in summer.')
    worlds.set(key, { startsAt: '2026-12-01T14:00:00+08:00', place: both(language, '四号会议室', 'Room 4'), agenda: both(language, '压机', 'The press'), minutes, open: [both(language, '需求文档', 'Requirement documents')], digest: 'd1', signers, signed: false })
  }
  return worlds.get(key)
}

export function own(language) {
  const meeting = mine(language)
  const open = meeting.signers[1].state !== 'signed'
  return { own: { employeeId: people[1].row.id, items: [{ offboardingId: 'm1', leaver: people[2].row.name, zone: ZONE, meeting, signs: open, refuses: open }] } }
}

export function says(state, body, language) {
  Object.assign(mine(language).signers[1], { state, at: '2026-12-03T10:00:00+08:00', reason: body.reason ?? null })
  return own(language)
}
