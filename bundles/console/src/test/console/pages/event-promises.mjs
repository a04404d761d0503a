// What the console promises about systems that are told of changes of cases.
import assert from 'node:assert/strict'
import { goTo, settled } from './walk.mjs'

/** A target is made, its secret is shown once, it is tested, changed, and taken away only when that was meant. */
export async function targetIsMadeTestedAndRemoved({ page, base, look, t, expect, screen = 'desk' }) {
  const name = `Badges ${screen}`
  expect(400)
  await goTo(page, base, '/event-targets')
  await page.getByRole('heading', { name: 'Weaver OA' }).waitFor()
  await page.getByRole('button', { name: t('console.events.ping'), exact: true }).first().click()
  await page.getByText(t('console.events.pingTaken')).waitFor()
  await settled(page)
  await look('event-targets')
  await page.getByRole('button', { name: t('console.events.new') }).click()
  const dialog = page.getByRole('dialog')
  const save = dialog.getByRole('button', { name: t('console.common.save') })
  await dialog.locator('#target-name').fill(name)
  assert.equal(await save.isDisabled(), true, 'an address is missing')
  await dialog.locator('#target-url').fill('http://badges.firm.example/holdfast')
  await save.click()
  await dialog.locator('.el-form-item__error').waitFor()
  await page.mouse.move(2, 2)
  await settled(page)
  await look('event-target-wrong')
  await dialog.locator('#target-url').fill('https://badges.firm.example/holdfast')
  await save.click()
  const once = page.getByRole('dialog', { name: t('console.events.secret', { name }) })
  const secret = await once.locator('code').textContent()
  assert.match(secret ?? '', /^whsec_/)
  await settled(page)
  await look('event-target-secret')
  await once.getByRole('button', { name: t('console.events.noted') }).click()
  await once.waitFor({ state: 'detached' })
  const panel = page.getByRole('region', { name })
  await panel.waitFor()
  assert.equal(await page.getByText(secret ?? '').count(), 0, 'a secret is shown once')
  await panel.getByRole('button', { name: t('console.events.remove') }).click()
  const asked = page.getByRole('dialog', { name: t('console.events.remove') })
  await asked.getByRole('button', { name: t('console.common.cancel') }).click()
  await asked.waitFor({ state: 'hidden' })
  await panel.getByRole('button', { name: t('console.events.remove') }).click()
  await asked.getByRole('button', { name: t('console.events.remove') }).click()
  await panel.waitFor({ state: 'detached' })
}

/** A new secret says what becomes of the old one before it is made. */
export async function secretIsReplacedWhenThatWasMeant({ page, base, t }) {
  await goTo(page, base, '/event-targets')
  const panel = page.getByRole('region', { name: 'Weaver OA' })
  await panel.getByRole('button', { name: t('console.events.rotate') }).click()
  await page.getByText(t('console.events.rotateSure')).waitFor()
  await page.getByRole('dialog', { name: t('console.events.rotate') }).getByRole('button', { name: t('console.events.rotate') }).click()
  const once = page.getByRole('dialog', { name: t('console.events.secret', { name: 'Weaver OA' }) })
  assert.match((await once.locator('code').textContent()) ?? '', /^whsec_/)
  await once.getByRole('button', { name: t('console.events.noted') }).click()
  await panel.getByText(t('console.events.oldSecretUntil')).waitFor()
}

/** What was given up is shown with its reason, and sent again: one, or all. */
export async function whatWasGivenUpIsSentAgain({ page, base, look, t }) {
  await goTo(page, base, '/event-targets')
  const panel = page.getByRole('region', { name: 'Payroll' })
  await panel.getByRole('button', { name: t('console.events.events'), exact: true }).click()
  const dialog = page.getByRole('dialog', { name: 'Payroll' })
  await dialog.getByText(t('console.events.parkedNote')).waitFor()
  await settled(page)
  await look('event-deliveries')
  await dialog.getByRole('button', { name: t('console.events.again'), exact: true }).first().click()
  await page.getByText(t('console.events.againComes', { n: 1 })).waitFor()
  await dialog.getByRole('button', { name: t('console.events.againAll') }).click()
  await page.getByText(t('console.events.againComes', { n: 2 })).waitFor()
  await dialog.getByText(t('console.events.none')).waitFor()
  await dialog.getByText(t('console.events.waiting'), { exact: true }).click()
  await dialog.getByText(t('console.events.kind.stepOverdue')).waitFor()
}

export async function superiorHasNoEventTargets({ page, base, t }) {
  await goTo(page, base, '/event-targets')
  await page.getByRole('heading', { level: 1, name: t('console.missing.title') }).waitFor()
}
