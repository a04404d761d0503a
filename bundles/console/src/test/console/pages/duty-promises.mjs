// What the console promises a data-protection officer about breaches and whom people ask.
import assert from 'node:assert/strict'
import { goTo, pick, settled } from './walk.mjs'

/** A breach the server found is described, told to authority and people, and closed; each run has a subsidiary of its own. */
export async function officerTellsOfABreachAndClosesIt({ page, base, look, t, language, screen }) {
  await goTo(page, base, `/privacy?subsidiary=${screen === 'phone' ? 's3' : language === 'zh' ? 's4' : 's5'}`)
  await page.getByRole('alert').filter({ hasText: t('console.breach.whom.authority') }).waitFor()
  await settled(page)
  await look('breaches')
  await page.getByRole('region', { name: t('console.breach.title') }).last().getByRole('button', { name: t('console.request.open') }).first().click()
  const dialog = page.getByRole('dialog')
  const button = (key) => dialog.getByRole('button', { name: t(key), exact: true })
  await dialog.getByLabel(t('console.breach.what'), { exact: true }).fill('A disk was altered')
  await button('console.breach.keep').click()
  await page.getByText(t('console.breach.kept'), { exact: true }).first().waitFor()
  await button('console.breach.look').click()
  await dialog.getByText(t('console.breach.concerns', { n: 13 })).waitFor()
  await settled(page)
  await look('breach')
  for (const whom of ['authority', 'people']) {
    await pick(page, t('console.breach.whom'), t(`console.breach.whom.${whom}`))
    assert.equal(await button('console.breach.noteTold').isDisabled(), true, 'nothing is told without its words')
    await dialog.getByRole('button', { name: t('console.breach.draft', { language: 'zh' }) }).click()
    await dialog.getByLabel(t('console.breach.recipient')).fill('mail')
    await button('console.breach.noteTold').click()
    await dialog.getByRole('listitem').filter({ hasText: t(`console.breach.whom.${whom}`) }).waitFor()
  }
  const learnt = language === 'zh' ? '磁盘已受监控' : 'Disks are watched now'
  await dialog.getByLabel(t('console.breach.conclusion')).fill(learnt)
  await button('console.breach.close').click()
  await dialog.getByText(learnt).waitFor()
  await settled(page)
  await look('breach-closed')
}

/** Nobody is named at first; from then on people see whom to ask. */
export async function officerNamesWhomPeopleAsk({ page, base, look, t, language }) {
  await goTo(page, base, `/privacy?subsidiary=${language === 'zh' ? 's4' : 's5'}`)
  await page.getByText(t('console.contact.none')).waitFor()
  await page.getByRole('button', { name: t('console.contact.change'), exact: true }).click()
  const dialog = page.getByRole('dialog')
  const keep = dialog.getByRole('button', { name: t('console.contact.keep'), exact: true })
  await dialog.getByLabel(t('console.contact.name'), { exact: true }).fill('Privacy office')
  await dialog.getByLabel(t('console.contact.address'), { exact: true }).fill('Road 1')
  assert.equal(await keep.isDisabled(), true, 'whoever cannot be reached is no contact')
  await dialog.getByLabel(t('console.contact.email'), { exact: true }).fill('dpo@example.com')
  await settled(page)
  await look('contact')
  await keep.click()
  await page.getByRole('link', { name: 'dpo@example.com' }).waitFor()
}
