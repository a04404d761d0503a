// What the console promises to those who leave, and to all who have something to do for it.
import assert from 'node:assert/strict'
import { goTo, pick, settled } from './walk.mjs'

const message = (page) => page.locator('.el-message-box')
/** A day from today in Shanghai, where the browser is. */
const dayFrom = (shift) => new Date(Date.now() + 28_800_000 + shift * 86_400_000).toISOString().slice(0, 10)
/** Types a day into a field of days. */
async function setDay(page, name, day) {
  const field = page.getByRole('combobox', { name, exact: true })
  await field.fill(day)
  await field.press('Enter')
  await page.locator('.el-picker-panel:visible').waitFor({ state: 'hidden' })
}

/** Whoever leaves first stands first; the list says in words how many days are left, and that nobody leaves where it is so. */
export async function leaversAreListedWithWhatIsOpen({ page, base, look, t, screen }) {
  await goTo(page, base, '/offboardings')
  await page.getByText(t('console.offboarding.left.today')).first().waitFor()
  await page.getByText(t('console.offboarding.openLate', { n: 9 })).first().waitFor()
  await look('offboardings')
  await page.getByRole('button', { name: t('console.pager.next') }).click()
  await settled(page)
  const shown = screen === 'phone' ? page.locator('.cards li') : page.locator('tbody tr')
  assert.ok((await shown.count()) < 20, 'the second page is the rest')
  await page.locator('.el-radio-button', { hasText: t('console.offboarding.state.ended') }).click()
  await page.waitForFunction(() => location.hash.includes('state=ended'))
  await settled(page)
  await look('offboardings-ended')
  assert.equal(await page.getByText(t('console.offboarding.openLate', { n: 9 })).count(), 0)
  await page.route('**/api/v1/offboardings?**', (route) => route.fulfill({ json: { items: [], next: null, total: 0 } }))
  await page.locator('.el-radio-button', { hasText: t('console.offboarding.state.running') }).click()
  await page.getByText(t('console.offboarding.none.running')).waitFor()
  await settled(page)
  await look('offboardings-none')
}

/** The law answers while the reader chooses; what the law wants on file is asked for, and nothing typed is lost. */
export async function offboardingIsBegunByTheLaw({ page, base, look, t, language, screen, expect }) {
  expect(400)
  const id = (language === 'zh' ? 100 : 104) + (screen === 'phone' ? 1 : 0)
  await goTo(page, base, `/offboardings/new?employee=p${id}`)
  const begin = page.locator('form').getByRole('button', { name: t('console.offboarding.begin'), exact: true })
  assert.equal(await begin.isDisabled(), true, 'nothing begins without a kind')
  await pick(page, t('console.offboarding.kindName'), t('console.offboarding.kind.resignation'))
  await page.getByText(t('console.offboarding.notice.days', { n: 30 })).waitFor()
  const last = page.getByRole('combobox', { name: t('console.offboarding.lastDay'), exact: true })
  assert.equal(await last.inputValue(), dayFrom(30), 'the last day is the earliest by law')
  await pick(page, t('console.offboarding.kindName'), t('console.offboarding.kind.contractEnd'))
  await page.getByText(t('console.offboarding.evidenceNeeded')).waitFor({ state: 'detached' })
  await pick(page, t('console.offboarding.kindName'), t('console.offboarding.kind.employerWithNotice'))
  await page.getByText(t('console.offboarding.evidenceNeeded')).waitFor()
  await settled(page)
  await look('offboarding-begin')
  assert.equal(await begin.isDisabled(), true, 'the event has to be on file')
  await page.fill('#evidence-reference', 'HR-2026-7')
  await setDay(page, t('console.offboarding.evidenceOn'), dayFrom(-2))
  await setDay(page, t('console.offboarding.lastDay'), dayFrom(-3))
  await begin.click()
  await message(page).getByRole('button', { name: t('console.offboarding.begin'), exact: true }).click()
  await page.getByText(language === 'zh' ? '不能早于通知日' : 'must not be before the day of notice').waitFor()
  await settled(page)
  await look('offboarding-begin-wrong')
  assert.equal(await page.inputValue('#evidence-reference'), 'HR-2026-7', 'what was typed is still there')
  await setDay(page, t('console.offboarding.lastDay'), dayFrom(31))
  await begin.click()
  await message(page).getByRole('button', { name: t('console.common.cancel'), exact: true }).click()
  assert.ok(page.url().includes('/offboardings/new'), 'nothing begins by a slip')
  await begin.click()
  await message(page).getByRole('button', { name: t('console.offboarding.begin'), exact: true }).click()
  await page.waitForFunction(() => /offboardings\/n\d/.test(location.hash))
  await page.getByRole('heading', { level: 2, name: t('console.offboarding.tasks') }).waitFor()
  await goTo(page, base, `/offboardings/new?employee=p${id}`)
  await page.getByText(t('console.offboarding.runningAlready')).waitFor()
  assert.equal(await page.locator('form').count(), 0, 'nobody leaves twice at a time')
}

/** What the kind alone does not ask for is asked for once the server wants it, and sent with the rest. */
export async function contractThatEndsLaterNeedsAnEvent({ page, base, look, t, expect }) {
  expect(400)
  await goTo(page, base, '/offboardings/new?employee=p110')
  const begin = page.locator('form').getByRole('button', { name: t('console.offboarding.begin'), exact: true })
  const agree = () => message(page).getByRole('button', { name: t('console.offboarding.begin'), exact: true }).click()
  await pick(page, t('console.offboarding.kindName'), t('console.offboarding.kind.contractEnd'))
  await page.getByText(t('console.offboarding.notice.none')).waitFor()
  await begin.click()
  await agree()
  await page.locator('.el-form-item__error').waitFor()
  await settled(page)
  await look('offboarding-event')
  await page.fill('#evidence-reference', 'HR-2026-9')
  await setDay(page, t('console.offboarding.evidenceOn'), dayFrom(-1))
  await begin.click()
  await agree()
  await page.waitForFunction(() => /offboardings\/n\d/.test(location.hash))
  await page.locator('.facts').getByText('HR-2026-9').waitFor()
}

/** Without rules for the country the page says so and asks for the day; the person is found by name. */
export async function offboardingWithoutRulesAsksForTheDay({ page, base, look, t }) {
  await goTo(page, base, '/offboardings')
  await page.getByRole('button', { name: t('console.offboarding.begin'), exact: true }).click()
  const field = page.getByRole('combobox', { name: t('console.watch.search'), exact: true })
  await field.fill('CASE-THIN')
  await page.getByRole('option').first().waitFor()
  await settled(page)
  await field.press('Enter')
  await pick(page, t('console.offboarding.kindName'), t('console.offboarding.kind.resignation'))
  await page.getByText(t('console.offboarding.notice.unknown')).waitFor()
  await settled(page)
  await look('offboarding-lawless')
  const begin = page.locator('form').getByRole('button', { name: t('console.offboarding.begin'), exact: true })
  assert.equal(await begin.isDisabled(), true)
  await setDay(page, t('console.offboarding.lastDay'), dayFrom(20))
  assert.equal(await begin.isDisabled(), false)
}

/** The page tells who has what to do; whoever was slower learns what changed and keeps what they typed. */
export async function offboardingIsChangedByTwoAndWithdrawn({ page, base, look, t, expect }) {
  expect(409)
  await goTo(page, base, '/offboardings/f7')
  assert.equal(await page.locator('.office').count(), 8)
  await look('offboarding')
  await page.getByRole('button', { name: t('console.offboarding.change'), exact: true }).click()
  const dialog = page.getByRole('dialog')
  await dialog.locator('#change-note').fill('2030')
  assert.equal(await dialog.getByRole('button', { name: t('console.common.save'), exact: true }).isDisabled(), true, 'a note beside nothing is not kept')
  await pick(page, t('console.offboarding.why'), t('console.offboarding.reason.study'))
  await dialog.getByRole('button', { name: t('console.common.save'), exact: true }).click()
  await dialog.locator('.el-alert').getByText('王芳', { exact: false }).waitFor()
  assert.equal(await dialog.locator('#change-note').inputValue(), '2030', 'what was typed is still there')
  const day = dialog.getByRole('combobox', { name: t('console.offboarding.lastDay'), exact: true })
  assert.equal(await day.inputValue(), dayFrom(33), 'a day that was left alone is not set back')
  await page.mouse.move(0, 0)
  await settled(page)
  await look('offboarding-conflict')
  await dialog.getByRole('button', { name: t('console.common.save'), exact: true }).click()
  await dialog.waitFor({ state: 'detached' })
  await page.getByText('2030', { exact: true }).waitFor()
  await page.getByRole('button', { name: t('console.offboarding.withdraw'), exact: true }).click()
  await dialog.getByText(t('console.offboarding.notUndone')).waitFor()
  await settled(page)
  await look('offboarding-withdraw')
  await dialog.getByRole('button', { name: t('console.offboarding.withdraw'), exact: true }).click()
  await page.locator('.leaving').getByText(t('console.offboarding.state.withdrawn'), { exact: true }).waitFor()
  assert.equal(await page.getByRole('button', { name: t('console.offboarding.change'), exact: true }).count(), 0, 'what is over is not changed')
  assert.equal(await page.getByText(t('console.offboarding.openNone')).count(), 0, 'what was called off is not done')
  await settled(page)
  await look('offboarding-withdrawn')
}

/** On paper stands what is read, without buttons. */
export async function offboardingIsPrinted({ page, base, t }) {
  await goTo(page, base, '/offboardings/f12')
  await page.emulateMedia({ media: 'print' })
  assert.equal(await page.locator('main .el-button:visible').count(), 0)
  await page.getByText(t('console.offboarding.office.finance')).waitFor()
  await page.emulateMedia({ media: 'screen' })
}

/** Whoever handles tasks begins the day with them, the overdue first, and has one done with two taps. */
export async function tasksAreDoneWhereTheyStand({ page, base, look, t }) {
  await page.goto(base)
  await page.getByRole('heading', { level: 1, name: t('console.tasks.title') }).waitFor()
  await settled(page)
  await look('tasks')
  const classes = await page.locator('.task.open').evaluateAll((all) => all.map((one) => ['overdue', 'today', 'later'].findIndex((when) => one.classList.contains(when))))
  assert.ok(classes.length > 6)
  assert.deepEqual(classes, [...classes].sort(), 'what is overdue stands first')
  const done = page.locator('.closed .task')
  const before = await done.count()
  const tap = async (target) => {
    const { height } = await target.boundingBox()
    assert.ok(height >= 32)
    await target.click()
  }
  await tap(page.locator('.task.open .act').first())
  await tap(page.getByRole('dialog').locator('.sure'))
  await page.getByRole('dialog').waitFor({ state: 'detached' })
  await page.waitForFunction((n) => document.querySelectorAll('.closed .task').length === n + 1, before)
  assert.notEqual(await page.evaluate(() => document.activeElement.tagName), 'BODY', 'the keyboard goes on where the task was')
  await settled(page)
  await look('tasks-done')
}

/** Whoever refuses says why; whoever was slower is told so; what is held says what it waits for. */
export async function refusedHeldAndOvertakenTasksSaySo({ page, base, look, t, expect }) {
  expect(409)
  await goTo(page, base, '/tasks')
  const refuse = page.locator('.task.open', { hasText: t('console.offboarding.office.administration') }).first().getByRole('button').last()
  await refuse.click()
  const dialog = page.getByRole('dialog')
  await dialog.getByText(t('console.offboarding.means.refused')).waitFor()
  assert.equal(await dialog.locator('.sure').isDisabled(), true, 'nobody refuses without a word')
  await settled(page)
  await look('task-refuse')
  await dialog.locator('#task-note').fill('2026')
  await dialog.locator('.sure').click()
  await page.locator('.closed .el-tag--danger').first().waitFor()
  const settle = page.locator('.task.open', { hasText: t('console.offboarding.office.finance') }).first().locator('.act').first()
  await settle.click()
  await dialog.locator('#task-note').fill('1')
  await dialog.locator('.sure').click()
  await dialog.getByRole('alert').waitFor()
  assert.equal(await dialog.locator('.sure').isEnabled(), true, 'it can be tried again')
  await settled(page)
  await look('task-held')
  await dialog.getByRole('button', { name: t('console.common.cancel'), exact: true }).click()
  await dialog.waitFor({ state: 'detached' })
  const answer = { type: '/problems/task-done', title: '2027', status: 409, detail: '', errors: [] }
  await page.route('**/api/v1/offboardings/*/tasks/*', (route) => route.fulfill({ status: 409, contentType: 'application/problem+json', body: JSON.stringify(answer) }))
  await settle.click()
  await dialog.locator('.sure').click()
  await dialog.getByText('2027').waitFor()
  assert.equal(await dialog.locator('.sure').count(), 0, 'it is of no use to try again')
  await page.unroute('**/api/v1/offboardings/*/tasks/*')
}

/** The keys alone are enough, and the focus is in the dialog while it is open. */
export async function taskIsDoneByTheKeysAlone({ page, base, t }) {
  await goTo(page, base, '/offboardings/f10')
  const before = await page.locator('.task.done').count()
  const act = page.locator('.task.open .act').first()
  await act.focus()
  await page.keyboard.press('Enter')
  const dialog = page.getByRole('dialog')
  await dialog.waitFor()
  await settled(page)
  for (let i = 0; i < 8 && !(await dialog.locator('.sure').evaluate((one) => one === document.activeElement)); i++) {
    await page.keyboard.press('Tab')
    assert.ok(await page.evaluate(() => !!document.activeElement.closest('[role=dialog]')), 'the focus stays in the dialog')
  }
  await page.keyboard.press('Enter')
  await page.waitForFunction((n) => document.querySelectorAll('.task.done').length === n + 1, before)
  await page.getByText(t('console.offboarding.whatMore', { what: t('console.offboarding.what.taskDone'), more: `${t('console.offboarding.step.exitInterview')}, ${t('console.offboarding.outcome.done')}` })).first().waitFor()
  await act.focus()
  await page.keyboard.press('Enter')
  await dialog.waitFor()
  await page.keyboard.press('Escape')
  await dialog.waitFor({ state: 'detached' })
}

/** A superior approves with two taps, and gives back only with a word. */
export async function superiorApprovesOnThePhone({ page, base, look, t }) {
  await goTo(page, base, '/tasks')
  const first = page.locator('.task.open').first()
  await first.getByRole('button').last().click()
  const dialog = page.getByRole('dialog')
  await dialog.getByText(t('console.offboarding.means.returned')).waitFor()
  assert.equal(await dialog.locator('.sure').isDisabled(), true)
  await dialog.getByRole('button', { name: t('console.common.cancel'), exact: true }).click()
  await dialog.waitFor({ state: 'detached' })
  for (const button of await first.getByRole('button').all()) assert.ok((await button.boundingBox()).height >= 44, 'a thumb hits it')
  await first.getByRole('button').first().click()
  await settled(page)
  await look('task-approve')
  assert.ok((await dialog.locator('.sure').boundingBox()).height >= 44, 'a thumb hits it')
  await dialog.locator('.sure').click()
  await page.locator('.closed .task').first().waitFor()
}

/** Finance sees what it has to pay where its task stands, and takes the file along; before HR has handed it over it is told so. */
export async function financeFindsWhatItPaysInItsTask({ page, base, look, t, expect }) {
  await goTo(page, base, '/tasks')
  const pay = page.getByRole('button', { name: t('console.settlement.payable'), exact: true }).first()
  expect(409)
  await pay.click()
  await page.getByRole('dialog').getByRole('alert').waitFor()
  await page.keyboard.press('Escape')
  await page.getByRole('dialog').waitFor({ state: 'detached' })
  await page.route('**/api/v1/offboardings/*/payable', (route) =>
    route.fulfill({ json: { offboardingId: 'o1', employee: { id: 'p1', name: '欧阳娜娜', employeeNo: 'E-7' }, exit: { lastDay: '2026-06-30' }, currency: 'CNY', lines: [{ component: 'wages', title: '工资', amount: 10000, held: false }, { component: 'severance', title: '经济补偿', amount: 60000, held: true }], sums: { due: 10000, held: 60000, total: 70000 } } })
  )
  await pay.click()
  const dialog = page.getByRole('dialog')
  await dialog.getByText('欧阳娜娜', { exact: false }).waitFor()
  assert.match(await dialog.locator('tr').last().textContent(), /70[,.]?000/)
  await settled(page)
  await look('payable')
  const [file] = await Promise.all([page.waitForEvent('download'), dialog.getByRole('button', { name: t('console.settlement.file.xlsx') }).click()])
  assert.match(file.suggestedFilename(), /^holdfast-payable-[\d-]+\.xlsx$/, 'the file names nobody')
}

/** All done is told, with how much it was. */
export async function tasksThatAreAllDoneSaySo({ page, base, look, t }) {
  await page.route('**/api/v1/offboardings/tasks?**', (route) => route.fulfill({ json: { items: [], next: null, total: 0, counts: { overdue: 0, today: 0, later: 0 } } }))
  await goTo(page, base, '/tasks')
  await page.getByText(t('console.tasks.none')).waitFor()
  await look('tasks-none')
}

/** Nobody gives notice by a slip, nobody has to say why; afterwards all of it is in sight, and there is a way back. */
export async function noticeIsGivenAndWithdrawnByOneself({ page, base, look, t }) {
  await goTo(page, base, '/own')
  await page.locator('main a[href="#/resignation"]').click()
  await page.getByText(t('console.offboarding.notice.days', { n: 30 })).waitFor()
  await settled(page)
  await look('resignation')
  await setDay(page, t('console.offboarding.lastDay'), dayFrom(12))
  await page.getByText(t('console.offboarding.lastDay')).first().click()
  await page.locator('.hint[role=status]').waitFor()
  await setDay(page, t('console.offboarding.lastDay'), dayFrom(30))
  await page.getByRole('button', { name: t('console.resignation.goOn'), exact: true }).click()
  const dialog = page.getByRole('dialog')
  const give = dialog.getByRole('button', { name: t('console.resignation.give'), exact: true })
  assert.equal(await give.isDisabled(), true, 'a click is not enough')
  await dialog.locator('.read').click()
  await settled(page)
  await look('resignation-sure')
  await give.click()
  await page.getByRole('heading', { level: 2, name: t('console.resignation.others') }).waitFor()
  await settled(page)
  await look('resignation-runs')
  await page.locator('.task.open .act').first().click()
  await dialog.locator('.sure').click()
  await dialog.waitFor({ state: 'detached' })
  await page.locator('.task.done').first().waitFor()
  await page.getByRole('button', { name: t('console.resignation.withdraw'), exact: true }).click()
  await dialog.getByText(t('console.resignation.undone')).waitFor()
  await settled(page)
  await look('resignation-withdraw')
  await dialog.getByRole('button', { name: t('console.resignation.withdraw'), exact: true }).click()
  await page.getByText(t('console.resignation.wasWithdrawn')).waitFor()
}

/** A notice that the server refuses stands at its field, with all that was chosen. */
export async function wrongResignationIsToldAtItsField({ page, base, look, t, language, expect }) {
  expect(400)
  await goTo(page, base, '/resignation')
  const words = language === 'zh' ? '不是工作日' : 'is no working day'
  const answer = { type: '/problems/invalid-request', title: '…', status: 400, detail: '', errors: [{ field: 'lastDay', code: 'dayOff', message: words }] }
  await page.route('**/api/v1/offboardings/own', (route) => (route.request().method() === 'POST' ? route.fulfill({ status: 400, contentType: 'application/problem+json', body: JSON.stringify(answer) }) : route.continue()))
  await page.getByRole('button', { name: t('console.resignation.goOn'), exact: true }).click()
  await page.getByRole('dialog').locator('.read').click()
  await page.getByRole('dialog').getByRole('button', { name: t('console.resignation.give'), exact: true }).click()
  await page.locator('.el-form-item__error', { hasText: words }).waitFor()
  await page.getByRole('dialog').waitFor({ state: 'detached' })
  await settled(page)
  await look('resignation-wrong')
  await page.unroute('**/api/v1/offboardings/own')
}

/** Who does the tasks of an office is chosen for each subsidiary; nobody chosen means everybody. */
export async function officesAreGivenToPeople({ page, base, look, t }) {
  await goTo(page, base, '/offboardings')
  const panel = page.getByRole('region', { name: t('console.offboarding.offices.title') })
  const save = panel.getByRole('button', { name: t('console.common.save'), exact: true })
  assert.equal(await save.isDisabled(), true)
  await pick(page, t('console.offboarding.office.finance'), '罗丽')
  await settled(page)
  await look('offboarding-offices')
  await save.click()
  await page.getByText(t('console.offboarding.offices.saved'), { exact: true }).waitFor()
  assert.equal(await save.isDisabled(), true)
  await panel.getByText('罗丽').waitFor()
}

/** After it is decided not to keep somebody HR begins the offboarding from the case, and finds it there. */
export async function decidedCaseLeadsToTheOffboarding({ page, base, look, t, language, screen }) {
  const id = 30 + (language === 'zh' ? 1 : 3) + (screen === 'phone' ? 1 : 0)
  const caseOf = (state) => page.route(`**/api/v1/outcomes/c*`, (route) => route.fulfill({ json: { caseId: 'c12', employeeId: state, outcome: 'decided', on: dayFrom(-1), exit: null, followUps: [], entries: [], newAlertId: null, may: [] } }))
  await caseOf(`p${100 + id}`)
  await page.route(`**/api/v1/cases/c12`, async (route) => {
    const answer = await route.fetch()
    await route.fulfill({ json: { ...(await answer.json()), state: 'closed', mayRecord: false } })
  })
  await goTo(page, base, '/cases/c12')
  const begin = page.locator('.after').getByRole('button', { name: t('console.offboarding.begin') })
  await begin.waitFor()
  await page.getByText(t('console.outcome.next.decided')).waitFor()
  await settled(page)
  await look('case-decided')
  await begin.click()
  await page.waitForFunction((employee) => location.hash.includes(`employee=${employee}`), `p${100 + id}`)
  await page.unroute('**/api/v1/outcomes/c*')
  await caseOf('p20')
  await goTo(page, base, '/cases/c12')
  await page.locator('.after a[href="#/offboardings/f0"]').waitFor()
  assert.equal(await page.locator('.after button').count(), 0, 'it has begun already')
  await page.unroute('**/api/v1/outcomes/c*')
  await page.unroute('**/api/v1/cases/c12')
}

/** Pages about others are not for somebody who leaves. */
export async function employeeHasNoOffboardingsOfOthers({ page, base, t }) {
  for (const path of ['/offboardings', '/offboardings/f1', '/tasks']) {
    await goTo(page, base, path)
    await page.getByRole('heading', { level: 1, name: t('console.missing.title') }).waitFor()
  }
}
