// What the console promises about offboarding flows.
import assert from 'node:assert/strict'
import { goTo, settled } from './walk.mjs'

const pick = (page, name, text) => page.locator('input[type=file]').first().setInputFiles({ name, mimeType: 'application/xml', buffer: Buffer.from(text) })

/** A flow is drawn in the reader's language; a file that may not run is refused in words and lines, another becomes a draft and is published. */
export async function flowIsDrawnRefusedInWordsAndPublished({ page, base, look, t, expect }) {
  expect(400)
  await goTo(page, base, '/flows')
  await page.locator('.djs-shape').first().waitFor()
  const drawn = await page.locator('.djs-container svg').first().textContent()
  assert.ok(drawn.includes(t('flow.step.handover').slice(0, 4)), 'nodes are named in the language of the reader')
  await page.locator('.bjs-powered-by').waitFor()
  assert.ok(await page.locator('.bjs-powered-by').isVisible(), 'the mark that the licence asks for is seen')
  await settled(page)
  await look('flows')
  await pick(page, 'bad.bpmn', '<scriptTask/>')
  await page.getByText(t('console.flows.line', { line: 12 })).waitFor()
  await settled(page)
  await look('flow-refused')
  await pick(page, 'own.bpmn', '<fine/>')
  await page.getByText(t('console.flows.draftNote')).waitFor()
  await page.getByText(t('console.flows.added'), { exact: true }).waitFor()
  await page.locator('.djs-shape').first().waitFor()
  await settled(page)
  await look('flow-draft')
  await page.getByRole('button', { name: t('console.flows.publish'), exact: true }).click()
  await page.getByText(t('console.flows.publishedNote')).waitFor()
}

/** The group says what no flow may leave out; while a flow in use falls short it says which, and nothing that was chosen is lost. */
export async function mandatoryStepsAreChosenByTheGroup({ page, base, look, t, expect }) {
  expect(400)
  await goTo(page, base, '/flows')
  const panel = page.getByRole('region', { name: t('console.flows.mandatory'), exact: true })
  const save = panel.getByRole('button', { name: t('console.common.save') })
  assert.equal(await save.isDisabled(), true, 'nothing has changed')
  await panel.getByText(t('flow.step.exitInterview'), { exact: true }).click()
  await save.click()
  await panel.getByRole('alert').getByText(/exitInterview/).waitFor()
  assert.equal(await panel.getByRole('checkbox', { name: t('flow.step.exitInterview') }).isChecked(), true)
  await settled(page)
  await look('flows-mandatory')
  await panel.getByRole('button', { name: t('console.common.cancel') }).click()
  await panel.getByText(t('flow.step.hrApproval'), { exact: true }).click()
  await save.click()
  await page.getByText(t('console.flows.demanded')).waitFor()
  assert.equal(await panel.getByRole('checkbox', { name: t('flow.step.hrApproval') }).isChecked(), true)
  assert.equal(await save.isDisabled(), true)
  await panel.getByText(t('flow.step.hrApproval'), { exact: true }).click()
  await save.click()
  await panel.getByRole('button', { name: t('console.common.save'), disabled: true }).waitFor()
}

/** Flows are for HR. */
export async function superiorHasNoFlows({ page, base, t }) {
  await goTo(page, base, '/work')
  assert.equal(await page.getByRole('link', { name: t('console.flows.title') }).count(), 0)
}
