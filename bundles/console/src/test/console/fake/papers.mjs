// Papers of who leaves, in the made-up server: case "f2" has its last day and nothing issued yet; every other comes too early.
// What is done in one language is not seen in the other, so that no check disturbs another.
import { both } from './words.mjs'

const CERTIFICATE = {
  origin: 'selfSigned',
  subject: 'CN=华东精密制造有限公司,O=华东精密制造有限公司,C=CN',
  issuer: 'CN=华东精密制造有限公司,O=华东精密制造有限公司,C=CN',
  serial: '5f0c9a',
  fingerprint: 'a3'.repeat(32),
  key: 'RSA 3072',
  from: '2026-11-27T08:00:00Z',
  until: '2029-11-26T08:00:00Z',
  daysLeft: 1095,
  state: 'valid'
}
const OPEN = { state: 'open', on: null, office: '', reference: '', reason: '' }
const issued = new Map()
const transfers = new Map()
const seals = new Map()
const templates = new Map()
let count = 0

const key = (id, language) => `${id} ${language}`
const papersOf = (id, language) => issued.get(key(id, language)) ?? issued.set(key(id, language), []).get(key(id, language))
const article = (language) => both(language, '《劳动合同法》第五十条第一款', 'Labour Contract Law, art. 50, paragraph 1')

export function certificates(id, language) {
  const early = id !== 'f2'
  return {
    offboardingId: id,
    employee: { id: 'p1', subsidiaryId: 's1' },
    lastDay: early ? '2026-12-24' : '2026-11-26',
    due: { day: early ? '2026-12-24' : '2026-11-26', daysLeft: early ? 27 : -1, article: article(language) },
    obstacles: early ? [{ code: 'tooEarly', text: both(language, '离职证明在最后工作日开具，不得提前。', 'A certificate is issued on the last day, not before.') }] : [],
    languages: [
      { tag: 'zh', name: '中文', state: 'ready', script: '' },
      { tag: 'en', name: 'English', state: 'ready', script: '' },
      { tag: 'th', name: 'ไทย', state: 'noFont', script: 'THAI' }
    ],
    seal: CERTIFICATE,
    papers: papersOf(id, language).toReversed()
  }
}

/** False where there is a certificate that the new one does not name. */
export function issue(id, body, language) {
  const all = papersOf(id, language)
  const current = all.find((one) => !one.replaced)
  if ((current?.id ?? null) !== body.replaces) return false
  if (current) current.replaced = true
  const number = `S1-2026-${String(++count).padStart(4, '0')}`
  all.push({ id: body.key, number, replaced: false, issuedAt: '2026-11-27T10:00:00+08:00', by: 'hr', languages: body.languages, reasonTold: body.reasonWished, sha256: 'c4'.repeat(32) })
  return true
}

export const own = () => ({ items: [{ id: 'w1', number: 'S1-2026-0001', replaced: false, issuedAt: '2026-11-27T10:00:00+08:00', languages: ['zh', 'en'], sha256: 'c4'.repeat(32) }] })

export function transfer(id, language) {
  const noted = transfers.get(key(id, language)) ?? { version: 0, archive: OPEN, insurance: OPEN }
  const done = noted.archive.state !== 'open' && noted.insurance.state !== 'open'
  const due = { day: '2026-12-11', daysLeft: 4, article: article(language) }
  return { offboardingId: id, employee: { id: 'p1', subsidiaryId: 's1' }, ...noted, due, done, by: noted.version ? 'hr' : '', at: noted.version ? '2026-11-27T10:00:00+08:00' : null }
}

/** Returns the field that is missing, else nothing. */
export function note(id, body, language) {
  for (const part of ['archive', 'insurance']) {
    if (body[part].state === 'sent' && !body[part].office) return `${part}.office`
  }
  transfers.set(key(id, language), { version: body.version + 1, archive: body.archive, insurance: body.insurance })
  return undefined
}

export const seal = (id, language) => ({ subsidiaryId: id, version: 0, certificate: null, ...seals.get(key(id, language)) })

export function makeSeal(id, origin, language) {
  const issuer = origin === 'selfSigned' ? CERTIFICATE.issuer : 'CN=Group Root,O=Group,C=CN'
  seals.set(key(id, language), { version: seal(id, language).version + 1, certificate: { ...CERTIFICATE, origin, issuer } })
  return seal(id, language)
}

export function template(id, language) {
  const kept = templates.get(key(id, language)) ?? { version: 0, letterhead: { firm: '华东精密制造有限公司', creditCode: '', address: '', signatory: '' }, wordings: {} }
  const shipped = {
    zh: { title: '离职证明', opening: '兹证明下列人员曾在{firm}工作。', closing: '特此证明。' },
    en: { title: 'Certificate of employment', opening: '{firm} certifies that the person named below was employed by it.', closing: 'Issued at the end of the employment.' }
  }
  const names = { zh: '中文', en: 'English' }
  const languages = ['zh', 'en'].map((tag) => ({ tag, name: names[tag], own: tag in kept.wordings, ...(kept.wordings[tag] ?? shipped[tag]) }))
  return { subsidiaryId: id, version: kept.version, letterhead: kept.letterhead, languages, fields: ['firm', 'name', 'employeeNo', 'post', 'lastDay', 'number'] }
}

/** Returns the field of the first text that names what there is not, else nothing. */
export function write(id, body, language) {
  for (const [tag, words] of Object.entries(body.wordings)) {
    if (/\{salary\}/.test(words.opening)) return `wordings.${tag}.opening`
  }
  templates.set(key(id, language), { version: body.version + 1, letterhead: body.letterhead, wordings: body.wordings })
  return undefined
}
