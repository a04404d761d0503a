// Systems in which people have accounts, in the made-up server: one that answers, one that is down.
import { paged } from './answers.mjs'
import { people, subsidiaries } from './group.mjs'
import { both } from './words.mjs'

const firm = subsidiaries[0]
const words = (language) => both(language, '系统没有应答，或其证书不可信', 'The system does not answer, or its certificate cannot be trusted')
const still = (language) => both(language, '系统答复已停用，但账号仍可使用', 'The system said yes, and the account is still alive')
const health = (down) => ({ error: null, heldUntil: down ? '2026-11-27T18:40:00+08:00' : null, scannedAt: '2026-11-27T02:00:20+08:00', scanDueAt: '2026-11-28T02:00:20+08:00', scanError: null, down })
const fresh = () => [
  { id: 'as1', subsidiaryId: firm.id, subsidiaryName: firm.name, code: 'directory', connector: 'ldap', name: 'Active Directory', active: true, version: 1, values: { address: 'ldaps://directory.firm.example', base: 'OU=People,DC=firm,DC=example' }, secrets: ['password'], health: health(false) },
  { id: 'as2', subsidiaryId: firm.id, subsidiaryName: firm.name, code: 'gitea', connector: 'scim', name: 'Gitea', active: true, version: 3, values: { address: 'https://git.firm.example/scim/v2' }, secrets: ['token'], health: health(true) }
]
const worlds = new Map()
const of = (language) => worlds.get(language) ?? worlds.set(language, fresh()).get(language)
const shown = (one, language) => ({ ...one, health: { ...one.health, error: one.health.down ? words(language) : null, down: undefined } })

const setting = (name, label, kind = 'text', usual = '', choices = []) => ({ name, label, kind, required: kind !== 'authorities' && !usual, usual, choices })
export const connectors = (language) => ({
  items: [
    {
      code: 'ldap',
      name: both(language, '目录服务', 'LDAP directory or Active Directory'),
      settings: [setting('address', both(language, '地址', 'Address')), setting('base', both(language, '查找人员的位置', 'Where people are looked for')), setting('password', both(language, '密码', 'Password'), 'secret')]
    },
    {
      code: 'scim',
      name: both(language, '云服务', 'Service with SCIM 2.0'),
      settings: [
        setting('address', both(language, '服务地址', 'Address of the service')),
        setting('token', both(language, '令牌', 'Token'), 'secret'),
        setting('dialect', both(language, '修改请求的写法', 'How a change is written'), 'choice', 'path', [
          { code: 'path', label: both(language, '写明属性路径', 'With the path of the attribute') },
          { code: 'value', label: both(language, '不写路径', 'Without a path') }
        ]),
        setting('authorities', both(language, '本公司机构的证书', "Certificates of the firm's authorities"), 'authorities')
      ]
    }
  ]
})
export const list = (query, language) => ({ items: of(language).filter((one) => one.subsidiaryId === query.subsidiaryId).map((one) => shown(one, language)) })

/** An address that is none is refused at its field. */
export function put(id, body, language) {
  if (!/^(https|ldaps?):/.test(body.values.address)) return undefined
  const systems = of(language)
  const at = systems.findIndex((one) => one.id === id)
  const { token, password, ...values } = body.values
  const one = { id, subsidiaryId: firm.id, subsidiaryName: firm.name, ...body, values, version: (body.version ?? 0) + 1, secrets: token || password || at >= 0 ? ['token'] : [], health: { ...health(false), scannedAt: null } }
  if (at < 0) systems.push(one)
  else systems[at] = one
  return shown(one, language)
}
export function test(id, language) {
  const one = of(language).find((each) => each.id === id)
  return one.health.down ? { answered: false, accounts: 0, error: words(language) } : { answered: true, accounts: 100, error: null }
}
export const scan = (id, language) => shown(of(language).find((each) => each.id === id), language)

const left = people[3].row
export const orphans = (query) =>
  paged(
    query.subsidiaryId === firm.id
      ? [
          { subsidiaryId: firm.id, employee: left, system: 'Active Directory', account: 'wzhao', employeeNo: left.employeeNo, ours: true, since: '2026-11-20T02:00:20+08:00' },
          { subsidiaryId: firm.id, employee: null, system: 'Gitea', account: 'build-server', employeeNo: '', ours: false, since: '2026-11-25T02:00:20+08:00' },
          { subsidiaryId: firm.id, employee: null, system: 'Active Directory', account: 'ext-0042', employeeNo: 'X-0042', ours: false, since: '2026-11-26T02:00:20+08:00' }
        ]
      : [],
    query
  )

const account = (id, system, name, state, rest) => ({ id, system, account: name, state, dueAt: '2026-11-27T18:00:00+08:00', lastTryAt: '2026-11-27T18:05:20+08:00', nextTryAt: null, deadAt: null, tries: 0, error: null, escalated: false, ...rest })
const failing = (language) => account('ac2', 'Gitea', 'lzhang', 'failed', { nextTryAt: '2026-11-27T19:12:00+08:00', tries: 7, error: still(language), escalated: true })
export const late = (query, language) => ({ items: query.subsidiaryId === firm.id ? [{ subsidiaryId: firm.id, employee: people[0].row, account: failing(language), search: null }] : [] })
export const ofPerson = (id, language) => ({
  employeeId: id,
  subsidiaryId: firm.id,
  dueAt: '2026-11-27T18:00:00+08:00',
  proved: false,
  searches: [{ system: 'Active Directory', done: true, lastTryAt: '2026-11-27T18:00:20+08:00', nextTryAt: null, error: null }],
  accounts: [account('ac1', 'Active Directory', 'lzhang', 'dead', { deadAt: '2026-11-27T18:05:20+08:00' }), failing(language)],
  systems: [{ id: 'as1', name: 'Active Directory' }, { id: 'as2', name: 'Gitea' }]
})
