// Reminders and mail addresses of the made-up server, for each reader and language: two checks at once do not meet.
const WORDS = {
  zh: ['上海有一项请求已逾期', '上海的一起个人信息安全事件正在计时'],
  en: ['A request is overdue in Shanghai', 'The clock of a breach is running in Shanghai']
}
const read = new Map()
const addresses = new Map()
const keyOf = (name, language) => `${name} ${language}`

const marks = (name, language) => {
  const key = keyOf(name, language)
  if (!read.has(key)) read.set(key, new Set())
  return read.get(key)
}

export function list(name, language) {
  if (name !== 'dpo') return { unread: 0, items: [] }
  const words = WORDS[language] ?? WORDS.en
  const items = words.map((text, i) => ({ id: `n${i}`, kind: i ? 'breachWarned' : 'requestOverdue', text, place: '/privacy', subsidiaryId: 's1', urgent: i === 1, createdAt: `2026-11-2${i + 1}T08:00:00+08:00`, read: marks(name, language).has(`n${i}`) }))
  return { unread: items.filter((one) => !one.read).length, items }
}
export const mark = (name, language, id) => marks(name, language).add(id)
export const markAll = (name, language) => list(name, language).items.forEach((one) => mark(name, language, one.id))
export const addressOf = (name, language) => ({ address: addresses.get(keyOf(name, language)) ?? null })
export function changeAddress(name, language, address) {
  addresses.set(keyOf(name, language), address || null)
  return addressOf(name, language)
}
