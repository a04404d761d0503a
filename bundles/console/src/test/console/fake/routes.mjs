// Which call is answered by what; the rules of sessions and problems.
import * as account from './account.mjs'
import * as accounts from './accounts.mjs'
import * as administration from './administration.mjs'
import * as answers from './answers.mjs'
import * as assets from './assets.mjs'
import * as audit from './audit.mjs'
import * as cases from './cases.mjs'
import * as offboardings from './offboardings.mjs'
import * as preparations from './preparations.mjs'
import * as outcomes from './outcomes.mjs'
import * as plans from './plans.mjs'
import * as programmes from './programmes.mjs'
import * as events from './events.mjs'
import * as effect from './effect.mjs'
import * as exits from './exits.mjs'
import * as leavers from './leavers.mjs'
import * as flows from './flows.mjs'
import * as handover from './handover.mjs'
import * as meetings from './meetings.mjs'
import * as holdouts from './holdouts.mjs'
import { departments, subsidiaries } from './group.mjs'
import * as duties from './duties.mjs'
import * as privacy from './privacy.mjs'
import * as ranking from './ranking.mjs'
import * as reminders from './reminders.mjs'
import * as rights from './rights.mjs'
import * as risk from './risk.mjs'
import * as whatif from './whatif.mjs'
import * as interviews from './interviews.mjs'
import * as papers from './papers.mjs'
import * as settlement from './settlement.mjs'
import * as surveys from './surveys.mjs'
import * as teams from './teams.mjs'
import * as work from './work.mjs'
import { both, problems } from './words.mjs'

const ok = (body) => ({ status: 200, body })
const none = { status: 204 }
const problem = (status, code, title, detail = '') => ({ status, body: { type: `/problems/${code}`, title, status, detail, errors: [] } })
const refusedFlow = (errors) => ({ status: 400, body: { ...problem(400, 'invalid-request', '…').body, errors } })
const text = (type, body) => ({ status: 200, type, body })
/** What became of an interview, unless somebody else was faster. */
const interviewed = (done, shown, language) => (done ? ok(shown()) : problem(409, 'interview-changed', both(language, '他人已更改该面谈', 'Somebody else has changed the interview')))
/** What was noted, or which field is wrong. */
const noted = (field, shown, message, language) =>
  field ? { status: 400, body: { type: '/problems/invalid-request', title: both(language, '请求有误', 'The request is wrong'), status: 400, detail: '', errors: [{ field, code: 'wrong', message }] } } : ok(shown())
const indexOf = (id) => answers.people.findIndex((entry) => entry.row.id === id)

const sessionOf = (user, language) => ({ csrfToken: 'csrf', user, mustAddSecondFactor: account.lacksFactor(user.username, language) })
const proven = (body, language, act) => {
  if (body.password === 'wrong') return problem(401, 'wrong-credentials', problems.wrongPassword(language))
  return body.code === '000000' ? problem(401, 'wrong-code', problems.wrongCode(language)) : act()
}

const open = {
  'GET languages': () => ok({ items: answers.LANGUAGES }),
  'GET texts/:id': ({ id }) => (answers.textsOf(id) ? ok(answers.textsOf(id)) : problem(404, 'not-found', 'Not found')),
  'GET session/provider': () => ok({ name: 'Firm sign-on', signOffAddress: null }),
  'POST session': ({ body, language }) => {
    if (body.username === 'sealed') return problem(503, 'key-ring-sealed', problems.sealed(language))
    if (!answers.logins[body.username] || body.password === 'wrong') return problem(401, 'wrong-credentials', problems.wrongPassword(language))
    if (body.username === 'coded' && body.code !== '123456') {
      return body.code ? problem(401, 'wrong-code', problems.wrongCode(language)) : problem(401, 'second-factor-required', problems.wrongCode(language))
    }
    const headers = { 'set-cookie': `fake=${body.username}; HttpOnly; SameSite=Strict; Path=/` }
    return { ...ok(sessionOf(answers.userOf(body.username), language)), headers }
  }
}

const signedIn = {
  'GET session': ({ user, language }) => ok(sessionOf(user, language)),
  'DELETE session': () => ({ ...none, headers: { 'set-cookie': 'fake=; Max-Age=0; Path=/' } }),
  'PUT session/password': () => none,
  'GET session/second-factor': ({ user, language }) => ok(account.factor(user.username, language)),
  'POST session/second-factor': ({ user, body, language }) => proven(body, language, () => ok(account.enrolment(user.username))),
  'POST session/second-factor/confirmation': ({ user, body, language }) => proven(body, language, () => ok(account.confirm(user.username, language))),
  'POST session/second-factor/removal': ({ user, body, language }) => proven(body, language, () => (account.removeFactor(user.username, language), none)),
  'GET session/passkeys': () => ok({ items: [] }),
  'GET session/mail-address': ({ user, language }) => ok(reminders.addressOf(user.username, language)),
  'PUT session/mail-address': ({ user, body, language }) => ok(reminders.changeAddress(user.username, language, body.address)),
  'GET users/:id/mail-address': ({ id, language }) => ok(reminders.addressOf(id, language)),
  'PUT users/:id/mail-address': ({ id, body, language }) => ok(reminders.changeAddress(id, language, body.address)),
  'GET session/channels': ({ user, language }) => ok(reminders.channelsOf(user.username, language)),
  'PUT session/channels/:id': ({ user, body, language }) => ok(reminders.changeChannel(user.username, language, body.address)),
  'GET users/:id/channels': ({ id, language }) => ok(reminders.channelsOf(id, language)),
  'PUT users/:id/channels/:other': ({ id, body, language }) => ok(reminders.changeChannel(id, language, body.address)),
  'GET channels': ({ language }) => ok(reminders.channelStatus(language)),
  'POST channels/:id/test': () => ok({ delivered: true, reason: null }),
  'GET account/notifications': ({ user, language }) => ok(reminders.preferencesOf(user.username, language)),
  'PUT account/notifications': ({ user, body, language }) => ok(reminders.choose(user.username, language, body)),
  'GET notifications/stream': ({ user }) => ({ status: 200, body: '', streamOf: user.username }),
  'POST made-up/reminders': ({ user, body, language }) => (reminders.comes(user.username, language, body.broken), none),
  'GET notifications': ({ user, language }) => ok(reminders.list(user.username, language)),
  'POST notifications/read': ({ user, language }) => (reminders.markAll(user.username, language), none),
  'POST notifications/:id/read': ({ id, user, language }) => (reminders.mark(user.username, language, id), none),
  'GET mail': () => ok({ configured: true, host: 'mail.firm.example', from: 'holdfast@firm.example', lastDeliveredAt: '2026-11-22T08:00:00+08:00', waiting: 0, givenUp: 1, lastError: 'mail-refused' }),
  'POST mail/test': () => none,
  'GET sessions': ({ user, language }) => ok(answers.paged(account.sessions(user.username, language))),
  'DELETE sessions': ({ user, language }) => (account.endOthers(user.username, language), none),
  'DELETE sessions/:id': ({ id, user, language }) => (account.end(user.username, language, id), none),
  'GET subsidiaries': ({ query }) => ok(answers.paged(subsidiaries, query)),
  'GET departments': ({ query }) => ok(answers.paged(departments.filter((one) => !query.subsidiaryId || one.subsidiaryId === query.subsidiaryId), query)),
  'POST employees/search': ({ body }) => ok(answers.found(body)),
  'GET employees/:id/profile': ({ id, language, user }) => ok(answers.profile(indexOf(id), language, user)),
  'GET employees/:id/timeline': ({ language, user }) => (user.roles.includes('lineManager') ? problem(404, 'not-found', problems.missing(language)) : ok({ items: answers.timeline(language) })),
  'GET employees/:id/risk': ({ id, language, user }) => ok(answers.risk(indexOf(id), language, user)),
  'GET employees/:id/retention-history': ({ language, user }) => (user.roles.includes('lineManager') ? problem(404, 'not-found', problems.missing(language)) : ok(whatif.history(language))),
  'GET employees/:id/risk/actions': ({ id, language, user }) => (user.roles.includes('lineManager') ? problem(404, 'not-found', problems.missing(language)) : ok(ranking.ofPerson(indexOf(id)))),
  'POST risk/effects/ranking': ({ body, language }) => ok(ranking.rank(body, language)),
  'POST risk/effects/ranking/export': () => text('application/vnd.openxmlformats-officedocument.spreadsheetml.sheet', 'PK'),
  'POST employees/:id/risk/what-if': ({ id, body, language }) => ok(whatif.ask(indexOf(id), body, language)),
  'POST employees/:id/risk/what-if/smallest': ({ id }) => ok(whatif.smallest(indexOf(id))),
  'POST risk/scores/search': ({ body, language }) => ok(answers.watchList(body, language)),
  'POST risk/scores/export': () => text('application/vnd.openxmlformats-officedocument.spreadsheetml.sheet', 'PK'),
  'GET risk/models': ({ query }) => ok(answers.models(query.subsidiaryId)),
  'POST risk/models/:id/activate': () => none,
  'GET risk/backtests': ({ query }) => ok(risk.backtests(query.subsidiaryId)),
  'GET risk/effects': ({ query }) => ok(risk.effects(query.subsidiaryId)),
  'POST risk/backtests': ({ body }) => ({ status: 202, body: risk.startBacktest(body) }),
  'GET risk/settings': ({ query }) => ({ ...ok(risk.settings(query.subsidiaryId)), headers: { ETag: '"v"' } }),
  'PUT risk/settings': ({ query, body }) => ok(risk.change(query.subsidiaryId, body)),
  'GET risk/settings/versions': ({ query }) => ok(risk.versions(query.subsidiaryId)),
  'POST risk/settings/versions/:id/restore': ({ id, query }) => ok(risk.restore(query.subsidiaryId, Number(id))),
  'GET risk/settings/features': ({ query, language }) => ok(risk.features(query.subsidiaryId, language)),
  'GET subsidiaries/:id/holdouts': ({ id, user, language }) => ok(holdouts.list(id, user, language)),
  'POST subsidiaries/:id/holdouts': ({ id, body, user }) => ok(holdouts.want(id, body, user)),
  'POST subsidiaries/:id/holdouts/:other/countersignature': ({ id, other, user }) => ok(holdouts.confirm(id, other, user)),
  'POST subsidiaries/:id/holdouts/:other/stop': ({ id, other, user }) => ok(holdouts.stop(id, other, user)),
  'POST risk/runs': () => ({ status: 202, body: { id: 'r1', jobId: 'j1' } }),
  'GET alerts': ({ query }) => ok(answers.alerts(query)),
  'GET alerts/waiting': () => ok({ items: [{ subsidiaryId: 's1', subsidiaryName: '华东精密制造有限公司', waiting: 7, opened: 10, limit: 10, nextWeek: '2026-11-30' }] }),
  'GET alerts/:id': ({ id, language, user }) => ok(answers.alert(id, language, user)),
  'POST alerts/:id/acknowledge': ({ id }) => ok(answers.moveAlert(id, 'acknowledged')),
  'POST alerts/:id/close': ({ id }) => ok(answers.moveAlert(id, 'closed')),
  'GET teams': ({ query, user, language }) => (user.roles.includes('groupHr') ? ok(teams.list(query)) : problem(403, 'forbidden', problems.missing(language))),
  'GET teams/:id': ({ id, user, language }) => (user.roles.includes('groupHr') && teams.one(id) ? ok(teams.one(id)) : problem(404, 'not-found', problems.missing(language))),
  'GET account-systems': ({ query, language }) => ok(accounts.list(query, language)),
  'GET account-systems/connectors': ({ language }) => ok(accounts.connectors(language)),
  'PUT account-systems/:id': ({ id, body, language }) => {
    const saved = accounts.put(id, body, language)
    return saved ? ok(saved) : { status: 400, body: { type: '/problems/invalid-request', title: '…', status: 400, detail: '', errors: [{ field: 'values.address', code: 'form', message: 'https' }] } }
  },
  'POST account-systems/:id/test': ({ id, language }) => ok(accounts.test(id, language)),
  'POST account-systems/:id/scan': ({ id, language }) => ok(accounts.scan(id, language)),
  'GET event-targets': ({ query, language }) => ok(events.list(query, language)),
  'PUT event-targets/:id': ({ id, body, language }) => {
    const refused = events.refused(id, body, language)
    if (refused === 'changed') return problem(409, 'event-target-changed', both(language, '其他人已更改该接收系统', 'Somebody else has changed the target'))
    return refused ? { status: 400, body: { type: '/problems/invalid-request', title: '…', status: 400, detail: '', errors: [refused] } } : ok(events.put(id, body, language))
  },
  'DELETE event-targets/:id': ({ id, language }) => (events.drop(id, language), none),
  'POST event-targets/:id/secret': ({ id, language }) => ok(events.rotate(id, language)),
  'POST event-targets/:id/ping': ({ id, language }) => ok(events.ping(id, language)),
  'GET event-targets/:id/deliveries': ({ id, query, language }) => ok(events.deliveries(id, query.state, language)),
  'POST event-targets/:id/replay': ({ id, body, language }) => ok(events.again(id, body, language)),
  'GET accounts/orphans': ({ query }) => ok(accounts.orphans(query)),
  'GET accounts/orphans.xlsx': () => text('application/vnd.openxmlformats-officedocument.spreadsheetml.sheet', 'PK'),
  'GET accounts/late': ({ query, language }) => ok(accounts.late(query, language)),
  'GET employees/:id/accounts': ({ id, language }) => ok(accounts.ofPerson(id, language)),
  'POST employees/:id/accounts': ({ id, language }) => ok(accounts.ofPerson(id, language)),
  'POST employees/:id/accounts/search': ({ id, language }) => ok(accounts.ofPerson(id, language)),
  'POST employees/:id/accounts/retry': ({ id, language }) => ok(accounts.ofPerson(id, language)),
  'POST assets/search': ({ body, language }) => ok(assets.search(body, language)),
  'POST assets': ({ body, language }) => (assets.taken(body.inventoryNo, language) ? problem(409, 'asset-number-taken', both(language, '资产编号已被使用', 'The number is taken')) : ok(assets.register(body, language))),
  'POST assets/imports': ({ language }) => ok(assets.imported(language)),
  'GET assets/assets.xlsx': () => text('application/vnd.openxmlformats-officedocument.spreadsheetml.sheet', 'PK'),
  'GET assets/returns': () => ok(assets.returns),
  'GET assets/own': ({ language }) => ok(assets.own(language)),
  'POST assets/own/:id/receipt': ({ id, language }) => ok(assets.receive(id, language)),
  'POST assets/own/:id/return': ({ id, body, language }) => ok(assets.giveBack(id, body, language)),
  'GET assets/:id': ({ id, language }) => ok(assets.one(id, language)),
  'PUT assets/:id': ({ id, body, language }) => ok(assets.describe(id, body, language)),
  'POST assets/:id/issue': ({ id, body, language }) => ok(assets.issue(id, body, language)),
  'POST assets/:id/transfer': ({ id, body, language }) => ok(assets.issue(id, body, language)),
  'POST assets/:id/return': ({ id, body, language }) => ok(assets.takeBack(id, body, language)),
  'POST assets/:id/state': ({ id, body, language }) => ok(assets.put(id, body, language)),
  'GET employees/:id/assets': ({ id, language }) => ok(assets.ofPerson(id, language)),
  'GET flows': ({ language }) => ok(flows.list(language)),
  'POST flows': ({ body, language }) => {
    const { taken, errors } = flows.upload(body, language)
    return taken ? ok(taken) : refusedFlow(errors)
  },
  'PUT flows/uses/:id': ({ id, body, language }) => ok(flows.use(id, body.flowId, language)),
  'PUT flows/mandatory': ({ body, language }) => {
    const { demanded, errors } = flows.demand(body.steps, language)
    return demanded ? ok(demanded) : refusedFlow(errors)
  },
  'GET flows/:id/versions/:other/diagram': ({ id }) => text('application/xml', flows.diagram(id)),
  'GET flows/:id/versions/:other/difference': ({ id }) => ok(flows.difference(id)),
  'POST flows/:id/versions/:other/publication': ({ id, other }) => ok(flows.publish(id, other)),
  'GET surveys': ({ query, language }) => ok(surveys.list(query, language)),
  'POST surveys': ({ body, language }) => ok(surveys.draft(body, language)),
  'GET surveys/own': ({ language }) => ok(surveys.own(language)),
  'PUT surveys/own/consent': ({ language }) => ok(surveys.agree('2026-11-22', language)),
  'DELETE surveys/own/consent': ({ language }) => ok(surveys.agree(null, language)),
  'POST surveys/own/:id/answers': ({ id, language }) => (surveys.answer(id, language) ? none : problem(409, 'survey-answered', '…')),
  'GET surveys/:id': ({ id, language }) => ok(surveys.one(id, language)),
  'POST surveys/:id/opening': ({ id, language }) => ok(surveys.move(id, 'open', language)),
  'POST surveys/:id/cancellation': ({ id, language }) => ok(surveys.move(id, 'cancelled', language)),
  'GET surveys/:id/results.xlsx': () => text('application/vnd.openxmlformats-officedocument.spreadsheetml.sheet', 'PK'),
  'GET offboardings/:id/certificate': ({ id, language }) => ok(papers.certificates(id, language)),
  'POST offboardings/:id/certificate': ({ id, body, language }) => (papers.issue(id, body, language) ? ok(papers.certificates(id, language)) : problem(409, 'certificate-issued', both(language, '已有离职证明', 'There is a certificate already'))),
  'GET offboardings/:id/certificate/draft.pdf': () => text('application/pdf', '%PDF-1.7'),
  'GET offboardings/:id/certificate/:other/certificate.pdf': () => text('application/pdf', '%PDF-1.7'),
  'GET offboardings/:id/transfer': ({ id, language }) => ok(papers.transfer(id, language)),
  'PUT offboardings/:id/transfer': ({ id, body, language }) => noted(papers.note(id, body, language), () => papers.transfer(id, language), both(language, '必须填写', 'must be given'), language),
  'GET offboardings/papers/own': () => ok(papers.own()),
  'GET offboardings/own/exit-interview': ({ language }) => ok(interviews.own(language)),
  'PUT offboardings/own/exit-interview/draft': ({ body, language }) => interviewed(interviews.draft('own', body, language), () => interviews.own(language), language),
  'POST offboardings/own/exit-interview/answers': ({ body, language }) => interviewed(interviews.say('own', body, language, true), () => interviews.own(language), language),
  'POST offboardings/own/exit-interview/declining': ({ body, language }) => interviewed(interviews.close('own', { ...body, state: 'declined' }, language), () => interviews.own(language), language),
  'GET offboardings/:id/exit-interview': ({ id, language }) => ok(interviews.show(id, language)),
  'PUT offboardings/:id/exit-interview/offer': ({ id, body, language }) => interviewed(interviews.offer(id, body, language), () => interviews.show(id, language), language),
  'PUT offboardings/:id/exit-interview/draft': ({ id, body, language }) => interviewed(interviews.draft(id, body, language), () => interviews.show(id, language), language),
  'POST offboardings/:id/exit-interview/answers': ({ id, body, language }) => interviewed(interviews.say(id, body, language, false), () => interviews.show(id, language), language),
  'POST offboardings/:id/exit-interview/closing': ({ id, body, language }) => interviewed(interviews.close(id, body, language), () => interviews.show(id, language), language),
  'GET exit-interviews': ({ language }) => ok(interviews.list(language)),
  'GET exit-interviews/coverage': ({ query }) => ok(interviews.coverage(Number(query.year))),
  'GET exit-interviews/forms/:id': ({ id, language }) => ok(interviews.form(id, language)),
  'PUT exit-interviews/forms/:id': ({ id, body, language }) => noted(interviews.publish(id, body, language), () => interviews.form(id, language), both(language, '必须填写', 'must be given'), language),
  'GET offboardings/papers/:id/own': () => text('application/pdf', '%PDF-1.7'),
  'GET offboardings/seals/:id': ({ id, language }) => ok(papers.seal(id, language)),
  'PUT offboardings/seals/:id/key': ({ id, body, language }) => (body.password === 'right' ? ok(papers.makeSeal(id, 'uploaded', language)) : noted('password', undefined, both(language, '不正确', 'is wrong'), language)),
  'POST offboardings/seals/:id/key': ({ id, language }) => ok(papers.makeSeal(id, 'selfSigned', language)),
  'GET offboardings/seals/:id/request': () => ok({ request: '-----BEGIN CERTIFICATE REQUEST-----' }),
  'PUT offboardings/seals/:id/certificate': ({ id, language }) => ok(papers.makeSeal(id, 'certified', language)),
  'GET offboardings/paper-templates/:id': ({ id, language }) => ok(papers.template(id, language)),
  'PUT offboardings/paper-templates/:id': ({ id, body, language }) => noted(papers.write(id, body, language), () => papers.template(id, language), both(language, '使用了不存在的字段：{salary}', 'names a field that there is not: {salary}'), language),
  'POST offboardings/paper-templates/:id/preview': () => text('application/pdf', '%PDF-1.7'),
  'GET offboardings/:id/settlement': ({ id, language }) => ok(settlement.show(id, language)),
  'PUT offboardings/:id/settlement': ({ id, body, language }) => (settlement.change(id, body) ? ok(settlement.show(id, language)) : problem(409, 'settlement-changed', '…')),
  'POST offboardings/:id/settlement/agreement': ({ id, language }) => ok(settlement.move(id, 'agreed', language)),
  'POST offboardings/:id/settlement/finance': ({ id, language }) => ok(settlement.move(id, 'handedOver', language)),
  'GET offboardings/:id/settlement/settlement.xlsx': () => text('application/vnd.openxmlformats-officedocument.spreadsheetml.sheet', 'PK'),
  'GET offboardings/:id/payable': ({ id, language }) => (settlement.payable(id, language) ? ok(settlement.payable(id, language)) : problem(409, 'settlement-not-handed-over', '…')),
  'GET offboardings/:id/payable/payable.xlsx': () => text('application/vnd.openxmlformats-officedocument.spreadsheetml.sheet', 'PK'),
  'GET offboardings/:id/payable/payable.csv': () => text('text/csv', ''),
  'POST offboardings/local-wages': ({ body }) => ok(settlement.addWage(body)),
  'GET knowledge/own': ({ language }) => ok(handover.own(language)),
  'POST knowledge/own/items/:id/handover': ({ id, body, user, language }) => ok(handover.ownStep(id, 'handedOver', body, user, language)),
  'POST knowledge/own/received/:id/acceptance': ({ id, body, user, language }) => ok(handover.ownStep(id, 'accepted', body, user, language)),
  'POST knowledge/own/received/:id/return': ({ id, body, user, language }) => ok(handover.ownStep(id, 'returned', body, user, language)),
  'GET knowledge/offboardings/:id/meeting': ({ id, language }) => ok(meetings.get(id, language)),
  'PUT knowledge/offboardings/:id/meeting': ({ id, body, language }) => ok(meetings.save(id, body, language)),
  'GET knowledge/own/meetings': ({ language }) => ok(meetings.own(language)),
  'POST knowledge/own/meetings/:id/signature': ({ body, language }) => ok(meetings.says('signed', body, language)),
  'POST knowledge/own/meetings/:id/refusal': ({ body, language }) => ok(meetings.says('refused', body, language)),
  'GET knowledge/offboardings/:id': ({ id, language }) => ok(handover.get(id, language)),
  'POST knowledge/offboardings/:id': ({ id, language }) => ok(handover.begin(id, language)),
  'POST knowledge/offboardings/:id/items': ({ id, body, language }) => ok(handover.add(id, body, language)),
  'PUT knowledge/offboardings/:id/items/:other': ({ id, other, body, language }) => ok(handover.change(id, other, body, language)),
  'POST knowledge/offboardings/:id/items/:other/waiver': ({ id, other, body, user, language }) => ok(handover.step(id, other, 'waived', body, user, language)),
  'POST knowledge/offboardings/:id/items/:other/demand': ({ id, other, body, user, language }) => ok(handover.step(id, other, 'open', body, user, language)),
  'POST knowledge/offboardings/:id/waiver': ({ id, body, user, language }) => ok(handover.all(id, body, user, language)),
  'POST knowledge/offboardings/:id/demand': ({ id, body, user, language }) => ok(handover.all(id, body, user, language)),
  'POST knowledge/files/of/:id': ({ id, headers }) => handover.beginFile(id, headers),
  'HEAD knowledge/files/:id': ({ id }) => handover.stateOf(id),
  'PATCH knowledge/files/:id': ({ id, headers, body, language }) => handover.append(id, headers, body, language),
  'DELETE knowledge/files/:id': ({ id }) => handover.removeFile(id),
  'GET work': ({ query, user, language }) => ok(work.list(query, user, language)),
  'GET cases': ({ query, user, language }) => ok(cases.list(query, user, language)),
  'GET cases/:id': ({ id, user, language }) => (cases.one(id, user, language) ? ok(cases.one(id, user, language)) : problem(404, 'not-found', problems.missing(language))),
  'POST cases/:id/talks': ({ id, body, user, language }) => ok(cases.record(id, body, user, language)),
  'POST cases/:id/talks/:other/attachments': ({ id, other, body, user, language }) => (cases.attach(id, other, body, user, language), none),
  'GET cases/:id/talks/:other/attachments/f0': () => text('application/octet-stream', '%PDF-1.7'),
  'GET outcomes/:id': ({ id, user, language }) => ok(outcomes.of(id, user, language)),
  'POST outcomes/:id': ({ id, body, user, language }) => ok(outcomes.record(id, body, user, language)),
  'POST outcomes/:id/follow-ups': ({ id, body, user, language }) => ok(outcomes.follow(id, body, user, language)),
  'GET plans': ({ query, user, language }) => ok(plans.list(query, user, language)),
  'GET plans/proposals/:id': ({ user, language }) => ok(plans.proposals(user, language)),
  'GET plans/:id': ({ id, user, language }) => ok(plans.one(id, user, language)),
  'POST plans': ({ body, user, language }) => ok(plans.begin(body, user, language)),
  'POST plans/:id/actions': ({ id, body, user, language }) => ok(plans.add(id, body, user, language)),
  'PUT plans/:id/actions/:other': ({ id, other, body, user, language }) => {
    if (body.dueOn && [0, 6].includes(new Date(body.dueOn).getUTCDay())) return { ...problem(400, 'invalid-request', '…'), body: { type: '/problems/invalid-request', title: '…', status: 400, errors: [{ field: 'dueOn', code: 'dayOff', message: language === 'zh' ? '不是负责人的工作日' : 'is a day off' }] } }
    const changed = plans.change(id, other, body, user, language)
    return changed ? ok(changed) : problem(409, 'plan-changed', '…')
  },
  'POST plans/:id/submission': ({ id, body, user, language }) => ok(plans.submit(id, body, user, language)),
  'POST plans/:id/reopening': ({ id, body, user, language }) => ok(plans.reopen(id, body, user, language)),
  'POST plans/:id/decision': ({ id, body, user, language }) => ok(plans.decide(id, body, user, language)),
  'GET programmes': ({ query, language }) => ok(programmes.list(query, language)),
  'GET programmes/choices': ({ language }) => ok(programmes.choices(language)),
  'POST programmes/preview': ({ body }) => ok(programmes.preview(body)),
  'POST programmes': ({ body, user, language }) => ok(programmes.begin(body, user, language)),
  'GET programmes/:id': ({ id, language }) => ok(programmes.one(id, language)),
  'PUT programmes/:id': ({ id, body, user, language }) => programmes.change(id, body, user, language) ?? problem(409, 'programme-changed', '…'),
  'POST programmes/:id/steps': ({ id, body, user, language }) => ok(programmes.step(id, body, user, language)),
  'POST programmes/:id/progress': ({ id, body, user, language }) => ok(programmes.progress(id, body, user, language)),
  'GET programmes/:id/cohort': ({ id, query }) => ok(programmes.members(id, query)),
  'GET programmes/:id/cohort/effect': ({ query }) => ok(programmes.effect(query)),
  'GET programmes/:id/cohort/members.xlsx': () => text('application/vnd.openxmlformats-officedocument.spreadsheetml.sheet', 'PK'),
  'GET offboardings': ({ query, user, language }) => offboardings.list(query, user, language),
  'POST offboardings': ({ body, user, language }) => offboardings.begin(body, user, language),
  'POST offboardings/notice': ({ body, language }) => offboardings.notice(body, language),
  'GET offboardings/preparations': ({ query, user, language }) => preparations.list(query, user, language),
  'POST offboardings/preparations': ({ body, user, language }) => preparations.begin(body, user, language),
  'GET offboardings/preparations/own': ({ user }) => preparations.own(user),
  'GET offboardings/preparations/:id': ({ id, user, language }) => preparations.one(id, user, language),
  'PUT offboardings/preparations/:id': ({ id, body, user, language }) => preparations.change(id, body, user, language),
  'PUT offboardings/preparations/:id/steps/:other': ({ id, other, body, user, language }) => preparations.step(id, other, body, user, language),
  'POST offboardings/preparations/:id/evidence': ({ id, body, user, language }) => preparations.collect(id, body, user, language),
  'POST offboardings/preparations/:id/revocation': ({ id, body, user, language }) => preparations.revoke(id, body, user, language),
  'GET offboardings/tasks': ({ query, user, language }) => offboardings.tasks(query, user, language),
  'GET offboardings/own': ({ user, language }) => offboardings.own(user, language),
  'POST offboardings/own': ({ body, user, language }) => offboardings.resign(body, user, language),
  'POST offboardings/own/withdrawal': ({ body, user, language }) => offboardings.withdrawOwn(body, user, language),
  'POST offboardings/own/tasks/:id': ({ id, body, user, language }) => offboardings.actOwn(id, body, user, language),
  'GET offboardings/offices': ({ query, user, language }) => offboardings.offices(query.subsidiaryId, user, language),
  'PUT offboardings/offices': ({ body, user, language }) => offboardings.assign(body, user, language),
  'GET offboardings/:id': ({ id, user, language }) => offboardings.one(id, user, language),
  'GET offboardings/:id/flow': () => ok({ flow: 'parallel', version: 1, xml: flows.diagram('f2'), nodes: [{ node: 'start', state: 'done' }, { node: 'department-approval', state: 'done' }, { node: 'accounts', state: 'active' }, { node: 'certificate', state: 'waiting' }] }),
  'PUT offboardings/:id': ({ id, body, user, language }) => offboardings.change(id, body, user, language),
  'POST offboardings/:id/withdrawal': ({ id, body, user, language }) => offboardings.withdraw(id, body, user, language),
  'POST offboardings/:id/tasks/:other': ({ id, other, body, user, language }) => offboardings.act(id, other, body, user, language),
  'GET insight/heatmap': () => ok(answers.heatmap()),
  'GET insight/attrition': ({ query }) => ok(answers.attrition(query.subsidiaryId, Number(query.months ?? 36))),
  'GET insight/summary': () => ok(answers.summary()),
  'GET insight/offboarding': ({ query }) => ok(exits.report(query)),
  'GET insight/offboarding/report.pdf': () => text('application/pdf', '%PDF-'),
  'GET insight/offboarding/report.xlsx': () => text('application/vnd.openxmlformats-officedocument.spreadsheetml.sheet', 'PK'),
  'GET insight/leavers': ({ query }) => ok(leavers.report(query)),
  'GET insight/leavers/report.xlsx': () => text('application/vnd.openxmlformats-officedocument.spreadsheetml.sheet', 'PK'),
  'GET insight/effect': ({ query }) => ok(effect.report(query)),
  'GET insight/adoption': ({ query }) => ok(effect.adoption(query)),
  'GET insight/effect/report.pdf': () => text('application/pdf', '%PDF-1.7'),
  'GET insight/effect/report.xlsx': () => text('application/vnd.openxmlformats-officedocument.spreadsheetml.sheet', 'PK'),
  'GET signals/catalog': ({ language }) => ok({ items: answers.catalog(language) }),
  'GET imports': ({ query }) => ok(answers.paged(administration.imports(), query)),
  'POST imports': ({ body }) => {
    const name = /filename="([^"]*)"/.exec(body)?.[1] ?? 'file.csv'
    return { status: 202, body: administration.startImport(Buffer.from(name, 'latin1').toString(), /name="dryRun"\s+true/.test(body)) }
  },
  'GET imports/templates/:id': () => text('text/csv', 'employee_no,name\n'),
  'GET imports/:id': ({ id }) => ok(administration.importJob(id)),
  'GET imports/:id/errors.csv': () => text('text/csv', 'line,column,reason\n3,hire_date,2021-13-41 is not a day\n'),
  'GET bundles': () => ok(administration.bundles()),
  'GET bundles/:id/sbom': ({ id }) => ok(administration.madeOf(id)),
  'PUT bundles/files/:id': ({ id }) => ({ status: 200, body: administration.install(id) }),
  'DELETE bundles/:id': ({ id }) => (administration.uninstall(id), none),
  'PUT bundles/:id/enablement': ({ id, body }) => (Object.assign(administration.bundleOf(id), { everywhere: body.everywhere, enabledFor: body.subsidiaryIds }), none),
  'POST bundles/:id/release': ({ id }) => (Object.assign(administration.bundleOf(id), { state: 'active', reason: '' }), none),
  'GET users': () => ok(answers.paged(administration.users)),
  'POST users': ({ body }) => ({ status: 201, body: { id: 'u9', ...body, mustChangePassword: true, active: true } }),
  'PUT users/:id': ({ body }) => ok(body),
  'POST users/:id/password': () => ok({ oneTimePassword: 'quiet-maple-7730' }),
  'POST users/:id/unlock': () => none,
  'DELETE users/:id/second-factor': ({ id }) => (administration.resetFactor(id), none),
  'GET users/:id/sessions': ({ id, language }) => ok(answers.paged(account.sessions(id, language).map((one) => ({ ...one, current: false })))),
  'DELETE users/:id/sessions': ({ id, language }) => (account.endAll(id, language), none),
  'PUT users/:id/origin': ({ id, body }) => (administration.vouch(id, body), none),
  'GET roles': () => ok({ items: administration.roles }),
  'GET tokens': () => ok(answers.paged(administration.tokens)),
  'POST tokens': ({ body }) => ok({ id: 't2', ...body, token: 'hf_3b1c-made-up-token' }),
  'DELETE tokens/:id': () => none,
  'GET privacy/bases/:id': ({ id }) => ok(privacy.bases(id)),
  'PUT privacy/bases/:id': ({ id, body }) => ok(privacy.fileBases(id, body.items)),
  'GET privacy/jurisdictions/:id': ({ id, language }) => ok(privacy.jurisdiction(id, language)),
  'GET privacy/scoring/:id': ({ id }) => ok(privacy.scoring(id)),
  'PUT privacy/scoring/:id': ({ id, body }) => ok(privacy.stop(id, body.stopped)),
  'GET privacy/assessments/:id': ({ id, language }) => ok(privacy.assessments(id, language)),
  'POST privacy/assessments/:id': ({ id, language }) => ok(privacy.openAssessment(id, language)),
  'PUT privacy/assessments/:id/:other': ({ id, other, body, language }) => ok(privacy.answer(id, other, body, language)),
  'POST privacy/assessments/:id/:other/signature': ({ id, other, language }) => ok(privacy.sign(id, other, language)),
  'GET privacy/notices/:id': ({ id }) => ok(privacy.notices(id)),
  'POST privacy/notices/:id': ({ id, body }) => ok(privacy.publish(id, body)),
  'POST privacy/notices/:id/:other/receipts': ({ id, other }) => ok(privacy.tell(id, other)),
  'GET privacy/retention/:id': () => ok(privacy.retention()),
  'GET privacy/erasures/:id': ({ id, query }) => ok(answers.paged(privacy.erasures(id), query)),
  'POST privacy/statutory-records/search': ({ body }) => ok(privacy.statutory(body)),
  'GET privacy/people/:id/erasure': ({ id }) => ok(privacy.erasurePreview(id)),
  'POST privacy/people/:id/erasure': ({ id, body }) => ok(privacy.erase(answers.people[indexOf(id)].row.subsidiaryId ?? 's1', id, body)),
  'PUT privacy/people/:id/hold': ({ id, body }) => ok(privacy.hold(id, body)),
  'DELETE privacy/people/:id/hold': ({ id }) => (privacy.lift(id) ? none : problem(404, 'not-found', 'Not found')),
  'GET privacy/contacts/:id': ({ id }) => ok(duties.contacts(id)),
  'PUT privacy/contacts/:id': ({ id, body }) => ok(duties.keep(id, body)),
  'PUT privacy/contacts': ({ body }) => ok(duties.keepGroup(body)),
  'DELETE privacy/contacts/:id': ({ id }) => {
    duties.drop(id)
    return ok(duties.contacts(id))
  },
  'GET privacy/transfers/:id': ({ id }) => ok(duties.transfers(id)),
  'POST privacy/transfers/:id': ({ id, body }) => ok(duties.permit(id, body)),
  'POST privacy/transfers/:id/:other/countersignature': ({ id, other }) => ok(duties.countersign(id, other)),
  'POST privacy/transfers/:id/:other/revocation': ({ id, other }) => ok(duties.revoke(id, other)),
  'GET privacy/own/contact': () => ok(duties.ownContact()),
  'GET privacy/breaches': ({ query }) => ok(answers.paged(duties.list(query.subsidiaryId), query)),
  'POST privacy/breaches': ({ body }) => ok(duties.register(body)),
  'PUT privacy/breaches/:id': ({ id, body }) => ok(duties.change(id, body)),
  'GET privacy/breaches/:id/drafts': ({ id, language }) => ok(duties.drafts(id, language)),
  'POST privacy/breaches/:id/notifications': ({ id, body }) => ok(duties.tell(id, body)),
  'POST privacy/breaches/:id/closure': ({ id, body }) => ok(duties.close(id, body)),
  'POST privacy/breaches/:id/people': ({ id }) => ok(duties.concern(id)),
  'GET privacy/own/record': ({ language }) => ok(rights.record(language)),
  'GET privacy/own/requests': ({ user, language, query }) => ok(answers.paged(rights.ownList(user.username + language), query)),
  'POST privacy/own/requests': ({ user, language, body }) => ok(rights.file(user.username + language, body)),
  'POST privacy/own/requests/:id/withdrawal': ({ id }) => ok(rights.withdraw(id)),
  'GET privacy/requests': ({ query, language }) => ok(answers.paged(rights.list(query.subsidiaryId, query.state, language), query)),
  'POST privacy/requests': ({ body, language }) => ok(rights.register(answers.people[indexOf(body.employeeId)].row.subsidiaryId ?? 's1', answers.people[indexOf(body.employeeId)].row.name, body, language)),
  'POST privacy/requests/:id/extension': ({ id, body }) => ok(rights.extend(id, body)),
  'POST privacy/requests/:id/decision': ({ id, body }) => ok(rights.decide(id, body)),
  'GET privacy/dismissals': ({ query, language }) => ok(answers.paged(rights.dismissals(query.subsidiaryId, query.state, language), query)),
  'POST privacy/dismissals/:id/finding': ({ id, body }) => ok(rights.settleDismissal(id, body)),
  'GET privacy/people/:id/record': ({ language }) => ok(rights.record(language)),
  'GET privacy/processing-record/:id': ({ id }) => ok(privacy.processingRecord(id, subsidiaries.find((one) => one.id === id)?.name ?? '')),
  'GET privacy/assessments/:id/:other/paper': () => text('application/pdf', '%PDF-1.7'),
  'GET privacy/processing-record/:id/paper': () => text('application/pdf', '%PDF-1.7'),
  'GET privacy/people/:id/record/paper': () => text('application/pdf', '%PDF-1.7'),
  'GET privacy/own/record/paper': () => text('application/pdf', '%PDF-1.7'),
  'POST audit/search': ({ body, user }) => ok(audit.search(body, user)),
  'POST privacy/compliance-audit': () => text('application/zip', 'PK'),
  'POST audit/evidence': ({ body, user }) => text('application/zip', audit.sheet(body, user)),
  'POST audit/export': ({ body, user }) => text('text/csv', audit.sheet(body, user)),
  'GET console/contributions': () => ok({ items: answers.contributions })
}

function find(table, method, path) {
  for (const [key, handler] of Object.entries(table)) {
    const [verb, pattern] = key.split(' ')
    const match = verb === method && new RegExp(`^${pattern.replaceAll('.', '\\.').replace(':id', '([^/]+)').replace(':other', '([^/]+)')}$`).exec(path)
    if (match) return (call) => handler({ ...call, id: match[1] && decodeURIComponent(match[1]), other: match[2] && decodeURIComponent(match[2]) })
  }
  return undefined
}

/** Answers a call as the server would. */
export function routes(call) {
  const free = find(open, call.method, call.path)
  if (free) return free(call)
  if (!call.cookie || !answers.logins[call.cookie]) return problem(401, 'no-session', problems.noSession(call.language))
  if (call.method !== 'GET' && call.csrf !== 'csrf') return problem(403, 'csrf', 'The X-CSRF-Token header is missing')
  // A stream is in the browser's language, not in the page's, by which the accounts of two checks are told apart.
  if (account.lacksFactor(call.cookie, call.language) && !/^(session(\/|$)|notifications\/stream)/.test(call.path)) return problem(403, 'second-factor-missing', 'Second factor missing')
  const handler = find(signedIn, call.method, call.path)
  const result = handler?.({ ...call, user: answers.userOf(call.cookie) })
  return result && (result.status !== 200 || result.body !== undefined) ? result : problem(404, 'not-found', problems.missing(call.language))
}
