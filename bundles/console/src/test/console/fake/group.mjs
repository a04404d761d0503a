// A made-up group: firms, departments and people, the same on every start.
const FAMILY_NAMES = [...'王李张刘陈杨赵黄周吴徐孙胡朱高林何郭马罗梁宋郑谢韩唐冯于董萧']
const GIVEN = ['伟', '芳', '娜', '敏', '静', '丽', '强', '磊', '军', '洋', '勇', '艳', '杰', '娟', '涛', '明', '超', '秀兰', '霞', '平', '建国', '思远', '雨桐', '子涵', '浩然', '欣怡', '梓轩', '志强', '晓东', '海燕']

let seed = 20261122
export function random() {
  seed = (seed * 1664525 + 1013904223) % 4294967296
  return seed / 4294967296
}
const pick = (list) => list[Math.floor(random() * list.length)]

const firm = (id, code, name, industry, headcount, model) => ({ id, code, name, country: 'CN', industry, timezone: 'Asia/Shanghai', language: 'zh', sandbox: model === scorecard, headcount, model })
const trained = { kind: 'trained', algorithm: 'xgboost', trainedOn: '2026-10-31' }
const scorecard = { kind: 'scorecard', algorithm: null, trainedOn: null }
export const subsidiaries = [
  firm('s1', 'MFG', '华东精密制造有限公司', 'manufacturing', 1240, trained),
  firm('s2', 'TEC', '启明软件科技有限公司', 'tech', 960, trained),
  firm('s3', 'FMC', '四季食品饮料有限公司', 'fmcg', 780, trained),
  firm('s4', 'NEW', '西南装备新公司', 'manufacturing', 64, scorecard),
  firm('s5', 'LAB', '海岸研究所', 'tech', 22, scorecard)
]

const UNITS = {
  manufacturing: ['研发中心', '质量部', '总装车间', '冲压车间', '销售部', '供应链部', '人力资源部'],
  tech: ['平台研发部', '人工智能部', '交付中心', '测试部', '产品部', '财务部'],
  fmcg: ['华东大区', '华南大区', '西北大区', '品牌市场部', '生产部', '物流部']
}
const TEAMS = ['一组', '二组', '三组', '四组']
export const departments = []
for (const owner of subsidiaries) {
  UNITS[owner.industry].forEach((name, i) => {
    const parent = { id: `${owner.id}d${i}`, subsidiaryId: owner.id, code: `${owner.code}-${i}`, name, parentId: null, level: 'department', region: '华东', headcount: Math.round((owner.headcount / UNITS[owner.industry].length) * (0.6 + random() * 0.8)) }
    departments.push(parent)
    TEAMS.forEach((team, j) => departments.push({ ...parent, id: `${parent.id}t${j}`, code: `${parent.code}-${j}`, name: `${name}${team}`, parentId: parent.id, level: 'team', headcount: j === 3 ? 7 : Math.round(parent.headcount * (0.2 + 0.12 * random())) }))
  })
}

const POSITIONS = { manufacturing: ['工艺工程师', '质量主管', '高级技师', '销售经理', '结构设计师'], tech: ['后端工程师', '算法工程师', '研发经理', '测试工程师', '产品经理'], fmcg: ['区域销售经理', '渠道专员', '品牌主管', '生产班长', '销售总监'] }
const CASES = [
  { employeeNo: 'CASE-8.5', name: '周海峰', position: '销售总监', score: 8.5, change30: 1.9 },
  { employeeNo: 'CASE-8.2', name: '林思远', position: '研发总监', score: 8.2, change30: 1.4 },
  { employeeNo: 'CASE-7.5', name: '郑雨桐', position: '销售负责人', score: 7.5, change30: 0.9 },
  { employeeNo: 'CASE-THIN', name: '何建国', position: '质检员', score: null, change30: null }
]
export const bandOf = (score) => (score === null ? 'unknown' : score >= 8 ? 'high' : score >= 6 ? 'midHigh' : score >= 4 ? 'medium' : 'low')

function person(i) {
  const owner = i < CASES.length ? subsidiaries[3] : pick(subsidiaries.slice(0, 3))
  const unit = pick(departments.filter((one) => one.subsidiaryId === owner.id && one.level === 'team'))
  const known = CASES[i] ?? {}
  const score = known.score === undefined ? Math.round(Math.min(9.4, Math.max(0.4, 9 * random() ** 2.2)) * 10) / 10 : known.score
  return {
    row: {
      id: `p${i}`,
      employeeNo: known.employeeNo ?? `${owner.code}${String(10001 + i)}`,
      name: known.name ?? pick(FAMILY_NAMES) + pick(GIVEN),
      subsidiaryId: owner.id,
      subsidiaryCode: owner.code,
      subsidiaryName: owner.name,
      departmentId: unit.id,
      departmentName: unit.name,
      position: known.position ?? pick(POSITIONS[owner.industry]),
      positionFamily: pick(['rd', 'qc', 'sales', 'production']),
      grade: `P${5 + Math.floor(random() * 5)}`,
      keyPost: i < 3 || random() < 0.12,
      status: 'active',
      hireDate: `20${12 + Math.floor(random() * 13)}-0${1 + Math.floor(random() * 9)}-15`,
      managerId: 'p0',
      managerName: '黄志强'
    },
    score,
    change30: known.change30 === undefined ? Math.round((random() * 3 - 1.4) * 10) / 10 : known.change30
  }
}
export const people = Array.from({ length: 420 }, (_, i) => person(i))
