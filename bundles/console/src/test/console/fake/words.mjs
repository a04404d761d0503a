// What the server words in the reader's language.
const SIGNALS = [
  ['resume.update', 'jobSite', 'count', '简历更新', 'Résumé update'],
  ['attendance.late', 'attendance', 'count', '迟到', 'Lateness'],
  ['attendance.leave_days', 'attendance', 'days', '请假天数', 'Leave days'],
  ['attendance.overtime_hours', 'attendance', 'hours', '加班时长', 'Overtime'],
  ['performance.rating', 'performance', 'points', '绩效评分', 'Performance rating'],
  ['pay.base', 'pay', 'percent', '薪酬与市场差距', 'Pay against the market'],
  ['work.commits', 'work', 'count', '代码提交', 'Commits'],
  ['survey.leave_intent', 'survey', 'points', '离职意向调查', 'Leave-intention survey']
]
const REASONS = {
  'resume.update': ['近一个月更新过 1 次求职简历', 'Updated the résumé once in the last month'],
  'attendance.late': ['迟到环比增加 50 %', 'Lateness up by 50 % month on month'],
  'attendance.leave_days': ['月请假由 1 天增至 3 天', 'Leave rose from 1 to 3 days a month'],
  'attendance.overtime_hours': ['加班连续三个月减少', 'Overtime has fallen three months in a row'],
  'performance.rating': ['两个季度绩效由 92 降至 78', 'Rating fell from 92 to 78 over two quarters'],
  'pay.base': ['薪酬低于市场 12 %', 'Paid 12 % below the market'],
  'work.commits': ['代码提交减少一半', 'Commits have halved'],
  'survey.leave_intent': ['调查中表示愿意留任', 'Said in the survey that staying is the wish']
}
const zh = (language) => language.startsWith('zh')
export const catalog = (language) =>
  SIGNALS.map(([code, category, unit, chinese, english]) => ({ code, name: zh(language) ? chinese : english, unit, category, purposes: ['retention'], kind: 'level', bundle: 'org.holdfast.core' }))

/** Reasons of one person, the same in every language. */
export function reasonsOf(index, language) {
  const all = catalog(language)
  return all
    .map((signal, i) => ({ signal, weight: ((index * 7 + i * 3) % 11) / 10 - (signal.code === 'survey.leave_intent' ? 0.9 : 0.1) }))
    .filter((entry) => Math.abs(entry.weight) > 0.12)
    .map(({ signal, weight }, i) => ({
      signal: signal.code,
      name: signal.name,
      category: signal.category,
      contribution: Math.round((index < 3 ? Math.max(weight, i ? -0.31 : 0.4) : weight) * 100) / 100,
      value: [3, 12, 78, 4.5][i % 4],
      change: [2, 6, -14, -1.5][i % 4],
      unit: signal.unit,
      text: REASONS[signal.code][zh(language) ? 0 : 1]
    }))
    .sort((a, b) => Math.abs(b.contribution) - Math.abs(a.contribution))
}

export const both = (language, chinese, english) => (zh(language) ? chinese : english)
export const needs = (language) => [
  { code: 'pay', text: both(language, '有市场竞争力的薪酬', 'Pay that matches the market') },
  { code: 'promotion', text: both(language, '清晰的晋升通道', 'A clear way up') },
  { code: 'flexibility', text: both(language, '更灵活的工作安排', 'More flexibility') }
]

export const timeline = (language) =>
  [
    ['2026-11-20', 'alert', '触发离职风险预警', 'Alert opened', '评分 8.5，高', 'Score 8.5, high', 'Holdfast'],
    ['2026-10-31', 'rating', '季度绩效 78', 'Quarterly rating 78', '上季度 85', 'Quarter before: 85', 'HRIS'],
    ['2026-10-12', 'leave', '请假 3 天', 'Three days of leave', null, null, 'Attendance'],
    ['2026-09-03', 'resumeUpdate', '更新简历', 'Résumé updated', '求职意向：寻求更高薪资', 'Looking for better pay', 'Liepin'],
    ['2026-07-31', 'rating', '季度绩效 85', 'Quarterly rating 85', null, null, 'HRIS'],
    ['2026-03-01', 'payChange', '调薪 3 %', 'Pay raised by 3 %', null, null, 'Payroll'],
    ['2025-06-18', 'training', '大客户谈判培训', 'Negotiation training', '16 学时', '16 hours', 'LMS'],
    ['2024-11-02', 'resignationRaised', '提出离职', 'Resignation raised', '接受加薪后留任', 'Stayed after a raise', 'HRIS'],
    ['2023-04-01', 'promotion', '晋升为销售总监', 'Promoted to head of sales', null, null, 'HRIS'],
    ['2020-05-11', 'transfer', '调入销售部', 'Moved to Sales', null, null, 'HRIS'],
    ['2016-08-15', 'hire', '入职', 'Hired', null, null, 'HRIS']
  ].map(([date, kind, a, b, detailA, detailB, source]) => ({ date, kind, title: both(language, a, b), detail: both(language, detailA, detailB), source }))

export const documents = (language, reasons) => ({
  hr: {
    factors: reasons.slice(0, 4).map((reason) => ({ signal: reason.signal, contribution: reason.contribution, text: reason.text })),
    needs: needs(language),
    strategy: [
      both(language, '先了解需求，再提供解决方案。', 'Listen first, offer later.'),
      both(language, '从近期工作强度与团队变化谈起，不提及评分与信号来源。', 'Start from the workload and the team; mention neither score nor sources.'),
      both(language, '准备两套方案：薪酬调整与岗位发展。', 'Bring two options: pay and career.')
    ]
  },
  manager: {
    summary: both(language, '周海峰近期的工作投入有所变化，值得一次坦诚的沟通。', 'The way Zhou Haifeng works has changed lately; an open talk is worth having.'),
    prompt: both(language, '请在 3 天内安排一次一对一沟通，了解其近期感受与期望。', 'Please have a one-to-one within 3 days and ask how things are going.'),
    talkBy: '2026-11-26',
    plans: [
      { code: 'pay', title: both(language, '薪酬调整', 'Pay adjustment'), text: both(language, '对照市场中位值，建议区间 +10 % 至 +15 %。', 'Against the market median; +10 % to +15 % is the usual range.') },
      { code: 'career', title: both(language, '职业发展', 'Career'), text: both(language, '明确下一级岗位要求与时间表。', 'Agree what the next post takes and by when.') }
    ],
    phrasesToUse: [both(language, '最近工作上有什么让你觉得吃力的地方吗？', 'Is anything at work weighing on you?'), both(language, '接下来一年你最想做成什么？', 'What would you most like to get done next year?')],
    phrasesToAvoid: [both(language, '听说你在找工作？', 'I hear you are looking around?'), both(language, '系统提示你可能要离职。', 'The system says that you may leave.')]
  }
})
export const prompt = (language) => both(language, '建议本周内与其进行一对一沟通，聊聊近期工作与发展期望。', 'Have a one-to-one this week about work and plans.')
export const problems = {
  sealed: (language) => both(language, '密钥环已锁定', 'The key ring is locked'),
  wrongCode: (language) => both(language, '验证码错误', 'The code is wrong'),
  wrongPassword: (language) => both(language, '用户名或密码错误', 'User name or password is wrong'),
  missing: (language) => both(language, '未找到', 'Not found'),
  noSession: (language) => both(language, '请先登录', 'Please sign in')
}
