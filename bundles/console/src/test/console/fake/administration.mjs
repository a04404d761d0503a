// Imports, bundles, users and tokens of the made-up server.
let jobs = 40
const history = [
  { id: 'i1', fileName: 'employees.csv', kind: 'employees', subsidiary: 'MFG', dryRun: false, state: 'done', form: 'CSV, UTF-8', rows: 1240, accepted: 1233, unchanged: 0, rejected: 7, progress: 1, preview: null, failure: null, startedAt: '2026-11-20T10:12:00+08:00', endedAt: '2026-11-20T10:12:09+08:00' },
  { id: 'i2', fileName: '考勤-2026-10.xlsx', kind: 'signals', subsidiary: 'TEC', dryRun: false, state: 'done', form: 'XLSX', rows: 48210, accepted: 48210, unchanged: 0, rejected: 0, progress: 1, preview: null, failure: null, startedAt: '2026-11-21T02:00:00+08:00', endedAt: '2026-11-21T02:01:31+08:00' },
  { id: 'i3', fileName: 'signals.csv.gz', kind: null, subsidiary: 'FMC', dryRun: true, state: 'failed', form: null, rows: 0, accepted: 0, unchanged: 0, rejected: 0, progress: 1, preview: null, failure: 'The file ends in the middle of line 88: it was cut off. Export it again.', startedAt: '2026-11-21T09:30:00+08:00', endedAt: '2026-11-21T09:30:01+08:00' }
]
const preview = {
  header: ['employee_no', 'name', 'department', 'position', 'hire_date', 'shoe_size'],
  unknownColumns: ['shoe_size'],
  rows: [
    { line: 2, cells: ['MFG20001', '王思远', '研发中心一组', '结构设计师', '2021-03-01', '42'], problems: [] },
    { line: 3, cells: ['MFG20002', '李娜', '质量部二组', '质量主管', '2021-13-41', '38'], problems: [{ column: 'hire_date', code: 'date-impossible', message: '2021-13-41 is not a day' }] },
    { line: 4, cells: ['', '赵敏', '总装车间一组', '高级技师', '2019-07-15', '39'], problems: [{ column: 'employee_no', code: 'missing', message: 'Must not be empty' }] },
    { line: 5, cells: ['MFG20004', '刘洋', '销售部一组', '销售经理', '2018-01-08', '43'], problems: [] }
  ]
}
export const imports = () => [...history].reverse()
export function startImport(fileName, dryRun) {
  const job = { id: `i${++jobs}`, fileName, kind: 'employees', subsidiary: null, dryRun, state: 'running', form: 'CSV, UTF-8, comma', rows: 0, accepted: 0, unchanged: 0, rejected: 0, progress: 0, preview: null, failure: null, startedAt: '2026-11-22T11:00:00+08:00', endedAt: null }
  history.push(job)
  return { id: job.id, jobId: `j${jobs}` }
}
export function importJob(id) {
  const job = history.find((one) => one.id === id)
  if (job?.state === 'running') {
    job.progress = Math.min(1, job.progress + 0.5)
    if (job.progress === 1) Object.assign(job, { state: 'done', rows: 1240, accepted: 1238, rejected: 2, preview: job.dryRun ? preview : null, endedAt: '2026-11-22T11:00:02+08:00' })
  }
  return job
}

const bundle = (symbolicName, name, capability, code, more = {}) => ({ symbolicName, name, version: '0.1.0', state: 'active', reason: '', signed: true, provides: [{ capability, code }], reads: [], everywhere: true, enabledFor: [], ranking: 0, faults: [], ...more })
const installed = [
  bundle('org.holdfast.console', 'Console', 'console', 'shell'),
  bundle('org.holdfast.engine.xgboost', 'XGBoost engine', 'engine', 'xgboost', { state: 'waitingForRestart', reason: 'It holds a native library: the new version is used from the next start on.' }),
  bundle('org.holdfast.industry.manufacturing', 'Manufacturing', 'industry', 'manufacturing', { everywhere: false, enabledFor: ['s1', 's4'], reads: ['attendance', 'performance', 'pay', 'project'] }),
  bundle('org.holdfast.industry.tech', 'Tech', 'industry', 'tech', { everywhere: false, enabledFor: ['s2', 's5'], reads: ['attendance', 'work', 'pay'] }),
  bundle('org.holdfast.protection.aes', 'AES-256 key ring', 'protection', 'aes'),
  bundle('org.holdfast.language.zh', '中文', 'language', 'zh'),
  bundle('org.example.retail', 'Retail (Example Ltd)', 'industry', 'retail', { signed: false, state: 'quarantined', reason: 'Three calls in a row took longer than 2 s.', reads: ['attendance', 'survey'], everywhere: false, faults: [{ at: '2026-11-22T07:01:12+08:00', what: 'features() took longer than 2 s' }, { at: '2026-11-22T07:00:10+08:00', what: 'features() took longer than 2 s' }] })
]
export const bundles = () => ({ items: installed, refused, unsignedAccepted: true })
const refused = [{ file: 'shop.jar', reason: 'The file shop.jar is not taken: the group has not counter-signed it.', reasonCode: 'notCounterSigned' }]
export const madeOf = (name) =>
  name.startsWith('org.example')
    ? { stated: false, components: [] }
    : { stated: true, components: [{ name: 'de.siegmar:fastcsv', version: '4.4.0', licences: ['MIT'] }, { name: 'org.hipparchus:hipparchus-core', version: '4.0.3', licences: ['Apache-2.0'] }] }
export const bundleOf = (name) => installed.find((one) => one.symbolicName === name)
export const install = (fileName) => {
  const added = bundle(`org.example.${fileName.replace(/\W.*/, '')}`, fileName, 'industry', 'uploaded', { signed: false })
  installed.push(added)
  return added
}
export const uninstall = (name) => installed.splice(installed.indexOf(bundleOf(name)), 1)

const user = (id, username, displayName, roles, subsidiaryIds = [], more = {}) => ({ id, username, displayName, roles, subsidiaryIds, employeeId: null, language: 'zh', mustChangePassword: false, active: true, ...more })
export const users = [
  user('u-hr', 'hr', '陈静', ['groupHr'], [], { secondFactor: true }),
  user('u2', 'manager', '黄志强', ['lineManager'], ['s4'], { active: false, secondFactor: true, employeeId: '018f3b1c-7f6e-4d3a-9a56-0f6d2b9d1c11' }),
  user('u3', 'operator', '高明', ['modelOperator', 'systemAdmin'], [], { mustChangePassword: true, secondFactor: true })
]
export const resetFactor = (id) => Object.assign(users.find((one) => one.id === id), { secondFactor: false })
export const vouch = (id, { signsOnWith }) => Object.assign(users.find((one) => one.id === id), { signsOnWith })
export const roles = [
  { role: 'integration', permissions: ['imports:manage', 'signals:write'] },
  { role: 'auditor', permissions: ['audit:read', 'privacy:read'] }
]
export const tokens = [{ id: 't1', name: 'HRIS nightly', role: 'integration', subsidiaryIds: ['s1'], createdAt: '2026-10-01T00:00:00+08:00', expiresAt: '2027-10-01T00:00:00+08:00', lastUsedAt: null, permissions: [], revokedAt: null, state: 'expiring' }]
