// What the console promises to HR about how many alerts a week brings.
import { goTo, settled } from './walk.mjs'

/** The number is set beside the other settings; the page of alerts tells how many people wait, and until when. */
export async function alertsOfAWeekAreLimited({ page, base, look, t }) {
  await goTo(page, base, '/models?subsidiary=s3')
  const panel = page.locator('.after .panel').filter({ hasText: t('console.alertRule.title') }).last()
  await panel.getByLabel(t('console.alertRule.perWeek')).last().fill('10')
  await panel.getByRole('button', { name: t('console.alertRule.save'), exact: true }).click()
  await page.getByText(t('console.alertRule.saved')).waitFor()
  await panel.scrollIntoViewIfNeeded()
  await settled(page)
  await look('alert-rule')
  await goTo(page, base, '/alerts')
  await page.getByText(t('console.waiting.title')).waitFor()
  await settled(page)
  await look('alerts-waiting')
}
