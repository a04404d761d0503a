// Exit interviews, in the made-up server: nobody is asked before HR offers it; what is done in one language is not seen in the other.
import { both } from './words.mjs'

const words = (zh, en) => ({ zh, en })
const choice = (code, zh, en) => ({ code, texts: words(zh, en) })
const question = (code, kind, required, zh, en, choices = []) => ({ code, kind, required, texts: words(zh, en), choices })
const SHIPPED = {
  version: 0,
  languages: ['zh', 'en'],
  score: 'experience',
  reasons: [choice('pay', '薪酬', 'Pay'), choice('commute', '通勤', 'Commute'), choice('other', '其他', 'Something else')],
  sections: [
    {
      code: 'leaving',
      texts: words('您的离职', 'Your exit'),
      questions: [
        question('experience', 'scale', true, '我的离职过程公平，我受到尊重。', 'My exit is fair, and I am treated with respect.'),
        question('back', 'single', true, '您愿意再次回到公司工作吗？', 'Would you work here again?', [choice('yes', '会', 'Yes'), choice('no', '不会', 'No')]),
        question('say', 'text', false, '您还有什么想说的？', 'What else do you want to say?')
      ]
    }
  ]
}
const NONE = { version: 0, state: 'none', course: null, form: null, said: [], draft: null }
const worlds = new Map()
const forms = new Map()
const world = (id, language) => worlds.get(`${id} ${language}`) ?? NONE
const keep = (id, language, fresh) => worlds.set(`${id} ${language}`, fresh)
const formOf = (firm, language) => forms.get(`${firm} ${language}`) ?? SHIPPED
const HOLDERS = [{ id: 'a1', name: '陈静' }]
const course = (self, dueOn) => ({ self, holder: self ? '' : '陈静', by: '陈静', dueOn, closedOn: null, note: '' })

export function show(id, language) {
  const one = world(id, language)
  const offered = one.state === 'offered'
  return {
    offboardingId: id,
    employee: { id: 'p1', subsidiaryId: 's1' },
    lastDay: '2026-12-24',
    ...one,
    mayStay: one.said.at(-1)?.answers.talk ?? false,
    may: { offer: one.state !== 'held', hold: offered && !one.course.self, correct: one.state === 'held' && !one.course.self, close: offered },
    holders: HOLDERS
  }
}

export function offer(id, body, language) {
  if (body.version !== world(id, language).version) return false
  keep(id, language, { version: body.version + 1, state: 'offered', course: course(body.self, body.dueOn ?? '2026-12-24'), form: { ...SHIPPED, version: 1 }, said: [], draft: null })
  return true
}

const answered = (body) => ({ reasons: body.reasons, answers: body.answers.filter((one) => one.value !== null || one.choices.length || one.text), talk: body.talk })

export function draft(id, body, language) {
  const one = world(id, language)
  if (body.version !== one.version) return false
  keep(id, language, { ...one, version: one.version + 1, draft: answered(body) })
  return true
}

export function say(id, body, language, self) {
  const one = world(id, language)
  if (body.version !== one.version) return false
  const said = { number: one.said.length + 1, at: '2026-11-27T10:00:00+08:00', by: self ? '李明' : '陈静', self, why: body.why, answers: answered(body) }
  keep(id, language, { ...one, version: one.version + 1, state: 'held', course: { ...one.course, closedOn: '2026-11-27' }, said: [...one.said, said], draft: null })
  return true
}

export function close(id, body, language) {
  const one = world(id, language)
  if (body.version !== one.version) return false
  keep(id, language, { ...one, version: one.version + 1, state: body.state, course: { ...one.course, closedOn: '2026-11-27', note: body.note ?? '' }, draft: null })
  return true
}

/** The reader's own: offered to them from the beginning, to be filled in alone. */
export function own(language) {
  if (world('own', language).version === 0) offer('own', { version: 0, self: true, dueOn: '2026-12-24' }, language)
  const one = world('own', language)
  return { ...one, mayWrite: one.state === 'offered' || one.state === 'held', mayDecline: one.state === 'offered' }
}

export const list = (language) => ({
  items: [
    { offboardingId: 'f0', employee: { id: 'p1', name: both(language, '李明', 'Li Ming'), departmentName: both(language, '一车间', 'Workshop 1') }, lastDay: '2026-12-01', state: 'none', dueOn: null },
    { offboardingId: 'f1', employee: { id: 'p2', name: both(language, '王芳', 'Wang Fang'), departmentName: both(language, '质量部', 'Quality') }, lastDay: '2026-12-24', state: 'offered', dueOn: '2026-12-20' },
    { offboardingId: 'f3', employee: { id: 'p3', name: both(language, '赵磊', 'Zhao Lei'), departmentName: both(language, '质量部', 'Quality') }, lastDay: '2026-12-26', state: 'held', dueOn: '2026-12-20' }
  ]
})

export const coverage = (year) => ({
  subsidiaryId: 's1',
  year,
  fewest: 10,
  whole: { quarter: 0, figures: { exits: 40, held: 30, declined: 4, missed: 2, open: 1, captured: 28 }, score: { mean: 3.4, n: 30 } },
  quarters: [1, 2, 3, 4].map((quarter) => ({ quarter, figures: quarter < 3 ? { exits: 12, held: 10, declined: 1, missed: 1, open: 0, captured: 9 } : null, score: null }))
})

const INSTALLED = [
  { tag: 'zh', name: '中文', direction: 'ltr' },
  { tag: 'en', name: 'English', direction: 'ltr' }
]
export const form = (firm, language) => ({ subsidiaryId: firm, spoken: 'zh', installed: INSTALLED, form: formOf(firm, language) })

/** Returns the path of a text that is missing; undefined where the form was taken. */
export function publish(firm, body, language) {
  for (const [s, section] of body.sections.entries()) {
    for (const [q, one] of section.questions.entries()) {
      const tag = body.languages.find((each) => !one.texts[each]?.trim())
      if (tag) return `sections[${s}].questions[${q}].texts.${tag}`
    }
  }
  forms.set(`${firm} ${language}`, { ...body, version: body.version + 1 })
  return undefined
}
