// Settlements, in the made-up server: case "none" has no rules, every other the rules of China and nothing said yet.
import { both } from './words.mjs'

const EMPTY = { monthlyPay: null, lastMonthPay: null, averagePay: null, ordinaryPay: null, paidUntil: null, leaveDays: null, leaveTaken: null, place: '', claims: [] }
const fresh = () => ({ version: 0, state: 'draft', inputs: EMPTY, places: [], history: [] })
const worlds = new Map()
const of = (id) => worlds.get(id) ?? worlds.set(id, fresh()).get(id)

const step = (language, zh, en, result, zhArticle, enArticle) => ({ text: both(language, zh, en), result, article: both(language, zhArticle, enArticle) })

function wanted(world, language) {
  const missing = [
    ['monthlyPay', world.inputs.monthlyPay === null, '约定的月工资', 'Pay of a month as agreed on'],
    ['paidUntil', !world.inputs.paidUntil, '工资已付至哪一天', 'The last day for which wages were paid'],
    ['leaveDays', world.inputs.leaveDays === null, '本年度应休年休假天数', 'Days of annual leave of the year'],
    ['averagePay', world.inputs.averagePay === null, '解除或终止前的月平均工资', 'Average pay of a month before the end'],
    ['place', !world.inputs.place, '经济补偿上限所依据的地区', 'The place whose average wage caps severance'],
    ['localWage', world.inputs.place && !world.places.includes(world.inputs.place), '该地区适用于最后工作日的职工月平均工资：请先录入', 'The average wage of the place for the last day: enter it first'],
    ['claims', world.inputs.claims.some((one) => one.state === 'open'), '对每项奖金和费用作出决定', 'A decision on every bonus and expense']
  ]
  return missing.filter(([, is]) => is).map(([code, , zh, en]) => ({ code, text: both(language, zh, en) }))
}

function lines(world, language) {
  const { inputs } = world
  const found = []
  if (inputs.monthlyPay !== null && inputs.paidUntil) {
    const wages = step(language, '2026年6月1日至2026年6月30日：整月工资', 'Jun 1, 2026 to Jun 30, 2026: a whole month', inputs.monthlyPay.toFixed(2), '《工资支付暂行规定》第九条', 'Interim Provisions on Payment of Wages, art. 9')
    found.push({ component: 'wages', title: both(language, '截至最后工作日的工资', 'Wages until the last day'), amount: inputs.monthlyPay, held: false, steps: [wages] })
  }
  for (const claim of inputs.claims.filter((one) => one.state === 'accepted')) {
    found.push({ component: claim.component, title: `${both(language, '费用报销：', 'Expenses: ')}${claim.label}`, amount: claim.amount, held: false, steps: [] })
  }
  if (inputs.averagePay !== null && world.places.includes(inputs.place)) {
    const base = Math.min(inputs.averagePay, 36000)
    const law = ['《劳动合同法》第四十七条', 'Labour Contract Law, art. 47']
    const steps = [
      step(language, '2021年1月1日至2026年6月30日的工作年限：余下满 6 个月按一年计，不满按 0.5 年计', 'Years of service from Jan 1, 2021 to Jun 30, 2026: a rest of 6 months or more counts as a year, a shorter one as 0.5', '6', ...law),
      step(language, '当地职工月平均工资 12,000.00 × 3', 'Average wage of the place 12,000.00 × 3', '36,000.00', ...law),
      step(language, `${base.toFixed(2)} × 6 年 × 1 个月`, `${base.toFixed(2)} × 6 years × 1 months`, (base * 6).toFixed(2), ...law)
    ]
    found.push({ component: 'severance', title: both(language, '经济补偿', 'Severance pay'), amount: base * 6, held: true, steps })
  }
  return found
}

export function show(id, language) {
  const world = of(id)
  const exit = { kind: 'redundancy', kindText: both(language, '经济性裁员', 'Redundancy'), noticeDay: '2026-05-31', lastDay: '2026-06-30', handedOver: false }
  const base = { offboardingId: id, employee: { id: 'p1', name: both(language, '周海燕', 'Zhou Haiyan'), employeeNo: 'E2107' }, version: world.version, state: world.state, exit, rules: true, law: 'CN 2026.1.0', currency: 'CNY', inputs: world.inputs, notes: [], places: world.places, outdated: false, history: world.history }
  if (id === 'none') return { ...base, rules: false, law: '', currency: '', wanted: [], lines: [], sums: null, history: [] }
  const all = lines(world, language)
  const missing = wanted(world, language)
  const sum = (held) => all.filter((one) => one.held === held).reduce((total, one) => total + one.amount, 0)
  const sums = missing.length ? null : { due: sum(false), held: sum(true), total: sum(false) + sum(true), holdArticle: both(language, '《劳动合同法》第五十条第二款', 'Labour Contract Law, art. 50, paragraph 2') }
  return { ...base, wanted: missing, lines: all, sums }
}

function entry(world, state) {
  world.version++
  world.state = state
  world.history.unshift({ version: world.version, state, at: '2026-06-20T10:00:00+08:00', by: 'wang' })
}

export function change(id, body) {
  const world = of(id)
  if (body.version !== world.version) return false
  const { version, ...inputs } = body
  world.inputs = inputs
  entry(world, 'draft')
  return true
}

export function move(id, state, language) {
  entry(of(id), state)
  return show(id, language)
}

export function addWage(body) {
  worlds.forEach((world) => world.places.push(body.place))
  return { id: 'w1', ...body }
}

/** What finance is told: nothing before HR has handed it over. */
export function payable(id, language) {
  const all = show(id, language)
  if (all.state !== 'handedOver') return undefined
  return { offboardingId: id, employee: all.employee, exit: { lastDay: all.exit.lastDay }, currency: all.currency, lines: all.lines.map(({ steps: _, ...line }) => line), sums: all.sums }
}
