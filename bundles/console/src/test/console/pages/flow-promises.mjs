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

/** Flows are for HR. */
export async function superiorHasNoFlows({ page, base, t }) {
  await goTo(page, base, '/work')
  assert.equal(await page.getByRole('link', { name: t('console.flows.title') }).count(), 0)
}
