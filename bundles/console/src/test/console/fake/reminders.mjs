// Reminders and mail addresses of the made-up server, for each reader and language: two checks at once do not meet.
const WORDS = {
  zh: ['上海有一项请求已逾期', '上海的一起个人信息安全事件正在计时', '上海的影响评估将在 30 天内到期', '杭州有一项请求已逾期'],
  en: ['A request is overdue in Shanghai', 'The clock of a breach is running in Shanghai', 'The impact assessment of Shanghai runs out within 30 days', 'A request is overdue in Hangzhou']
}
const KINDS = ['requestOverdue', 'breachWarned', 'assessmentEndsIn30', 'requestOverdue']
/** How many more have come, by reader and language. */
const come = new Map()
/** Open streams, by reader. */
const streams = new Map()
let events = 0
const channels = new Map()
const chosen = new Map()
const read = new Map()
const addresses = new Map()
const keyOf = (name, language) => `${name} ${language}`

const marks = (name, language) => {
  const key = keyOf(name, language)
  if (!read.has(key)) read.set(key, new Set())
  return read.get(key)
}

export function list(name, language) {
  const words = WORDS[language] ?? WORDS.en
  const items = words.slice(0, (name === 'dpo' ? 2 : 0) + (come.get(keyOf(name, language)) ?? 0)).map((text, i) => ({ id: `n${i}`, kind: KINDS[i], text, place: '/privacy', subsidiaryId: 's1', urgent: i === 1, createdAt: `2026-11-2${i + 1}T08:00:00+08:00`, read: marks(name, language).has(`n${i}`) }))
  return { unread: items.filter((one) => !one.read).length, items }
}
export const mark = (name, language, id) => marks(name, language).add(id)
export const markAll = (name, language) => list(name, language).items.forEach((one) => mark(name, language, one.id))
export const addressOf = (name, language) => ({ address: addresses.get(keyOf(name, language)) ?? null })
export function changeAddress(name, language, address) {
  addresses.set(keyOf(name, language), address || null)
  return addressOf(name, language)
}

/** Something new comes. With its line broken at the same moment a browser hears of it only by coming back. */
export function comes(name, language, broken) {
  come.set(keyOf(name, language), (come.get(keyOf(name, language)) ?? 0) + 1)
  events++
  for (const stream of streams.get(name) ?? []) broken ? stream.end() : tell(stream)
}
const tell = (stream) => stream.write(`event: bell\nid: ${events}\nretry: 300\ndata: {"unread":1,"standing":1}\n\n`)

/** A stream of a reader, who has seen an event before its line broke. */
export function stream(name, seen, response) {
  response.writeHead(200, { 'content-type': 'text/event-stream', 'cache-control': 'no-store' })
  if (!streams.has(name)) streams.set(name, new Set())
  streams.get(name).add(response)
  response.on('close', () => streams.get(name).delete(response))
  if (seen === String(events)) response.write(': beat\n\n')
  else tell(response)
}

export const channelsOf = (name, language) => ({ items: [{ channel: 'messenger', name: language === 'zh' ? '信使' : 'Messenger', form: '', address: channels.get(keyOf(name, language)) ?? null }] })
export function changeChannel(name, language, address) {
  channels.set(keyOf(name, language), address || null)
  return channelsOf(name, language)
}
export const channelStatus = (language) => ({ linked: true, items: [{ code: 'messenger', name: language === 'zh' ? '信使' : 'Messenger', bundle: 'com.example.messenger', lastDeliveredAt: '2026-11-21T08:00:00+08:00', waiting: 1, givenUp: 0, lastError: language === 'zh' ? '信使没有应答' : 'The messenger did not answer' }] })

const kind = (code, text, mandatory, urgent, muted) => ({ code, text, mandatory, urgent, muted: muted.filter((one) => one.kind === code).map((one) => one.channel) })
export function preferencesOf(name, language) {
  const own = chosen.get(keyOf(name, language)) ?? { rhythm: 'halfDaily', zone: null, quiet: null, muted: [] }
  const zh = language === 'zh'
  return {
    rhythm: own.rhythm,
    zone: own.zone,
    quiet: own.quiet,
    serverQuiet: { from: 20, to: 7 },
    channels: [
      { code: 'console', name: zh ? '控制台的铃铛' : 'Bell in the console', reached: true },
      { code: 'mail', name: zh ? '邮件' : 'Mail', reached: true },
      { code: 'messenger', name: zh ? '信使' : 'Messenger', reached: false }
    ],
    kinds: [
      kind('requestOverdue', zh ? '…有一项请求已逾期' : 'A request is overdue in …', true, false, own.muted),
      kind('assessmentEndsIn30', zh ? '…的影响评估将在 30 天内到期' : 'The impact assessment of … runs out within 30 days', false, false, own.muted)
    ]
  }
}
export function choose(name, language, wanted) {
  chosen.set(keyOf(name, language), wanted)
  return preferencesOf(name, language)
}
