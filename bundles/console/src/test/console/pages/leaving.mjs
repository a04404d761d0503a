// How somebody leaves, step by step, against a real server whose clock the test moves: each step is taken by who takes it.
import assert from 'node:assert/strict'
import { readFile, writeFile } from 'node:fs/promises'
import { goTo, settled } from './walk.mjs'

const panel = (page, name) => page.getByRole('region', { name, exact: true })

/** Signs on the phone for what the firm lends. */
async function workerSignsForTheLaptop({ page, base, t }) {
  await goTo(page, base, '/my-assets')
  await page.getByRole('button', { name: t('console.myAssets.receive') }).click()
  await page.locator('.el-message-box').getByRole('button', { name: t('console.myAssets.signReceipt') }).click()
  await page.getByRole('button', { name: t('console.myAssets.receive') }).waitFor({ state: 'detached' })
}

/** Notice by oneself: the law's last day stands there, nobody has to say why. */
async function workerGivesNotice({ page, base, look, t }) {
  await goTo(page, base, '/resignation')
  await page.getByText(t('console.offboarding.notice.days', { n: 30 })).waitFor()
  await settled(page)
  await look('leaving-notice')
  await page.getByRole('button', { name: t('console.resignation.goOn'), exact: true }).click()
  const dialog = page.getByRole('dialog')
  await dialog.locator('.read').click()
  await dialog.getByRole('button', { name: t('console.resignation.give'), exact: true }).click()
  await page.getByRole('heading', { level: 2, name: t('console.resignation.others') }).waitFor()
  await settled(page)
  await look('leaving-begun')
}

/** Open tasks by their step or their office, whichever is written on them. */
const task = (page, t, what) => page.locator('.task.open', { hasText: t(`console.offboarding.${what}`) })

/** Does one's own task where it stands. */
async function doTask(page, t, what) {
  await goTo(page, page.url().split('#')[0], '/tasks')
  await task(page, t, what).locator('.act').first().click()
  await page.getByRole('dialog').locator('.sure').click()
  await page.getByRole('dialog').waitFor({ state: 'detached' })
  await task(page, t, what).waitFor({ state: 'detached' })
}

/** The superior approves with two taps. */
async function superiorApproves({ page, base, look, t }) {
  await goTo(page, base, '/tasks')
  await settled(page)
  await look('leaving-approve')
  await doTask(page, t, 'step.departmentApproval')
}

/** Each owner has it in sight the moment the superior has approved. */
const isTold = (what) =>
  async function ({ page, base, look, t }) {
    await goTo(page, base, '/tasks')
    await task(page, t, what).first().waitFor()
    await settled(page)
    await look(`leaving-told-${what}`)
  }

/** What is asked for is entered, each step of the sum read, and finance has it. */
async function hrSettles({ page, base, look, t, story }) {
  const part = (name) => t(`console.settlement.part.${name}`)
  const dialog = page.getByRole('dialog')
  const fill = (name, value) => dialog.getByRole('spinbutton', { name, exact: true }).or(dialog.getByLabel(name, { exact: true })).first().fill(value)
  await goTo(page, base, `/offboardings/${story.case}/settlement`)
  await page.getByRole('button', { name: t('console.settlement.inputs') }).click()
  await dialog.waitFor()
  for (const [name, value] of Object.entries(story.settlement)) await fill(part(name), value)
  await dialog.getByRole('combobox', { name: part('paidUntil') }).fill(story.paidUntil)
  await page.keyboard.press('Enter')
  await dialog.getByRole('button', { name: t('console.settlement.save') }).click()
  await dialog.waitFor({ state: 'detached' })
  await settled(page)
  await look('leaving-settlement')
  await page.getByRole('button', { name: t('console.settlement.agree'), exact: true }).click()
  await page.locator('.el-message-box').getByRole('button', { name: t('console.settlement.agree'), exact: true }).click()
  await page.getByRole('button', { name: t('console.settlement.handOver') }).click()
  await page.locator('.el-message-box').getByRole('button', { name: t('console.settlement.handOver'), exact: true }).click()
  await page.locator('main .el-tag').getByText(t('console.settlement.state.handedOver')).first().waitFor()
}

/** Finance reads what is to be paid and notes that it is. */
async function financePays({ page, base, look, t }) {
  await goTo(page, base, '/tasks')
  await page.getByRole('button', { name: t('console.settlement.payable'), exact: true }).first().click()
  await page.getByRole('dialog').locator('tr').last().waitFor()
  await settled(page)
  await look('leaving-payable')
  await page.keyboard.press('Escape')
  await page.getByRole('dialog').waitFor({ state: 'detached' })
  await doTask(page, t, 'office.finance')
}

/** Does a task of one's own that needs no more than that it is done. */
const does = (what) =>
  async function ({ page, base, t }) {
    await goTo(page, base, '/tasks')
    await doTask(page, t, what)
  }

/** The device is still out: its task waits and says so, and nothing else does. */
async function laptopIsMissing({ page, base, look, t, expect }) {
  expect(409)
  await goTo(page, base, '/tasks')
  await task(page, t, 'office.administration').locator('.act').first().click()
  const dialog = page.getByRole('dialog')
  await dialog.locator('.sure').click()
  await dialog.getByRole('alert').waitFor()
  await settled(page)
  await look('leaving-device')
}

/** The certificate in all languages; the file is kept for a tool that checks signatures. */
async function hrIssuesTheCertificate({ page, base, look, t, story }) {
  await goTo(page, base, `/offboardings/${story.case}`)
  const part = panel(page, t('console.papers.certificate'))
  await part.getByRole('button', { name: t('console.papers.issue'), exact: true }).click()
  const dialog = page.getByRole('dialog')
  await dialog.getByRole('button', { name: t('console.papers.issueNow') }).click()
  await dialog.waitFor({ state: 'detached' })
  await part.getByText(t('console.papers.current'), { exact: true }).waitFor()
  const [file] = await Promise.all([page.waitForEvent('download'), part.getByRole('button', { name: /JL-\d{4}-\d{4}/ }).click()])
  await writeFile(story.file, await readFile(await file.path()))
  await settled(page)
  await look('leaving-certificate')
}

/** Archive and social insurance are noted with office and reference. */
async function hrNotesTheTransfer({ page, base, look, t, story }) {
  await goTo(page, base, `/offboardings/${story.case}`)
  const part = panel(page, t('console.papers.transfer'))
  await part.getByRole('button', { name: t('console.papers.noteTransfer') }).click()
  const dialog = page.getByRole('dialog')
  for (const what of ['archive', 'insurance']) {
    await dialog.getByRole('radiogroup', { name: t(`console.papers.${what}`) }).getByText(t('console.papers.transferState.sent'), { exact: true }).click()
    await dialog.getByRole('combobox', { name: t('console.papers.sentOn') }).last().fill(story.lastDay)
    await page.keyboard.press('Enter')
    await dialog.locator(`#${what}-office`).fill('江陵')
    await dialog.locator(`#${what}-reference`).fill('2026-7')
  }
  await dialog.getByRole('button', { name: t('console.common.save') }).click()
  await dialog.waitFor({ state: 'detached' })
  await settled(page)
  await look('leaving-transfer')
}

/** The person gives the device back and signs for it. */
async function workerReturnsTheLaptop({ page, base, t }) {
  await goTo(page, base, '/my-assets')
  await page.getByRole('button', { name: t('console.myAssets.return') }).first().click()
  await page.getByRole('dialog').getByRole('button', { name: t('console.myAssets.signReturn') }).click()
  await page.getByRole('dialog').waitFor({ state: 'detached' })
}

/** Administration takes it back and closes its task. */
async function administrationTakesItBack({ page, base, t, story }) {
  await goTo(page, base, `/assets/${story.asset}`)
  await page.getByRole('button', { name: t('console.assets.takeBack'), exact: true }).click()
  await page.getByRole('dialog').getByText(t('console.assets.condition.good')).click()
  await page.getByRole('dialog').getByRole('button', { name: t('console.assets.takeBack'), exact: true }).click()
  await page.getByRole('dialog').waitFor({ state: 'detached' })
  await doTask(page, t, 'office.administration')
}

/** The case is over: every task done, the accounts read as dead. */
async function caseIsOver({ page, base, look, t, story }) {
  await goTo(page, base, `/offboardings/${story.case}`)
  await page.getByText(t('console.offboarding.state.ended')).first().waitFor()
  assert.equal(await page.locator('.task.open').count(), 0, 'nothing is open')
  await settled(page)
  await look('leaving-over')
}

/** Declining takes two taps and no reason. */
async function workerDeclinesTheInterview({ page, base, t }) {
  await goTo(page, base, '/resignation')
  const part = panel(page, t('console.interviews.own'))
  await part.getByRole('button', { name: t('console.interviews.decline') }).click()
  await page.getByRole('dialog').getByRole('button', { name: t('console.interviews.decline') }).click()
  await part.getByText(t('console.interviews.over.declined')).waitFor()
}

/** What is left for the person to say: that they have handed over. */
async function workerHasHandedOver({ page, base, t }) {
  await goTo(page, base, '/resignation')
  await page.locator('.task.open .act').first().click()
  await page.getByRole('dialog').locator('.sure').click()
  await page.getByRole('dialog').waitFor({ state: 'detached' })
  await page.locator('.task.done').first().waitFor()
}

const desk = [{ language: 'zh' }]
const phone = [{ language: 'zh', screen: 'phone' }]
const step = (name, keep, as, settings) => ({ name, as, settings, keep })

export const LEAVING = [
  step('workerSignsForTheLaptop', workerSignsForTheLaptop, 'worker', phone),
  step('workerGivesNotice', workerGivesNotice, 'worker', phone),
  step('superiorApproves', superiorApproves, 'superior', phone),
  step('itIsTold', isTold('office.it'), 'it', desk),
  step('administrationIsTold', isTold('office.administration'), 'administration', desk),
  step('financeIsTold', isTold('office.finance'), 'finance', desk),
  step('hrIsTold', isTold('step.hrApproval'), 'hr', desk),
  step('hrSettles', hrSettles, 'hr', desk),
  step('financePays', financePays, 'finance', desk),
  step('hrApproves', does('step.hrApproval'), 'hr', desk),
  step('laptopIsMissing', laptopIsMissing, 'administration', desk),
  step('hrIssuesTheCertificate', hrIssuesTheCertificate, 'hr', desk),
  step('hrNotesTheTransfer', hrNotesTheTransfer, 'hr', desk),
  step('hrHandsTheCertificateOver', does('step.certificate'), 'hr', desk),
  step('hrHasTransferred', does('office.hr'), 'hr', desk),
  step('itHasClosedTheAccounts', does('office.it'), 'it', desk),
  step('workerReturnsTheLaptop', workerReturnsTheLaptop, 'worker', phone),
  step('administrationTakesItBack', administrationTakesItBack, 'administration', desk),
  step('workerDeclinesTheInterview', workerDeclinesTheInterview, 'worker', phone),
  step('workerHasHandedOver', workerHasHandedOver, 'worker', phone),
  step('caseIsOver', caseIsOver, 'hr', desk)
]
