// Second factors and sessions of the made-up server, for each reader and language: two checks at once do not meet.
const SECRET = 'GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ'
const BROWSERS = [
  'Mozilla/5.0 (X11; Linux x86_64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/141.0.0.0 Safari/537.36',
  'Mozilla/5.0 (iPhone; CPU iPhone OS 18_1 like Mac OS X) AppleWebKit/605.1.15 (KHTML, like Gecko) Version/18.1 Mobile/15E148 Safari/604.1',
  'Mozilla/5.0 (Windows NT 10.0; Win64; x64; rv:128.0) Gecko/20100101 Firefox/128.0',
  ''
]
const added = new Map()
const open = new Map()
const keyOf = (name, language) => `${name} ${language}`

export const lacksFactor = (name, language) => name === 'must' && !added.has(keyOf(name, language))
export const factor = (name, language) => ({
  active: added.has(keyOf(name, language)),
  required: name === 'must',
  since: added.get(keyOf(name, language)) ?? null,
  recoveryCodesLeft: added.has(keyOf(name, language)) ? 10 : 0,
  passkeys: 0
})
export const enrolment = (name) => ({ secret: SECRET, address: `otpauth://totp/Holdfast:${name}?secret=${SECRET}&issuer=Holdfast&algorithm=SHA1&digits=6&period=30` })
export function confirm(name, language) {
  added.set(keyOf(name, language), '2026-11-22T08:12:00+08:00')
  return { recoveryCodes: Array.from({ length: 10 }, (_, i) => `ABCD-EFGH-IJKL-MNO${'ABCDEFGHIJ'[i]}`) }
}
export const removeFactor = (name, language) => added.delete(keyOf(name, language))

export function sessions(name, language) {
  const key = keyOf(name, language)
  if (!open.has(key)) open.set(key, BROWSERS.map((client, i) => ({ id: `s${i}`, beganAt: `2026-11-2${2 - (i % 2)}T0${8 - i}:00:00+08:00`, lastUsedAt: `2026-11-22T0${8 - i}:10:00+08:00`, address: ['192.0.2.14', '2001:db8::17', '198.51.100.7', '203.0.113.80'][i], client, current: i === 0 })))
  return open.get(key)
}
export const end = (name, language, id) => open.set(keyOf(name, language), sessions(name, language).filter((one) => one.id !== id))
export const endOthers = (name, language) => open.set(keyOf(name, language), sessions(name, language).filter((one) => one.current))
export const endAll = (name, language) => open.set(keyOf(name, language), [])
