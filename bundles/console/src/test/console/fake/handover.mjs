// Handovers, in the made-up server: each list begins with nothing; uploads break once, half-way, and are told to go on.
import { people } from './group.mjs'
import { both } from './words.mjs'

const worlds = new Map()
const files = new Map()
const titles = (language) => [
  ['requirement', true, both(language, '需求文档', 'Requirement documents')],
  ['design', true, both(language, '图纸、模型和模具及其版本', 'Drawings, models and moulds with their versions')],
  ['knowHow', true, both(language, '未形成文件或专利的经验与诀窍', 'What is known and stands in no document or patent')],
  ['recording', false, both(language, '经本人同意录制的工作讲解', 'Recorded talk about the work, with the consent of who speaks')]
]
const entry = (id, kind, mandatory, title, more = {}) => ({ id, version: 1, kind, title, template: true, mandatory, state: 'open', recipientId: null, recipientName: null, dueOn: '2026-12-20', remark: null, files: [], ...more })
const fresh = (id, language) => titles(language).map(([kind, mandatory, title], at) => entry(`${id}-${at}`, kind, mandatory, title))

function worldOf(id, language) {
  const key = `${id} ${language}`
  if (!worlds.has(key)) {
    const own = id === 'own'
    const items = own ? fresh(key, language).map((item, at) => (at < 2 ? { ...item, recipientId: 'p3', recipientName: people[3].row.name } : item)) : []
    worlds.set(key, { id, version: own ? 1 : 0, waiver: null, items })
  }
  return worlds.get(key)
}

function receivedOf(language) {
  const key = `received ${language}`
  if (!worlds.has(key)) {
    const remark = null
    const file = { id: 'f-whole', name: both(language, '讲解录像.mp4', 'talk.mp4'), size: 2_400_000_000, received: 2_400_000_000, touchedAt: '2026-12-01T10:00:00+08:00' }
    worlds.set(key, { items: [entry(`${key}-0`, 'recording', true, titles(language)[3][2], { state: 'handedOver', recipientId: 'p1', remark, files: [file] }), entry(`${key}-1`, 'knowHow', true, titles(language)[2][2], { recipientId: 'p1' })] })
  }
  return worlds.get(key)
}

function show(world, may) {
  const wanted = world.items.filter((item) => item.mandatory)
  const settled = wanted.filter((item) => ['accepted', 'waived'].includes(item.state)).length
  return { offboardingId: world.id, employee: people[1].row, version: world.version, lastDay: '2026-12-31', waiver: world.waiver, items: world.items, wanted: wanted.length, settled, done: Boolean(world.waiver) || (world.version > 0 && settled === wanted.length), may }
}

const ALL = ['write', 'waive']
const everywhere = () => [...worlds.values()].flatMap((world) => world.items)
const itemOf = (id) => everywhere().find((item) => item.id === id)

function moved(item, more) {
  Object.assign(item, more, { version: item.version + 1 })
}

export const get = (id, language) => show(worldOf(id, language), ALL)

export function begin(id, language) {
  const world = worldOf(id, language)
  if (!world.version) Object.assign(world, { version: 1, items: fresh(`${id} ${language}`, language) })
  return show(world, ALL)
}

export function add(id, body, language) {
  const world = worldOf(id, language)
  if (!world.items.some((item) => item.id === body.key)) world.items.push(entry(body.key, body.kind, body.mandatory, body.title, { template: false, ...recipient(body), dueOn: body.dueOn }))
  return show(world, ALL)
}

const recipient = ({ recipientId }) => ({ recipientId, recipientName: people.find(({ row }) => row.id === recipientId)?.row.name ?? null })

export function change(id, other, body, language) {
  const item = itemOf(other)
  moved(item, { ...recipient(body), mandatory: body.mandatory, dueOn: body.dueOn, title: body.title ?? item.title })
  return get(id, language)
}

export function step(id, other, state, body, user, language) {
  moved(itemOf(other), { state, remark: body.reason ? { text: body.reason, by: user.username } : null })
  return get(id, language)
}

export function all(id, body, user, language) {
  const world = worldOf(id, language)
  if (!world.version) begin(id, language)
  world.version++
  world.waiver = body.reason ? { text: body.reason, by: user.username } : null
  return show(world, ALL)
}

export const own = (language) => ({ leaving: show(worldOf('own', language), []), received: { recipientId: 'p1', items: receivedOf(language).items.map((item) => ({ from: people[2].row.name, item })) } })

export function ownStep(id, state, body, user, language) {
  moved(itemOf(id), { state, remark: body.reason ? { text: body.reason, by: user.username } : null })
  return state === 'handedOver' ? own(language) : own(language).received
}

const TUS = { 'Tus-Resumable': '1.0.0' }
const metadata = (header) => Buffer.from(/filename ([^,]*)/.exec(header ?? '')?.[1] ?? '', 'base64').toString()

export function beginFile(item, headers) {
  const file = { id: `f${files.size}`, name: metadata(headers['upload-metadata']), size: Number(headers['upload-length']), received: 0, touchedAt: '2026-12-01T10:00:00+08:00' }
  files.set(file.id, { file, broken: false })
  itemOf(item).files.push(file)
  return { status: 201, headers: { ...TUS, Location: `/api/v1/knowledge/files/${file.id}` } }
}

export const stateOf = (id) => (files.has(id) ? { status: 204, headers: { ...TUS, 'Upload-Offset': files.get(id).file.received, 'Upload-Length': files.get(id).file.size } } : { status: 404, headers: TUS })

/** The first piece is kept by half and refused, as when a disk is full: what has arrived stays. */
export function append(id, headers, body, language) {
  const known = files.get(id)
  if (Number(headers['upload-offset']) !== known.file.received) return { status: 409, headers: TUS, body: { type: '/problems/upload-offset', title: '…', status: 409, detail: '', errors: [] } }
  if (!known.broken) {
    known.broken = true
    known.file.received = Math.floor(body.length / 2)
    return { status: 413, headers: TUS, body: { type: '/problems/upload-no-room', title: both(language, '存储空间不足', 'There is no room for the file'), status: 507, detail: '', errors: [] } }
  }
  known.file.received += body.length
  return { status: 204, headers: { ...TUS, 'Upload-Offset': known.file.received } }
}

export function removeFile(id) {
  everywhere().forEach((item) => (item.files = item.files.filter((file) => file.id !== id)))
  return { status: 204, headers: TUS }
}
