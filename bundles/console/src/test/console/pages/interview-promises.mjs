// What the console promises about exit interviews.
import assert from 'node:assert/strict'
import { goTo, settled } from './walk.mjs'

const panel = (page, name) => page.getByRole('region', { name, exact: true })
const scale = (part, value) => part.locator('.scale label').nth(value - 1)

/** HR offers it, somebody of HR writes down what is said, and who wants to talk again may still stay: the way back is beside it. */
export async function interviewIsOfferedHeldAndThePersonMayStay({ page, base, look, t }) {
  await goTo(page, base, '/offboardings/f1')
  const part = panel(page, t('console.interviews.title'))
  await part.getByText(t('console.interviews.state.none'), { exact: true }).waitFor()
  await part.getByRole('button', { name: t('console.interviews.offer'), exact: true }).click()
  const dialog = page.getByRole('dialog')
  await dialog.getByText(t('console.interviews.withHr'), { exact: true }).click()
  assert.equal(await dialog.getByRole('button', { name: t('console.interviews.offerNow'), exact: true }).isDisabled(), true, 'somebody has to hold it')
  await dialog.getByRole('combobox', { name: t('console.interviews.holder'), exact: true }).click()
  await page.getByRole('option', { name: '陈静' }).click()
  await settled(page)
  await look('interview-offer')
  await dialog.getByRole('button', { name: t('console.interviews.offerNow'), exact: true }).click()
  await dialog.waitFor({ state: 'detached' })
  await part.getByRole('button', { name: t('console.interviews.write') }).click()
  assert.equal(await part.getByRole('button', { name: t('console.interviews.send'), exact: true }).isDisabled(), true, 'what is required is missing')
  await scale(part, 4).click()
  await part.locator('.one').first().click()
  await part.getByText(t('console.interviews.talk')).click()
  await settled(page)
  await look('interview-write')
  await part.getByRole('button', { name: t('console.interviews.send'), exact: true }).click()
  await part.getByText(t('console.interviews.mayStay')).waitFor()
  assert.equal(await part.getByRole('link', { name: t('console.interviews.toPerson') }).count(), 1)
  await page.mouse.move(0, 0)
  await settled(page)
  await look('interview-held')
  await part.getByRole('button', { name: t('console.offboarding.withdraw') }).click()
  await dialog.getByText(t('console.offboarding.undone')).waitFor()
  await dialog.getByRole('button', { name: t('console.common.cancel') }).click()
}

/** What is to be held comes first with its day; rates have what they are a part of, and few are not shown. */
export async function interviewsToHoldAreListedAndCounted({ page, base, look, t }) {
  await goTo(page, base, '/exit-interviews')
  const part = panel(page, t('console.interviews.toHold'))
  await part.getByRole('listitem').first().waitFor()
  assert.equal(await part.getByRole('listitem').count(), 2, 'what was held is not to be held')
  const figures = panel(page, t('console.interviews.coverage')).first()
  await figures.getByText(/28.*40/).waitFor()
  await figures.getByText(/3\.4/).waitFor()
  assert.match(await figures.getByRole('row').last().innerText(), /–/)
  await settled(page)
  await look('interviews')
}

/** A question without words in a language is refused at its field; what was typed stays. */
export async function formIsWrittenPreviewedAndPublished({ page, base, look, t, expect }) {
  expect(400)
  await goTo(page, base, '/exit-interview-form')
  const section = panel(page, t('console.interviews.section', { n: 1 }))
  await section.getByRole('button', { name: t('console.interviews.addQuestion') }).click()
  const question = section.getByRole('group', { name: t('console.interviews.question', { n: 4 }) })
  await question.getByRole('textbox').first().fill('培训够吗？')
  await page.getByRole('button', { name: t('console.interviews.preview') }).click()
  await panel(page, t('console.interviews.preview')).locator('.scale').first().waitFor()
  await publish(page, t)
  await question.locator('.el-form-item__error').first().waitFor()
  assert.equal(await question.getByRole('textbox').first().inputValue(), '培训够吗？')
  await question.scrollIntoViewIfNeeded()
  await page.mouse.move(0, 0)
  await settled(page)
  await look('interview-form-wrong')
  await question.getByRole('textbox').nth(1).fill('Enough training?')
  await publish(page, t)
  await page.getByText(t('console.interviews.formVersion', { n: 1 })).waitFor()
}

async function publish(page, t) {
  await page.getByRole('button', { name: t('console.interviews.publish'), exact: true }).click()
  await page.getByRole('dialog').getByRole('button', { name: t('console.interviews.publish'), exact: true }).click()
}

/** A draft is there after the page was left; what was sent is shown, and corrected by a further version. */
export async function ownInterviewIsFilledInBitByBit({ page, base, look, t }) {
  await goTo(page, base, '/resignation')
  const part = panel(page, t('console.interviews.own'))
  await scale(part, 2).click()
  await part.getByRole('button', { name: t('console.interviews.keep') }).click()
  await page.getByText(t('console.interviews.kept')).waitFor()
  await page.reload()
  await part.locator('.scale .chosen').waitFor()
  await part.locator('.one').first().click()
  await part.scrollIntoViewIfNeeded()
  await settled(page)
  await look('own-interview')
  await part.getByRole('button', { name: t('console.interviews.send'), exact: true }).click()
  await part.getByText(t('console.interviews.ofFive', { value: 2 })).waitFor()
  await part.getByRole('button', { name: t('console.interviews.correct'), exact: true }).click()
  await scale(part, 5).click()
  await part.getByRole('textbox', { name: t('console.interviews.why') }).fill('1')
  await part.getByRole('button', { name: t('console.interviews.correct'), exact: true }).click()
  await part.getByText(t('console.interviews.ofFive', { value: 5 })).waitFor()
  assert.equal(await part.locator('details').count(), 2, 'the first version stays')
}

/** Nobody has to say why, and it is said that nothing follows from it. */
export async function ownInterviewIsDeclinedFreely({ page, base, look, t }) {
  await goTo(page, base, '/resignation')
  const part = panel(page, t('console.interviews.own'))
  await part.getByRole('button', { name: t('console.interviews.decline') }).click()
  const dialog = page.getByRole('dialog')
  await dialog.getByText(t('console.interviews.declineMeans')).waitFor()
  await settled(page)
  await look('own-interview-decline')
  await dialog.getByRole('button', { name: t('console.interviews.decline') }).click()
  await part.getByText(t('console.interviews.over.declined')).waitFor()
}
