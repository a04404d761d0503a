// Made-up hold-outs: one subsidiary waits for the second person, one has had one, the others have none; what is wanted waits.
const NOTE = {
  zh: [
    '运行期间，对部分评分升过阈值的人，由抽签决定不发出预警：在当日起的观察期内，没有人会被要求与其面谈。',
    '其中会有人离职，而若有人与其面谈，他们本可能留下。',
    '两人中任何一人均可随时停止，无需理由。'
  ],
  en: [
    'While this runs, a lot decides for some people whose score rises over the threshold that no alert is opened: nobody is asked to talk with them, for as long as the horizon of that day.',
    'Some of them will leave who might have stayed had somebody talked with them.',
    'Either of the two can stop it at any moment, without a reason.'
  ]
}
const made = (more) => ({ share: 20, lastDay: '2027-05-31', keyPostsExempt: true, highestExempt: true, noteVersion: 1, reasons: '总部询问面谈是否真能留人，目前无人能够回答。', wantedBy: '陈静', wantedAt: '2026-11-20T02:00:00Z', by: 'hr', confirmedBy: null, confirmedAt: null, stoppedAt: null, ...more })
const kept = {}
const listOf = (firm) =>
  (kept[firm] ??=
    firm === 's2'
      ? [made({ id: 'ho2', state: 'proposed', by: 'other', wantedBy: '林涛' })]
      : firm === 's4'
        ? [made({ id: 'ho4', state: 'over', lastDay: '2026-03-31', wantedAt: '2025-10-09T02:00:00Z', confirmedBy: '周敏', confirmedAt: '2025-10-10T02:00:00Z' })]
        : [])
const seen = ({ by, ...one }, user) => ({ ...one, own: by === user.username })
const change = (firm, id, user, parts) => seen(Object.assign(listOf(firm).find((one) => one.id === id), parts), user)

export const list = (firm, user, language) => ({ noteVersion: 1, note: NOTE[language.startsWith('zh') ? 'zh' : 'en'], items: listOf(firm).map((one) => seen(one, user)) })
export function want(firm, body, user) {
  const one = made({ ...body, id: `ho-${firm}-${listOf(firm).length}`, state: 'proposed', by: user.username, wantedBy: user.displayName, wantedAt: new Date().toISOString() })
  listOf(firm).unshift(one)
  return seen(one, user)
}
export const confirm = (firm, id, user) => change(firm, id, user, { state: 'running', confirmedBy: user.displayName, confirmedAt: new Date().toISOString() })
export const stop = (firm, id, user) => change(firm, id, user, { state: listOf(firm).find((one) => one.id === id).confirmedAt ? 'stopped' : 'withdrawn', stoppedAt: new Date().toISOString() })
