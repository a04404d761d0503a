// What the console promises about teams that somebody left.
import assert from 'node:assert/strict'
import { goTo, settled } from './walk.mjs'

/** From the organisation to the team whose scores rose most, to whoever is there, and to their case. */
export async function teamShowsWhatBecameOfItSinceSomebodyLeft({ page, base, look, t }) {
  await goTo(page, base, '/radar')
  await page.getByRole('link', { name: t('console.teams.open') }).click()
  await page.getByRole('heading', { level: 1, name: t('console.teams.title') }).waitFor()
  await settled(page)
  await look('teams')
  await page.locator('main a[href*="#/teams/"]').first().click()
  await page.getByRole('heading', { level: 2, name: t('console.teams.members') }).waitFor()
  await settled(page)
  await look('team')
  assert.ok(await page.getByText(t('console.teams.led'), { exact: false }).count() < 2)
  await page.getByRole('link', { name: t('console.teams.case') }).first().click()
  await page.waitForFunction(() => location.hash.startsWith('#/cases/'))
}

/** The profile of somebody who left leads to the team; a superior has no way there. */
export async function leaverLeadsToTheTeam({ page, base, t }) {
  await goTo(page, base, '/teams')
  const team = await page.locator('main a[href*="#/teams/"]').first().evaluate((one) => one.hash.split('/').at(-1))
  await page.route('**/api/v1/employees/*/profile', async (route) => {
    const answer = await route.fetch()
    await route.fulfill({ response: answer, json: { ...(await answer.json()), status: 'left', departmentId: team } })
  })
  await goTo(page, base, '/employees/p5')
  await page.getByRole('link', { name: t('console.teams.ofLeaver') }).click()
  await page.getByRole('heading', { level: 2, name: t('console.teams.left') }).waitFor()
  await page.unroute('**/api/v1/employees/*/profile')
}

export async function superiorHasNoTeamPage({ page, base, t }) {
  await goTo(page, base, '/teams')
  await page.getByRole('heading', { level: 1, name: t('console.missing.title') }).waitFor()
}
