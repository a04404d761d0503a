// What the firm lends, in the made-up server: a world for each language, so that each run begins with the same.
import { paged } from './answers.mjs'
import { people, subsidiaries } from './group.mjs'
import { both } from './words.mjs'

const firm = subsidiaries[0].id
const TODAY = '2026-11-27'
const worlds = new Map()

const holding = (row, id, more) => ({ employeeId: row.id, subsidiaryId: firm, id, name: row.name, employeeNo: row.employeeNo, issuedOn: '2026-02-02', dueOn: null, overdue: false, receipt: 'account', givenBackOn: null, endedOn: null, ending: null, ...more })
const entry = (act, more) => ({ employeeId: null, subsidiaryId: firm, name: '', act, at: '2026-02-02T10:00:00+08:00', by: 'wang', self: false, on: '2026-02-02', condition: '', note: '', paper: '', courier: '', tracking: '', ...more })
const asset = (id, kind, inventoryNo, label, state, held = null) => ({ id, subsidiaryId: firm, version: 3, kind, inventoryNo, label, serial: `SN-${inventoryNo}`, valueClass: 'medium', state, holding: held, history: [entry('registered')] })

function fresh() {
  const [a, b, c] = people.map(({ row }) => row)
  const me = { ...a, id: 'p1' }
  return [
    asset('g1', 'laptop', 'IT-0001', 'ThinkPad T14', 'issued', holding(me, 'h1', { dueOn: '2026-12-31', receipt: 'none' })),
    asset('g2', 'phone', 'IT-0002', 'Huawei P60', 'issued', holding(b, 'h2', { dueOn: '2026-11-20', overdue: true })),
    asset('g3', 'accessCard', 'AC-0101', 'A 101', 'issued', holding(me, 'h3', { dueOn: '2026-12-31' })),
    asset('g4', 'tool', 'WZ-0007', 'Fluke 87V', 'inStock'),
    asset('g5', 'vehicle', 'KFZ-03', 'Wuling', 'issued', holding(c, 'h5', { givenBackOn: '2026-11-26' }))
  ]
}
const of = (language) => worlds.get(language) ?? worlds.set(language, fresh()).get(language)
export const one = (id, language) => of(language).find((each) => each.id === id)
const byHolding = (id, language) => of(language).find((each) => each.holding?.id === id)

export function search(body, language) {
  const found = of(language).filter((each) => each.subsidiaryId === body.subsidiaryId && (!body.state || each.state === body.state) && (!body.kind || each.kind === body.kind) && (!body.overdueOnly || each.holding?.overdue) && `${each.inventoryNo}${each.label}${each.holding?.name}`.includes(body.text ?? ''))
  return paged(found.map((each) => ({ ...each, history: null })), body)
}
export const taken = (number, language) => of(language).some((each) => each.inventoryNo === number)
export function register(body, language) {
  const made = { ...asset(body.key, body.kind, body.inventoryNo, body.label, 'inStock'), version: 1 }
  of(language).push(made)
  return made
}
function act(known, state, held, done) {
  Object.assign(known, { state, holding: held, version: known.version + 1, history: [done, ...known.history] })
  return known
}
export const describe = (id, body, language) => Object.assign(one(id, language), body, { version: body.version + 1 })
export function issue(id, body, language) {
  const { row } = people.find((each) => each.row.employeeNo === body.employeeNo) ?? people[4]
  return act(one(id, language), 'issued', holding(row, `h-${id}`, { issuedOn: TODAY, dueOn: body.dueOn, receipt: body.paper ? 'paper' : 'none' }), entry('issued', { name: row.name, on: TODAY, paper: body.paper }))
}
export const takeBack = (id, body, language) => act(one(id, language), 'checking', null, entry('returned', { on: TODAY, condition: body.condition, note: body.note, paper: body.paper }))
export const put = (id, body, language) => act(one(id, language), body.state, null, entry(body.state === 'checking' ? 'found' : body.state, { on: TODAY, note: body.note }))
export const imported = (language) => ({ added: 12, changed: 1, unchanged: 3, wrong: [{ line: 7, column: both(language, '类别', 'Kind'), message: both(language, '不是此字段可用的词', 'is not one of the words this field takes') }] })
export const returns = { months: [{ month: '2026-11', due: 8, onTime: 7, open: 1 }, { month: '2026-10', due: 12, onTime: 12, open: 0 }], due: 20, onTime: 19 }
export const own = (language) => ({ employeeId: 'p1', subsidiaryId: firm, lastDay: null, cleared: false, items: of(language).filter((each) => each.holding?.employeeId === 'p1') })
export function receive(id, language) {
  const known = byHolding(id, language)
  act(known, 'issued', { ...known.holding, receipt: 'account' }, entry('received', { self: true }))
  return own(language)
}
export function giveBack(id, body, language) {
  const known = byHolding(id, language)
  act(known, 'issued', { ...known.holding, givenBackOn: TODAY }, entry('givenBack', { self: true, courier: body.courier, tracking: body.tracking }))
  return own(language)
}
export const ofPerson = (id, language) => ({ employeeId: id, subsidiaryId: firm, lastDay: '2026-12-31', cleared: false, items: of(language).slice(0, 1) })
