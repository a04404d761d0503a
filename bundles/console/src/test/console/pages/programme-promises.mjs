// What the console promises to HR who plan for a cohort, or for a team that somebody left.
import assert from 'node:assert/strict'
import { goTo, pick, settled } from './walk.mjs'

/** A running programme shows who belongs to it, how far it has come, and what became of its attrition. */
export async function programmeTellsItsProgressAndItsEffect({ page, base, look, t }) {
  await goTo(page, base, '/programmes')
  await look('programmes')
  await page.locator('main a[href*="#/programmes/g1"]').click()
  await page.getByRole('heading', { level: 2, name: t('console.programmes.members') }).waitFor()
  await page.getByText(t('console.programmes.difference')).waitFor()
  await settled(page)
  await look('programme')
  await page.locator('.el-radio-button', { hasText: t('console.programmes.months', { n: 3 }) }).click()
  await page.getByText(t('console.programmes.effectState.noControl')).waitFor()
  assert.equal(await page.getByText(t('console.programmes.difference')).count(), 0, 'without a control there is no such figure')
  await page.locator('.el-radio-button', { hasText: t('console.programmes.months', { n: 12 }) }).click()
  await page.locator('.state').getByText('2026', { exact: false }).waitFor()
  const table = page.getByRole('region', { name: t('console.programmes.members') }).last()
  const ticks = table.locator('tbody .el-checkbox')
  const ticked = async () => (await ticks.last().getAttribute('class')).includes('is-checked')
  const before = await ticked()
  await ticks.last().click()
  await page.waitForFunction((was) => [...document.querySelectorAll('tbody .el-checkbox')].at(-1).classList.contains('is-checked') !== was, before)
}

/** From a template to a draft, approved by somebody else, and begun once the reader has agreed. */
export async function programmeIsBegunFromATemplate({ page, base, look, t, language, screen }) {
  await goTo(page, base, '/programmes')
  await page.getByRole('button', { name: t('console.programmes.begin'), exact: true }).click()
  const dialog = page.getByRole('dialog')
  await dialog.waitFor()
  await settled(page)
  await pick(page, t('console.programmes.template'), language === 'zh' ? '新员工薪资调整' : 'Pay adjustment for new hires')
  await dialog.getByRole('button', { name: t('console.programmes.preview') }).click()
  await dialog.getByText(t('console.programmes.previewed', { n: 64 })).waitFor()
  await page.mouse.move(0, 0)
  await settled(page)
  await look('programme-dialog')
  await dialog.getByRole('button', { name: t('console.plan.save'), exact: true }).click()
  await page.waitForFunction(() => /programmes\/g\d/.test(location.hash))
  await page.getByRole('button', { name: t('console.programmes.act.submit') }).click()
  await page.getByText(t('console.programmes.state.submitted')).first().waitFor()
  if (screen === 'phone') return
  await goTo(page, base, '/programmes/g2')
  const back = page.getByRole('button', { name: t('console.programmes.act.return'), exact: true })
  if (await back.count()) {
    assert.equal(await back.isDisabled(), true, 'whoever gives back says why')
    await page.getByRole('button', { name: t('console.programmes.act.approve'), exact: true }).click()
  }
  const start = page.getByRole('button', { name: t('console.programmes.act.start'), exact: true })
  await start.or(page.getByRole('button', { name: t('console.programmes.act.finish'), exact: true })).first().waitFor()
}

/** Nothing is ended by a slip; and whoever was slower loses nothing of what they wrote. */
export async function programmeIsChangedByTwoAndEndedOnlyWhenAsked({ page, base, look, t, expect }) {
  expect(409)
  await goTo(page, base, '/programmes/g3')
  await page.getByRole('button', { name: t('console.programmes.change'), exact: true }).click()
  const dialog = page.getByRole('dialog')
  await dialog.locator('#programme-title').fill('2030')
  await dialog.getByRole('button', { name: t('console.plan.save'), exact: true }).click()
  await dialog.getByText(t('console.programmes.conflict')).waitFor()
  await dialog.getByText(t('console.programmes.part.budget'), { exact: false }).last().waitFor()
  assert.equal(await dialog.locator('#programme-title').inputValue(), '2030', 'what was typed is still there')
  await page.mouse.move(0, 0)
  await settled(page)
  await look('programme-conflict')
  await dialog.getByRole('button', { name: t('console.plan.save'), exact: true }).click()
  await page.getByRole('heading', { level: 1, name: '2030' }).waitFor()
  await page.getByRole('button', { name: t('console.programmes.act.cancel'), exact: true }).click()
  await page.locator('.el-message-box').getByRole('button', { name: t('console.common.cancel'), exact: true }).click()
  await page.getByText(t('console.programmes.state.draft')).first().waitFor()
}

/** The page of a team that somebody left begins a plan for just that team. */
export async function teamPlanBeginsOnThePageOfTheTeam({ page, base, look, t }) {
  await goTo(page, base, '/teams')
  await page.locator('main a[href*="#/teams/"]').first().click()
  await page.getByRole('button', { name: t('console.programmes.beginTeam') }).click()
  const dialog = page.getByRole('dialog')
  await page.waitForFunction(() => document.querySelector('#programme-title')?.value)
  await settled(page)
  assert.equal(await dialog.locator('.cohort .el-select.is-disabled, .cohort .is-disabled').count() > 0, true, 'the team is chosen')
  await page.mouse.move(0, 0)
  await look('team-plan')
  await dialog.getByRole('button', { name: t('console.plan.save'), exact: true }).click()
  await page.waitForFunction(() => /programmes\/g\d/.test(location.hash))
}

export async function superiorHasNoProgrammes({ page, base, t }) {
  await goTo(page, base, '/programmes')
  await page.getByRole('heading', { level: 1, name: t('console.missing.title') }).waitFor()
}
