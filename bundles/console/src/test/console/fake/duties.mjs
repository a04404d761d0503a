// Whom people of made-up subsidiaries ask, and what went wrong with their data.
import { both } from './words.mjs'

const HOUR = 3_600_000
const ago = (hours) => new Date(Date.now() - hours * HOUR).toISOString()
const own = new Map()
let group = null
const breaches = new Map()
let number = 0

export const contacts = (id) => ({ own: own.get(id) ?? null, holds: own.get(id) ?? group })
export function keep(id, contact) {
  own.set(id, contact)
  return contacts(id)
}
export function keepGroup(contact) {
  group = contact
  return { own: group, holds: group }
}
export const drop = (id) => own.delete(id)
export const ownContact = () => ({ contact: own.get('s1') ?? group })

const breach = (subsidiaryId, noticedHoursAgo, more) => ({
  id: `b${++number}`,
  incidentId: `i${number}`,
  subsidiaryId,
  state: 'open',
  severity: 'medium',
  categories: ['pay'],
  people: 0,
  clock: { noticedAt: ago(noticedHoursAgo), authorityDueAt: ago(noticedHoursAgo - 72), peopleDueAt: ago(noticedHoursAgo - 72), warnedAtHours: [72, 60, 48].find((hours) => noticedHoursAgo >= hours) ?? null, overdue: noticedHoursAgo > 72 },
  foundIn: null,
  registeredBy: 'u-dpo',
  facts: { what: '', consequences: '', measures: '', advice: '' },
  steps: [],
  ...more
})
function of(id) {
  if (!breaches.has(id)) breaches.set(id, [breach(id, 61, { foundIn: 'employee.payload', registeredBy: null, people: 1 })])
  return breaches.get(id)
}
const find = (id) => [...breaches.values()].flat().find((one) => one.id === id)

export const list = (id) => of(id)
export const register = ({ subsidiaryIds, severity, categories, what, consequences, measures, advice }) => ({
  items: subsidiaryIds.map((id) => {
    const one = breach(id, 0, { severity, categories, facts: { what, consequences, measures, advice } })
    of(id).unshift(one)
    return one
  })
})
export const change = (id, { severity, categories, ...facts }) => Object.assign(find(id), { severity, categories, facts })
export const drafts = (id, language) => ({
  items: ['authority', 'people'].flatMap((whom) => ['en', 'zh'].map((tag) => ({ whom, language: tag, text: `${both(tag, '事件通知', 'Notification')}: ${find(id).facts.what || both(language, '待补充', 'not known yet')}` })))
})
export function tell(id, step) {
  const one = find(id)
  one.steps = [...one.steps, { at: ago(0), by: 'u-dpo', ...step }]
  const told = new Set(one.steps.map(({ whom }) => whom))
  if (told.has('authority') && told.has('people')) Object.assign(one, { state: 'notified', clock: { ...one.clock, warnedAtHours: null, overdue: false } })
  return one
}
export function close(id, { conclusion }) {
  const one = find(id)
  one.steps = [...one.steps, { whom: 'closure', sent: false, at: ago(0), by: 'u-dpo', recipient: '', text: conclusion, reason: '' }]
  return Object.assign(one, { state: 'closed' })
}
export function concern(id) {
  find(id).people += 12
  return { added: 12, entries: 40, nameless: 3 }
}

const permits = new Map()
const permitsOf = (id) => permits.get(id) ?? []
export const transfers = (id) => ({ people: 1240, sensitivePeople: 12, mechanisms: ['standardContract', 'hrExemption'], permits: permitsOf(id) })
export function permit(id, draft) {
  const one = { id: `t${permitsOf(id).length + 1}`, ...draft, signedBy: 'u-dpo', signedAt: ago(0), countersignedBy: null, countersignedAt: null, revokedAt: null }
  permits.set(id, [one, ...permitsOf(id)])
  return one
}
const act = (id, permitId, change) => Object.assign(permitsOf(id).find((one) => one.id === permitId), change)
export const countersign = (id, permitId) => act(id, permitId, { countersignedBy: 'u-hr', countersignedAt: ago(0) })
export const revoke = (id, permitId) => act(id, permitId, { revokedAt: ago(0) })
