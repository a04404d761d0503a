// What the console promises where a real server cannot be brought to: sealed, slow, failing, empty, with pages of bundles.
import assert from 'node:assert/strict'
import * as events from './event-promises.mjs'
import { accountsSayWhetherTheyAreDead, orphansAreTold, superiorHasNoAccounts, systemIsSetUpAndTested } from './account-promises.mjs'
import { administratorLetsTheProviderVouchForAUser, administratorLimitsATokenToAFewThings, editingAUserKeepsTheEmployee } from './access-promises.mjs'
import { alertsOfAWeekAreLimited } from './alert-promises.mjs'
import * as offboarding from './offboarding-promises.mjs'
import * as interviews from './interview-promises.mjs'
import * as papers from './paper-promises.mjs'
import { offeredPostNamesWhoDropsOut, planIsBegunChangedAndPutForward, plansAreABoardAndWaitForApproval } from './plan-promises.mjs'
import { outcomeIsRecordedAfterATalk } from './outcome-promises.mjs'
import { alertLeadsToItsCase, caseIsPrintedAsItIsRead, casesAreListedOverdueFirst, fileIsAddedToATalkAndSaved, importedCaseSaysThatItIs, talkIsCorrectedAndNothingTypedIsLost, talkIsRecordedInThreeTaps } from './case-promises.mjs'
import { adoptionIsToldByTeam, effectTellsEveryFigureWithItsWhole, leaversAreToldByReasonAndGroup, offboardingIsToldByReasonAndStep } from './effect-promises.mjs'
import { holdOutNeedsTwoPeopleWhoReadTheNote, secondPersonBeginsTheHoldOutAndEitherStopsIt } from './holdout-promises.mjs'
import { officerNamesWhomPeopleAsk, officerTellsOfABreachAndClosesIt } from './duty-promises.mjs'
import { bellRingsByItself, officerIsRemindedOfWhatIsDue, ownMailAddressIsGiven, remindersAreChosen } from './reminder-promises.mjs'
import { actionsAreRankedAndABudgetSaysHowFarItGoes, caseTellsWhatIsExpectedToHelp } from './ranking-promises.mjs'
import { changesInThoughtMoveTheScore, historyTellsWhatEachMeasureBought, smallestSetIsFoundAndShownOnTheSliders, superiorIsOfferedNoWhatIf } from './whatif-promises.mjs'
import { programmeIsBegunFromATemplate, programmeIsChangedByTwoAndEndedOnlyWhenAsked, programmeTellsItsProgressAndItsEffect, superiorHasNoProgrammes, teamPlanBeginsOnThePageOfTheTeam } from './programme-promises.mjs'
import { roundIsDraftedOpenedAndTellsGroupsAlone, superiorHasNoSurveys, surveyIsAnsweredOnOneScreen } from './survey-promises.mjs'
import { evidenceOfAnAbsenceIsCollectedPieceByPiece, personIsToldThatTheirHandoverIsPrepared, preparationIsTakenBackAsAWhole } from './preparation-promises.mjs'
import { assetIsRegisteredIssuedAndTakenBack, assetListIsImportedAndWrongLinesAreTold, ownAssetsAreSignedForAndReturned, superiorHasNoAssets } from './asset-promises.mjs'
import { settlementAsksShowsEachStepAndIsHandedOver, settlementWithoutRulesSaysSo } from './settlement-promises.mjs'
import { handoverFitsAPhone, handoverIsBegunAssignedAndWaived, handoverIsSentAcceptedAndGivenBack, meetingIsRefusedAndSigned, meetingIsSetWithItsSigners } from './handover-promises.mjs'
import { flowIsDrawnRefusedInWordsAndPublished, mandatoryStepsAreChosenByTheGroup, superiorHasNoFlows } from './flow-promises.mjs'
import { leaverLeadsToTheTeam, superiorHasNoTeamPage, teamShowsWhatBecameOfItSinceSomebodyLeft } from './team-promises.mjs'
import { dayBeginsWithWhatIsMostUrgent, talkIsRecordedThreeTapsAfterSigningIn, workMovesByItselfAndEndsPleasantly } from './work-promises.mjs'
import { goTo, listPeople, openAlert, pick, settled } from './walk.mjs'

const BOTH = [{ language: 'zh' }, { language: 'en' }]
/** Each language, each screen and each theme, in two settings: promises take turns, so that all pairs are looked at on many pages. */
const DESK_IN_CHINESE = [{ language: 'zh' }, { language: 'en', screen: 'phone', dark: true }]
const DESK_IN_ENGLISH = [{ language: 'en' }, { language: 'zh', screen: 'phone', dark: true }]
const SEARCH = '**/api/v1/risk/scores/search'

async function loginTellsOfASealedServerAndAOneTimePassword({ page, base, look, expect }) {
  expect(503)
  await page.goto(base)
  await page.waitForSelector('#username')
  await look('login')
  await page.fill('#username', 'sealed')
  await page.fill('#password', 'any')
  await page.click('button[type=submit]')
  await page.getByRole('alert').waitFor()
  await look('login-sealed')
  await page.fill('#username', 'fresh')
  await page.fill('#password', 'any')
  await page.click('button[type=submit]')
  await page.waitForSelector('#current')
  await look('password')
}

async function loginAsksForTheCodeOfASecondFactor({ page, base, look, expect }) {
  expect(401)
  await page.goto(base)
  await page.fill('#username', 'coded')
  await page.fill('#password', 'any')
  await page.click('button[type=submit]')
  await page.waitForSelector('#code')
  await look('login-code')
  await page.fill('#code', '000000')
  await page.click('button[type=submit]')
  await page.getByRole('alert').waitFor()
  await page.fill('#code', '123456')
  await page.click('button[type=submit]')
  await page.waitForSelector('main#content')
}

async function loadingFailedAndEmptyListsSaySo({ page, base, look, t, expect }) {
  expect(500)
  let answer
  await page.route(SEARCH, (route) => new Promise((done) => (answer = done)).then(() => route.fulfill({ status: 500, contentType: 'application/problem+json', body: '{"title":"…","status":500}' })))
  await page.goto(`${base}#/radar`)
  await page.locator('[aria-busy=true] .el-skeleton').last().waitFor()
  answer()
  const again = page.getByRole('button', { name: t('console.common.retry') })
  await again.waitFor()
  await settled(page)
  await look('radar-failed')
  await page.unroute(SEARCH)
  await page.route(SEARCH, (route) => route.fulfill({ json: { items: [], next: null, total: 0 } }))
  await again.click()
  await page.getByText(t('console.watch.empty')).waitFor()
  await look('radar-empty')
}

/** What appears under the mouse or on a click must be within the policy, too. */
async function chartsAndMenusAnswerTheMouse({ page, base }) {
  await goTo(page, base, '/radar')
  for (const chart of await page.locator('.chart').all()) {
    await chart.hover({ position: { x: 120, y: 90 } })
    await settled(page)
  }
  await page.locator('.chart').first().click({ position: { x: 120, y: 90 } })
  await page.waitForFunction(() => document.querySelectorAll('.path button').length === 2)
  await page.locator('.el-dropdown button').click()
  await page.waitForSelector('.el-dropdown-menu__item:visible')
  await page.keyboard.press('Escape')
}

async function alertIsAcknowledgedAndClosed({ page, base, look, t }) {
  await openAlert(page, base)
  await page.getByRole('button', { name: t('console.alert.acknowledge') }).click()
  await page.getByRole('dialog').getByRole('button', { name: t('console.alert.acknowledge') }).click()
  await page.waitForSelector('.state.acknowledged')
  await page.getByRole('button', { name: t('console.alert.close') }).click()
  const dialog = page.getByRole('dialog')
  await pick(page, t('console.alert.reason'), t('console.close.talked'))
  await settled(page)
  await look('alert-close')
  await dialog.getByRole('button', { name: t('console.alert.close') }).last().click()
  await page.waitForSelector('.state.closed')
}

async function featuresAreChosenAndTakenBack({ page, base, look }) {
  await goTo(page, base, '/models')
  const panels = page.locator('.after .panel')
  await panels.nth(0).locator('.head button').click()
  await page.waitForSelector('.el-dialog .el-switch')
  await look('features')
  await page.locator('.el-dialog .el-switch').first().click()
  await page.click('.el-dialog .el-button--primary')
  await page.waitForSelector('.el-dialog', { state: 'detached' })
  await panels.nth(0).locator('li button').first().click()
  await page.click('.el-message-box__btns .el-button--primary')
  await page.waitForFunction(() => document.querySelectorAll('.after .panel:first-child li').length === 3)
  assert.equal(await panels.nth(1).locator('thead th').count(), 5, 'three algorithms beside the scorecard and last year’s rate')
}

/** What actions did stands with its interval, or with the words that there is not enough data. */
async function effectsAreToldWithTheirIntervals({ page, base, look, t }) {
  await goTo(page, base, '/models')
  const panel = page.locator('.after .panel').filter({ hasText: t('console.effects.title') })
  await panel.locator('canvas').waitFor()
  await panel.scrollIntoViewIfNeeded()
  const rows = panel.locator('tbody tr')
  assert.equal(await rows.count(), 4)
  assert.ok((await rows.nth(0).textContent()).includes(t('console.effects.keeps')))
  assert.ok((await rows.nth(1).textContent()).includes(t('console.effects.open')))
  assert.ok((await rows.nth(2).textContent()).includes(t('console.effects.drives')))
  assert.ok((await rows.nth(3).textContent()).includes(t('console.effects.unknown')))
  await panel.getByText(t('console.effects.raiseHolds', { months: '4.25', low: '3', high: '5.5' })).waitFor()
  await settled(page)
  await look('effects')
}

/** Of several people the keys choose one; the list is looked at while it is open. */
async function keysChooseAmongThePeopleFound({ page, base, look }) {
  await goTo(page, base, '/alerts')
  await listPeople(page, 'CASE')
  const field = page.getByRole('dialog').getByRole('combobox')
  assert.equal(await field.getAttribute('aria-expanded'), 'true')
  await page.keyboard.press('ArrowDown')
  const second = page.getByRole('option', { selected: true })
  assert.match(await second.textContent(), /CASE-8\.2/)
  assert.equal(await second.getAttribute('id'), await field.getAttribute('aria-activedescendant'))
  await look('find-person')
  await page.keyboard.press('Escape')
  assert.equal(await field.getAttribute('aria-expanded'), 'false', 'Escape closes the list, not the dialog')
  await page.keyboard.press('ArrowDown')
  await page.keyboard.press('Enter')
  await page.waitForFunction(() => location.hash === '#/employees/p1')
  await page.getByRole('dialog').waitFor({ state: 'detached' })
}

async function contributedPagesWork({ page, base, look }) {
  await goTo(page, base, '/x/stores')
  await look('contributed-descriptor')
  await goTo(page, base, '/x/shifts')
  const button = page.locator('.panel .el-button')
  const before = await button.textContent()
  await button.click()
  assert.notEqual(await button.textContent(), before, 'the page shares the console’s Vue')
  await goTo(page, base, '/x/conflicts')
  await page.waitForSelector('.el-slider')
  await look('contributed-built')
  assert.equal(await page.locator('.refused').count(), 1, 'the page of a newer level is refused in sight')
}

async function endedSessionComesBackToTheSamePage({ page, base, logins, expect }) {
  expect(401)
  await goTo(page, base, '/alerts')
  const [link] = await page.locator('main a[href*="#/alerts/"]').all()
  const wanted = await link.getAttribute('href')
  await page.context().clearCookies()
  await link.click()
  await page.waitForSelector('#username')
  await page.fill('#username', logins.hr.username)
  await page.fill('#password', logins.hr.password)
  await page.click('button[type=submit]')
  await page.waitForFunction((hash) => location.hash === hash, wanted)
  await page.waitForSelector('main .paper')
}

/** Each run has a subsidiary of its own: what one officer signs is not yet signed for another. */
async function officerMakesScoringLawfulAndStopsIt({ page, base, look, t, language }) {
  await goTo(page, base, `/privacy?subsidiary=${language === 'zh' ? 's1' : 's2'}`)
  const button = (key) => page.getByRole('button', { name: t(key), exact: true })
  const agree = (key) => page.locator('.el-message-box').getByRole('button', { name: t(key), exact: true }).click()
  await page.getByText(t('console.privacy.state.notAssessed')).waitFor()
  await settled(page)
  await look('privacy-begun')
  await button('console.privacy.propose').click()
  await agree('console.privacy.propose')
  await page.getByText(t('console.basis.hrRules')).first().waitFor()
  await button('console.privacy.assess').click()
  const dialog = page.getByRole('dialog')
  await dialog.locator('textarea').fill('To keep people.')
  await dialog.locator('input[type=text]').fill('HR rules 2026, 1 March 2026')
  await dialog.locator('.confirm').click()
  await settled(page)
  await look('privacy-assessment')
  await dialog.getByRole('button', { name: t('console.privacy.sign'), exact: true }).click()
  await agree('console.privacy.sign')
  await page.getByText(t('console.assessment.signed')).waitFor()
  await button('console.privacy.publish').click()
  await page.getByLabel(t('console.privacy.noticeTitle')).fill('Notice 2026')
  await page.getByLabel(t('console.privacy.document')).fill('Intranet, HR')
  await page.getByRole('dialog').getByRole('button', { name: t('console.privacy.publish'), exact: true }).click()
  await button('console.privacy.tell').click()
  await agree('console.privacy.tell')
  await page.getByText(t('console.privacy.state.allowed')).waitFor()
  await settled(page)
  await look('privacy')
  await button('console.privacy.stop').click()
  await agree('console.privacy.stop')
  await page.getByText(t('console.privacy.state.stopped')).waitFor()
}

/** What is held is seen, put on hold and erased with a ground and the number once more; each run has a person of its own. */
async function officerHoldsAndErasesAPerson({ page, base, look, t, language, screen }) {
  await goTo(page, base, '/privacy?subsidiary=s3')
  await page.getByText(t('console.erasure.none')).waitFor()
  await page.getByText(t('console.retention.person')).first().waitFor()
  await page.getByRole('button', { name: t('console.erasure.open') }).click()
  const dialog = page.getByRole('dialog')
  const button = (key) => dialog.getByRole('button', { name: t(key), exact: true })
  await dialog.getByRole('combobox').fill('CASE')
  await page.getByRole('option').nth(screen === 'phone' ? 2 : language === 'zh' ? 0 : 1).click()
  await dialog.getByText(t('console.held.profile')).waitFor()
  await dialog.getByRole('heading', { name: t('console.statutory.title'), exact: true }).waitFor()
  await settled(page)
  await look('erasure')
  await dialog.getByLabel(t('console.erasure.until')).fill('2099-12-31')
  await page.keyboard.press('Enter')
  await dialog.getByLabel(t('console.erasure.reason')).fill('An open claim')
  await button('console.erasure.place').click()
  await dialog.getByText(t('console.obstacle.onHold')).waitFor()
  await settled(page)
  await look('erasure-held')
  await button('console.erasure.lift').click()
  assert.equal(await button('console.erasure.erase').isDisabled(), true, 'nobody is erased without a ground and the number')
  await pick(page, t('console.erasure.ground'), t('console.ground.objection'))
  const number = (await dialog.locator('strong').first().locator('..').textContent()).split('·').at(-1).trim()
  await dialog.getByLabel(t('console.erasure.again')).fill(number)
  await button('console.erasure.erase').click()
  await dialog.waitFor({ state: 'detached' })
  await page.locator('.el-message').filter({ hasText: t('console.erasure.done') }).first().waitFor()
  await findsWhatTheLawKeeps({ page, look, t, number })
}

/** Only the number and a reason lead to it, and another number to nothing. */
async function findsWhatTheLawKeeps({ page, look, t, number }) {
  const panel = page.getByRole('region', { name: t('console.statutory.title') })
  await panel.getByLabel(t('console.statutory.number')).fill(number)
  assert.equal(await panel.getByRole('button', { name: t('console.statutory.look') }).isDisabled(), true, 'nobody looks without a reason')
  await pick(page, t('console.statutory.reason'), t('console.statutoryReason.legalClaim'))
  await panel.getByRole('button', { name: t('console.statutory.look') }).click()
  await panel.locator('summary').filter({ hasText: t('record.section.requests') }).click()
  await panel.getByText('Handed out').waitFor()
  await settled(page)
  await look('statutory')
  await panel.getByLabel(t('console.statutory.number')).fill('NOBODY')
  await panel.getByText('Handed out').waitFor({ state: 'detached' })
  await page.keyboard.press('Enter')
  await panel.getByText(t('console.statutory.none')).waitFor()
}

/** A person reads what is held, asks for something, and takes it back, with the keyboard where a list folds. */
async function employeeSeesOwnDataAndAsks({ page, base, look, t }) {
  await goTo(page, base, '/own')
  await page.getByText(t('console.own.noRequests')).waitFor()
  await page.getByText('CASE-1').waitFor()
  for (const section of ['scores', 'signals']) {
    await page.locator('summary', { hasText: t(`record.section.${section}`) }).focus()
    await page.keyboard.press('Enter')
  }
  await page.getByText(t('console.own.raises')).first().waitFor()
  await page.getByText(t('console.own.more', { n: 5 })).waitFor()
  await settled(page)
  await look('own')
  const [paper] = await Promise.all([page.waitForEvent('download'), page.getByRole('button', { name: t('console.own.print') }).click()])
  assert.match(paper.suggestedFilename(), /^holdfast-record-[\d-]+\.pdf$/, 'no name in the name of the file')
  const saved = page.waitForEvent('download')
  await page.getByRole('button', { name: t('console.own.save') }).click()
  assert.match((await saved).suggestedFilename(), /^holdfast-record-[\d-]+\.json$/, 'no name in the name of the file')
  await page.getByRole('button', { name: t('console.own.file'), exact: true }).click()
  const dialog = page.getByRole('dialog')
  const send = dialog.getByRole('button', { name: t('console.own.send'), exact: true })
  assert.equal(await send.isDisabled(), true, 'nothing is asked without a kind')
  await pick(page, t('console.request.kind'), t('requestKind.rectification'))
  assert.equal(await send.isDisabled(), true, 'nothing is put right that is not said')
  await pick(page, t('console.request.kind'), t('requestKind.objection'))
  await dialog.getByText(t('console.requestMeans.objection')).waitFor()
  await settled(page)
  await look('own-request')
  await send.click()
  await page.getByRole('cell', { name: t('requestState.open') }).waitFor()
  await page.getByRole('button', { name: t('console.own.withdraw'), exact: true }).click()
  await page.locator('.el-message-box').getByRole('button', { name: t('console.own.withdraw'), exact: true }).click()
  await page.getByRole('cell', { name: t('requestState.withdrawn') }).waitFor()
}

/** What is overdue stands first; a review needs what was found, a refusal its remedies; a letter counts from the day it came. */
async function officerAnswersRequests({ page, base, look, t, language, screen }) {
  await goTo(page, base, `/privacy?subsidiary=${screen === 'phone' ? 's4' : language === 'zh' ? 's5' : 's3'}`)
  const panel = page.getByRole('region', { name: t('console.request.title') }).last()
  await page.getByText(t('console.request.overdue', { n: 2 })).waitFor()
  await settled(page)
  await look('requests')
  await panel.getByRole('button', { name: t('console.request.open') }).first().click()
  const dialog = page.getByRole('dialog')
  const decide = dialog.getByRole('button', { name: t('console.request.decide'), exact: true })
  await pick(page, t('console.request.outcome'), t('console.request.grant'))
  await dialog.getByLabel(t('console.request.answer')).fill('Reviewed.')
  assert.equal(await decide.isDisabled(), true, 'a review says what was found')
  await dialog.getByLabel(t('console.request.assessment')).fill('The score overlooks the new role.')
  await settled(page)
  await look('request')
  await decide.click()
  await dialog.waitFor({ state: 'detached' })
  await page.getByText(t('console.request.overdue', { n: 2 })).waitFor({ state: 'detached' })
  await panel.getByRole('button', { name: t('console.request.open') }).first().click()
  assert.match(await dialog.getByRole('link', { name: t('console.request.handOut') }).getAttribute('href'), /\/record$/, 'the copy is at hand')
  await pick(page, t('console.request.outcome'), t('console.request.refuse'))
  await dialog.getByLabel(t('console.request.answer')).fill('No.')
  assert.equal(await decide.isDisabled(), true, 'a refusal names remedies')
  await dialog.getByLabel(t('console.request.remedies')).fill('Complain to the authority.')
  await decide.click()
  await dialog.waitFor({ state: 'detached' })
  await refusalsOfAutomatedDecisionsAreDeclinedByTheRuleBookAlone({ page, panel, dialog, decide, look, t })
  await page.getByText(t('console.request.none.pending')).waitFor()
  await panel.getByText(t('console.request.settled'), { exact: true }).click()
  await page.getByText(t('requestState.refused')).first().waitFor()
}

/** One rule book names exceptions, of which one is chosen; another knows none, and only granting is left. */
async function refusalsOfAutomatedDecisionsAreDeclinedByTheRuleBookAlone({ page, panel, dialog, decide, look, t }) {
  const open = panel.getByRole('button', { name: t('console.request.open') }).first()
  await open.click()
  await dialog.getByText(t('console.claim.suspends')).waitFor()
  await pick(page, t('console.request.outcome'), t('console.request.refuse'))
  await dialog.getByLabel(t('console.request.answer')).fill('No.')
  await dialog.getByLabel(t('console.request.remedies')).fill('Complain to the authority.')
  assert.equal(await decide.isDisabled(), true, 'a ground of the rule book is named')
  // The words are the rule book's, which no made-up server has: the code stands for them.
  await pick(page, t('console.claim.exception'), 'contract')
  await settled(page)
  await look('claim')
  await decide.click()
  await dialog.waitFor({ state: 'detached' })
  await open.click()
  await pick(page, t('console.request.outcome'), t('console.request.refuse'))
  await dialog.getByText(t('console.claim.barred', { law: 'PIPL Art. 24' })).waitFor()
  await dialog.getByLabel(t('console.request.answer')).fill('Granted.')
  assert.equal(await decide.isDisabled(), true, 'it cannot be refused')
  await pick(page, t('console.request.outcome'), t('console.request.grant'))
  await decide.click()
  await dialog.waitFor({ state: 'detached' })
}

/** Whoever was flagged, then dismissed, waits for a finding; it is said once, by name. */
async function officerSaysWhetherAScoreWasMisused({ page, base, look, t, language, screen }) {
  await goTo(page, base, `/privacy?subsidiary=${screen === 'phone' ? 's4' : language === 'zh' ? 's5' : 's3'}`)
  const panel = page.getByRole('region', { name: t('console.dismissal.panel') }).last()
  await panel.getByText(t('console.dismissal.waits')).waitFor()
  await settled(page)
  await look('dismissals')
  await panel.getByRole('button', { name: t('console.request.open') }).first().click()
  const dialog = page.getByRole('dialog')
  const settle = dialog.getByRole('button', { name: t('console.dismissal.settle'), exact: true })
  await pick(page, t('console.dismissal.finding'), t('console.dismissal.outcome.misuse'))
  assert.equal(await settle.isDisabled(), true, 'a finding says how it is known')
  await dialog.getByLabel(t('console.dismissal.text')).fill('The superior cites the alert; the dismissal was taken back.')
  await settled(page)
  await look('dismissal')
  await settle.click()
  await dialog.waitFor({ state: 'detached' })
  await page.getByText(t('console.dismissal.none.pending')).waitFor()
}

/** Filters narrow the log, pages go on and back, a person is found by name, and what is shown can be taken away. */
async function auditLogIsSearchedPagedAndExported({ page, base, look, t, screen }) {
  await goTo(page, base, '/audit')
  const rows = page.locator(screen === 'phone' ? 'main .cards > li' : 'main .table-wrap tbody tr')
  assert.equal(await rows.count(), 50)
  assert.match(await rows.first().textContent(), /GMT/, 'the time is told with its offset')
  await look('audit')
  await page.getByRole('button', { name: t('console.pager.next') }).click()
  await page.getByText(t('console.audit.page', { n: 50, page: 2 })).waitFor()
  if (screen === 'phone') await page.getByRole('button', { name: t('console.watch.filters') }).click()
  await pick(page, t('console.audit.kind'), t('console.auditKind.export'))
  await page.getByText(t('console.audit.page', { n: 13, page: 1 })).waitFor()
  await page.getByRole('button', { name: t('console.audit.pickPerson') }).click()
  await page.getByRole('dialog').getByRole('combobox').fill('CASE')
  await page.getByRole('option').first().click()
  await page.getByRole('dialog').waitFor({ state: 'detached' })
  await settled(page)
  await look('audit-person')
  const fetched = page.waitForEvent('download')
  await page.getByRole('button', { name: t('console.audit.export') }).click()
  assert.match((await fetched).suggestedFilename(), /^holdfast-audit-log-.*\.csv$/)
}

/** Who may not read employees sees their random ids and no way to look for names. */
async function auditorSeesNoNameOfAPerson({ page, base, look, t }) {
  await goTo(page, base, '/audit')
  const shown = await page.locator('main').textContent()
  assert.ok(!/王|李|张|刘/.test(shown), 'no name of a person is on the page')
  assert.equal(await page.getByRole('button', { name: t('console.audit.pickPerson') }).count(), 0)
  await page.getByRole('button', { name: t('console.audit.detailsOf', { n: 4130 }) }).click()
  await page.getByRole('dialog').waitFor()
  await settled(page)
  await look('audit-details')
  await page.getByRole('dialog').getByRole('button', { name: t('console.audit.onlyActor', { name: 'hr' }) }).click()
  await page.getByRole('dialog').waitFor({ state: 'detached' })
  await page.getByText(t('console.audit.page', { n: 39, page: 1 })).waitFor()
}

async function auditLogSaysThatItFailedOrIsEmpty({ page, base, look, t, expect }) {
  expect(503)
  await page.route('**/api/v1/audit/search', (route) => route.fulfill({ status: 503, contentType: 'application/problem+json', body: '{"title":"…","status":503}' }))
  await goTo(page, base, '/audit')
  const again = page.getByRole('button', { name: t('console.common.retry') })
  await again.waitFor()
  await look('audit-failed')
  await page.unroute('**/api/v1/audit/search')
  await again.click()
  await settled(page)
  await page.getByRole('textbox', { name: t('console.audit.endpoint') }).fill('nothing of the kind')
  await page.getByText(t('console.audit.empty')).waitFor()
  await look('audit-empty')
}

/** By keys alone, as far as there is something to type: password, code, and the codes that are shown this once. */
async function addsASecondFactor(page, t) {
  await page.getByRole('button', { name: t('console.account.add') }).focus()
  await page.keyboard.press('Enter')
  await page.waitForFunction(() => document.activeElement.id === 'enrol-password')
  await page.keyboard.type('wrong')
  await page.keyboard.press('Enter')
  await page.getByRole('dialog').getByRole('alert').waitFor()
  await page.fill('#enrol-password', 'any')
  await page.keyboard.press('Enter')
  await page.getByRole('img', { name: t('console.enrol.qr') }).waitFor()
  await page.waitForFunction(() => document.activeElement.id === 'enrol-code')
  await settled(page)
}

/** A page that looks for its subsidiary does not call back who is leaving; a click on its own place in the menu keeps it. */
async function menuLeavesAPageThatChoosesASubsidiary({ page, base, t }) {
  const menu = (key) => page.getByRole('navigation').getByRole('link', { name: t(key), exact: true })
  const subsidiaryIsShown = () => page.waitForFunction(() => document.querySelector('main .el-select__placeholder:not(.is-transparent)')?.textContent.trim())
  const late = (address, ms) => page.route(address, (route) => void setTimeout(() => void route.continue().catch(() => undefined), ms))
  await goTo(page, base, '/models?subsidiary=s2')
  await subsidiaryIsShown()
  await menu('console.nav.models').click()
  await subsidiaryIsShown()
  await goTo(page, base, '/imports')
  await late('**/api/v1/subsidiaries*', 300)
  await late(/Alerts.*\.js/, 900)
  await menu('console.nav.models').click()
  await page.getByRole('heading', { name: t('console.nav.models'), level: 1 }).waitFor()
  await menu('console.nav.alerts').click()
  await page.getByRole('heading', { name: t('console.nav.alerts'), level: 1 }).waitFor()
  await settled(page)
  assert.equal(await page.evaluate(() => location.hash), '#/alerts')
}

/** What is on screen where only the codes are printed. */
async function printsTheCodesAlone(page) {
  await page.emulateMedia({ media: 'print' })
  assert.equal(await page.locator('.codes li').first().isVisible(), true)
  assert.equal(await page.locator('main#content').isVisible(), false, 'the page around the codes is not printed')
  assert.equal(await page.locator('.el-dialog__footer').isVisible(), false)
  await page.emulateMedia({ media: 'screen' })
}

async function ownSecondFactorIsAddedAndRemoved({ page, base, look, t, expect }) {
  expect(401)
  await goTo(page, base, '/account')
  await look('account')
  await addsASecondFactor(page, t)
  await look('account-enrol')
  await page.fill('#enrol-code', '000000')
  await page.keyboard.press('Enter')
  await page.getByRole('dialog').getByRole('alert').waitFor()
  await page.fill('#enrol-code', '123 456')
  await page.keyboard.press('Enter')
  const codes = page.getByRole('list', { name: t('console.recovery.title') })
  await codes.waitFor()
  assert.equal(await codes.getByRole('listitem').count(), 10)
  await page.context().grantPermissions(['clipboard-read', 'clipboard-write'])
  await page.getByRole('button', { name: t('console.recovery.copy') }).click()
  await page.getByText(t('console.recovery.copied'), { exact: true }).waitFor()
  assert.equal((await page.evaluate(() => navigator.clipboard.readText())).split('\n').length, 10)
  await settled(page)
  await look('account-codes')
  await page.keyboard.press('Escape')
  assert.equal(await codes.isVisible(), true, 'Escape does not lose the codes')
  await page.evaluate(() => (window.print = () => (window.printed = true)))
  await page.getByRole('button', { name: t('console.recovery.print') }).click()
  assert.equal(await page.evaluate(() => window.printed), true)
  await printsTheCodesAlone(page)
  await page.getByRole('button', { name: t('console.recovery.done') }).click()
  const remove = page.locator('main').getByRole('button', { name: t('console.account.remove') })
  await remove.waitFor()
  await settled(page)
  await look('account-added')
  await remove.click()
  await page.waitForFunction(() => document.activeElement.id === 'removal-password')
  await page.keyboard.type('any')
  await page.fill('#removal-code', '000000')
  await page.keyboard.press('Enter')
  await page.getByRole('dialog').getByRole('alert').waitFor()
  await look('account-remove')
  await page.fill('#removal-code', '123456')
  await page.keyboard.press('Enter')
  await page.getByText(t('console.account.none')).waitFor()
  assert.equal(await page.locator('#username').count(), 0, 'a wrong password or code does not end the session')
}

async function ownSessionsAreEnded({ page, base, t }) {
  await goTo(page, base, '/account')
  const rows = page.getByRole('region', { name: t('console.sessions.title'), exact: true }).locator('tbody tr')
  assert.equal(await rows.count(), 4)
  assert.equal(await rows.first().getByRole('button').count(), 0, 'the present session ends by signing out')
  await rows.nth(1).getByRole('button').click()
  await rows.nth(3).waitFor({ state: 'detached' })
  await page.getByRole('button', { name: t('console.sessions.others') }).click()
  await page.locator('.el-message-box').getByRole('button', { name: t('console.sessions.others') }).click()
  await rows.nth(1).waitFor({ state: 'detached' })
}

async function roleThatMustHaveASecondFactorAddsOneFirst({ page, base, look, t, expect }) {
  expect(401)
  await page.goto(base)
  await page.fill('#username', 'must')
  await page.fill('#password', 'any')
  await page.click('button[type=submit]')
  await page.getByText(t('console.account.must')).waitFor()
  await settled(page)
  await look('account-must')
  await page.goto(`${base}#/alerts`)
  await page.waitForFunction(() => location.hash.startsWith('#/account'))
  await addsASecondFactor(page, t)
  await page.fill('#enrol-code', '123456')
  await page.keyboard.press('Enter')
  await page.getByRole('button', { name: t('console.recovery.done') }).click()
  await page.waitForFunction(() => location.hash === '#/alerts')
}

/** Each language has a user of its own: what is reset is not there any more for the other. */
async function administratorEndsSessionsAndResetsASecondFactor({ page, base, look, t, language }) {
  const name = language === 'zh' ? 'manager' : 'operator'
  await goTo(page, base, '/access')
  const item = (key) => page.locator('.el-dropdown-menu__item:visible', { hasText: t(key) })
  const more = (user) => page.getByRole('button', { name: t('console.users.moreOf', { name: user }) })
  await more('hr').click()
  await item('console.users.resetFactor').waitFor()
  assert.equal(await item('console.users.resetFactor').getAttribute('aria-disabled'), 'true', 'nobody resets their own')
  await page.keyboard.press('Escape')
  await more(name).click()
  await item('console.sessions.title').waitFor()
  await settled(page)
  await look('access-more')
  await item('console.sessions.title').click()
  const dialog = page.getByRole('dialog', { name: t('console.users.sessionsOf', { name }) })
  await dialog.locator('tbody tr').first().waitFor()
  await settled(page)
  await look('access-sessions')
  await dialog.getByRole('button', { name: t('console.users.endSessions') }).click()
  await page.getByText(t('console.users.sessionsEnded', { name })).waitFor()
  await more(name).focus()
  await page.keyboard.press('Enter')
  await item('console.users.resetFactor').click()
  await page.locator('.el-message-box').getByRole('button', { name: t('console.users.resetFactor') }).click()
  await page.getByText(t('console.users.factorReset', { name })).waitFor()
  await settled(page)
  const row = page.locator('main tbody tr', { has: page.getByRole('rowheader', { name, exact: true }) })
  assert.equal(await row.getByText(t('console.account.factor'), { exact: true }).count(), 0)
}

const promise = (keep, as, settings) => ({ name: keep.name, as, settings, keep })

export const PROMISES = [
  promise(loginTellsOfASealedServerAndAOneTimePassword, undefined, BOTH),
  promise(loginAsksForTheCodeOfASecondFactor, undefined, BOTH),
  promise(ownSecondFactorIsAddedAndRemoved, 'hr', DESK_IN_CHINESE),
  promise(ownSessionsAreEnded, 'hr', BOTH),
  promise(roleThatMustHaveASecondFactorAddsOneFirst, undefined, BOTH),
  promise(administratorEndsSessionsAndResetsASecondFactor, 'hr', [BOTH[0], { language: 'en', screen: 'phone' }]),
  promise(administratorLimitsATokenToAFewThings, 'hr', DESK_IN_CHINESE),
  promise(administratorLetsTheProviderVouchForAUser, 'hr', DESK_IN_ENGLISH),
  promise(editingAUserKeepsTheEmployee, 'hr', [BOTH[0]]),
  promise(loadingFailedAndEmptyListsSaySo, 'hr', BOTH),
  promise(effectsAreToldWithTheirIntervals, 'hr', DESK_IN_CHINESE),
  promise(chartsAndMenusAnswerTheMouse, 'hr', [BOTH[0]]),
  promise(alertsOfAWeekAreLimited, 'hr', [BOTH[0], { language: 'en', screen: 'phone' }]),
  promise(adoptionIsToldByTeam, 'hr', [BOTH[0], { language: 'en', screen: 'phone' }]),
  promise(holdOutNeedsTwoPeopleWhoReadTheNote, 'hr', [BOTH[0], { language: 'en', screen: 'phone' }]),
  promise(secondPersonBeginsTheHoldOutAndEitherStopsIt, 'dpo', [BOTH[0]]),
  promise(alertIsAcknowledgedAndClosed, 'hr', [BOTH[1]]),
  promise(alertLeadsToItsCase, 'hr', [BOTH[0]]),
  promise(casesAreListedOverdueFirst, 'hr', DESK_IN_CHINESE),
  promise(caseIsPrintedAsItIsRead, 'hr', [BOTH[0], { language: 'en', dark: true }]),
  promise(importedCaseSaysThatItIs, 'hr', [BOTH[1], { language: 'zh', screen: 'phone' }]),
  promise(talkIsRecordedInThreeTaps, 'manager', DESK_IN_ENGLISH),
  promise(outcomeIsRecordedAfterATalk, 'manager', DESK_IN_CHINESE),
  promise(talkIsCorrectedAndNothingTypedIsLost, 'hr', [BOTH[0], { language: 'en', screen: 'phone' }]),
  promise(fileIsAddedToATalkAndSaved, 'hr', [BOTH[0], { language: 'en', screen: 'phone' }]),
  promise(dayBeginsWithWhatIsMostUrgent, 'hr', DESK_IN_ENGLISH),
  promise(dayBeginsWithWhatIsMostUrgent, 'manager', [{ language: 'zh', screen: 'phone', dark: true }, { language: 'en', screen: 'phone' }]),
  promise(talkIsRecordedThreeTapsAfterSigningIn, 'manager', [{ language: 'zh', screen: 'phone' }, { language: 'en', screen: 'phone' }]),
  promise(teamShowsWhatBecameOfItSinceSomebodyLeft, 'hr', DESK_IN_CHINESE),
  promise(leaverLeadsToTheTeam, 'hr', [BOTH[1]]),
  promise(superiorHasNoTeamPage, 'manager', [BOTH[0]]),
  promise(programmeTellsItsProgressAndItsEffect, 'hr', DESK_IN_ENGLISH),
  promise(programmeIsBegunFromATemplate, 'hr', DESK_IN_CHINESE),
  promise(programmeIsChangedByTwoAndEndedOnlyWhenAsked, 'hr', [BOTH[1]]),
  promise(teamPlanBeginsOnThePageOfTheTeam, 'hr', DESK_IN_CHINESE),
  promise(superiorHasNoProgrammes, 'manager', [BOTH[0]]),
  promise(roundIsDraftedOpenedAndTellsGroupsAlone, 'hr', DESK_IN_ENGLISH),
  promise(systemIsSetUpAndTested, 'hr', DESK_IN_CHINESE),
  promise(orphansAreTold, 'hr', DESK_IN_ENGLISH),
  promise(accountsSayWhetherTheyAreDead, 'hr', DESK_IN_CHINESE),
  promise(superiorHasNoAccounts, 'manager', [BOTH[0]]),
  promise(events.targetIsMadeTestedAndRemoved, 'hr', DESK_IN_ENGLISH),
  promise(events.secretIsReplacedWhenThatWasMeant, 'hr', [BOTH[0]]),
  promise(events.whatWasGivenUpIsSentAgain, 'hr', [BOTH[0], { language: 'en', screen: 'phone' }]),
  promise(events.superiorHasNoEventTargets, 'manager', [BOTH[0]]),
  promise(surveyIsAnsweredOnOneScreen, 'employee', [{ language: 'zh', screen: 'phone' }, { language: 'en', screen: 'phone', dark: true }]),
  promise(preparationIsTakenBackAsAWhole, 'hr', DESK_IN_CHINESE),
  promise(evidenceOfAnAbsenceIsCollectedPieceByPiece, 'hr', BOTH),
  promise(personIsToldThatTheirHandoverIsPrepared, 'employee', DESK_IN_ENGLISH),
  promise(settlementAsksShowsEachStepAndIsHandedOver, 'hr', DESK_IN_CHINESE),
  promise(handoverIsBegunAssignedAndWaived, 'hr', BOTH),
  promise(handoverIsSentAcceptedAndGivenBack, 'employee', BOTH),
  promise(handoverFitsAPhone, 'employee', [{ language: 'zh', screen: 'phone', dark: true }, { language: 'en', screen: 'phone' }]),
  promise(meetingIsSetWithItsSigners, 'hr', BOTH),
  promise(meetingIsRefusedAndSigned, 'employee', [{ language: 'en' }, { language: 'zh', screen: 'phone', dark: true }]),
  promise(settlementWithoutRulesSaysSo, 'hr', [BOTH[1]]),
  promise(assetIsRegisteredIssuedAndTakenBack, 'hr', DESK_IN_ENGLISH),
  promise(assetIsRegisteredIssuedAndTakenBack, 'handler', [{ language: 'en', screen: 'phone' }]),
  promise(assetListIsImportedAndWrongLinesAreTold, 'hr', DESK_IN_CHINESE),
  promise(ownAssetsAreSignedForAndReturned, 'employee', [{ language: 'zh', screen: 'phone' }, { language: 'en', screen: 'phone', dark: true }]),
  promise(superiorHasNoAssets, 'manager', [BOTH[0]]),
  promise(superiorHasNoSurveys, 'manager', [BOTH[0]]),
  promise(flowIsDrawnRefusedInWordsAndPublished, 'hr', DESK_IN_ENGLISH),
  promise(mandatoryStepsAreChosenByTheGroup, 'hr', DESK_IN_ENGLISH),
  promise(superiorHasNoFlows, 'manager', [BOTH[0]]),
  promise(workMovesByItselfAndEndsPleasantly, 'hr', [BOTH[0], { language: 'en', screen: 'phone' }]),
  promise(offboarding.leaversAreListedWithWhatIsOpen, 'hr', DESK_IN_CHINESE),
  promise(offboarding.offboardingIsBegunByTheLaw, 'hr', DESK_IN_CHINESE),
  promise(offboarding.contractThatEndsLaterNeedsAnEvent, 'hr', [BOTH[1]]),
  promise(offboarding.offboardingWithoutRulesAsksForTheDay, 'hr', [BOTH[1], { language: 'zh', screen: 'phone' }]),
  promise(offboarding.offboardingIsChangedByTwoAndWithdrawn, 'hr', DESK_IN_CHINESE),
  promise(offboarding.offboardingIsPrinted, 'hr', [BOTH[0]]),
  promise(offboarding.tasksAreDoneWhereTheyStand, 'handler', [{ language: 'zh', screen: 'phone' }, { language: 'en', screen: 'phone', dark: true }]),
  promise(offboarding.refusedHeldAndOvertakenTasksSaySo, 'handler', [BOTH[0], { language: 'en', screen: 'phone' }]),
  promise(offboarding.taskIsDoneByTheKeysAlone, 'hr', [BOTH[1]]),
  promise(offboarding.superiorApprovesOnThePhone, 'manager', [{ language: 'zh', screen: 'phone', dark: true }, { language: 'en', screen: 'phone' }]),
  promise(offboarding.financeFindsWhatItPaysInItsTask, 'handler', [BOTH[0], { language: 'en', screen: 'phone' }]),
  promise(offboarding.tasksThatAreAllDoneSaySo, 'handler', [BOTH[1]]),
  promise(offboarding.noticeIsGivenAndWithdrawnByOneself, 'employee', [{ language: 'zh', screen: 'phone', dark: true }, BOTH[1]]),
  promise(offboarding.wrongResignationIsToldAtItsField, 'employee', [BOTH[0], { language: 'en', screen: 'phone' }]),
  promise(offboarding.officesAreGivenToPeople, 'hr', [BOTH[0], { language: 'en', screen: 'phone' }]),
  promise(offboarding.decidedCaseLeadsToTheOffboarding, 'hr', [BOTH[0], { language: 'en', screen: 'phone' }]),
  promise(interviews.interviewIsOfferedHeldAndThePersonMayStay, 'hr', DESK_IN_CHINESE),
  promise(interviews.interviewsToHoldAreListedAndCounted, 'hr', DESK_IN_CHINESE),
  promise(interviews.formIsWrittenPreviewedAndPublished, 'hr', [BOTH[0], { language: 'en', screen: 'phone' }]),
  promise(interviews.ownInterviewIsFilledInBitByBit, 'employee', [{ language: 'zh', screen: 'phone', dark: true }]),
  promise(interviews.ownInterviewIsDeclinedFreely, 'employee', [{ language: 'en', screen: 'phone' }]),
  promise(papers.certificateIsIssuedCorrectedAndFetched, 'hr', DESK_IN_CHINESE),
  promise(papers.certificateThatComesTooEarlySaysSo, 'hr', [BOTH[1]]),
  promise(papers.transferIsNotedWithItsOffice, 'hr', [BOTH[0], { language: 'en', screen: 'phone' }]),
  promise(papers.sealIsMadeCertifiedAndReplaced, 'hr', DESK_IN_CHINESE),
  promise(papers.wordsOfPapersAreWrittenAndPreviewed, 'hr', [BOTH[0], { language: 'en', screen: 'phone' }]),
  promise(papers.ownCertificateIsFetched, 'employee', [{ language: 'zh', screen: 'phone', dark: true }, BOTH[1]]),
  promise(offboarding.employeeHasNoOffboardingsOfOthers, 'employee', [BOTH[1]]),
  promise(plansAreABoardAndWaitForApproval, 'hr', BOTH),
  promise(plansAreABoardAndWaitForApproval, 'manager', [{ language: 'zh', screen: 'phone', dark: true }, { language: 'en', screen: 'phone' }]),
  promise(effectTellsEveryFigureWithItsWhole, 'hr', DESK_IN_ENGLISH),
  promise(offboardingIsToldByReasonAndStep, 'hr', DESK_IN_CHINESE),
  promise(leaversAreToldByReasonAndGroup, 'hr', DESK_IN_ENGLISH),
  promise(planIsBegunChangedAndPutForward, 'hr', BOTH),
  promise(offeredPostNamesWhoDropsOut, 'hr', [BOTH[0], { language: 'en', screen: 'phone' }]),
  promise(changesInThoughtMoveTheScore, 'hr', DESK_IN_CHINESE),
  promise(smallestSetIsFoundAndShownOnTheSliders, 'hr', [BOTH[0], { language: 'en', screen: 'phone' }]),
  promise(historyTellsWhatEachMeasureBought, 'hr', DESK_IN_ENGLISH),
  promise(actionsAreRankedAndABudgetSaysHowFarItGoes, 'hr', DESK_IN_CHINESE),
  promise(caseTellsWhatIsExpectedToHelp, 'hr', BOTH),
  promise(superiorIsOfferedNoWhatIf, 'manager', [BOTH[1]]),
  promise(featuresAreChosenAndTakenBack, 'hr', [BOTH[0]]),
  promise(menuLeavesAPageThatChoosesASubsidiary, 'hr', [BOTH[0]]),
  promise(keysChooseAmongThePeopleFound, 'hr', DESK_IN_CHINESE),
  promise(auditLogIsSearchedPagedAndExported, 'dpo', DESK_IN_ENGLISH),
  promise(auditorSeesNoNameOfAPerson, 'auditor', DESK_IN_CHINESE),
  promise(auditLogSaysThatItFailedOrIsEmpty, 'dpo', BOTH),
  promise(contributedPagesWork, 'hr', [BOTH[0]]),
  promise(endedSessionComesBackToTheSamePage, 'hr', [BOTH[0]]),
  promise(officerMakesScoringLawfulAndStopsIt, 'dpo', BOTH),
  promise(employeeSeesOwnDataAndAsks, 'employee', DESK_IN_ENGLISH),
  promise(officerAnswersRequests, 'dpo', DESK_IN_ENGLISH),
  promise(officerSaysWhetherAScoreWasMisused, 'dpo', DESK_IN_CHINESE),
  promise(officerTellsOfABreachAndClosesIt, 'dpo', DESK_IN_ENGLISH),
  promise(officerNamesWhomPeopleAsk, 'dpo', BOTH),
  promise(officerIsRemindedOfWhatIsDue, 'dpo', DESK_IN_CHINESE),
  promise(ownMailAddressIsGiven, 'dpo', [BOTH[0]]),
  promise(bellRingsByItself, 'auditor', BOTH),
  promise(remindersAreChosen, 'dpo', DESK_IN_CHINESE),
  promise(officerHoldsAndErasesAPerson, 'dpo', DESK_IN_CHINESE)
]
