// What the console promises a data-protection officer on a real server, from the assessment to an erasure.
import assert from 'node:assert/strict'
import { readFile } from 'node:fs/promises'
import { goTo, pick, settled } from './walk.mjs'

/** Two who have left, of two subsidiaries, whom no case of the demo is about. */
async function leavers(page) {
  const listed = await page.evaluate(async () => {
    const all = []
    for (let cursor = ''; cursor !== null && all.length < 40_000; ) {
      const answer = await (await fetch(`api/v1/employees?limit=200${cursor && `&cursor=${encodeURIComponent(cursor)}`}`)).json()
      all.push(...answer.items)
      cursor = answer.next
    }
    return all
  })
  const gone = listed.filter((one) => one.status === 'left' && !one.employeeNo.startsWith('CASE')).sort((a, b) => (a.subsidiaryCode < b.subsidiaryCode ? 1 : -1))
  const elsewhere = gone.find((one) => one.subsidiaryId !== gone[0].subsidiaryId)
  assert.ok(elsewhere, 'people have left two subsidiaries of the demo')
  return [gone[0], elsewhere]
}

const isPdf = async (download) => assert.equal((await readFile(await download.path())).subarray(0, 5).toString(), '%PDF-', download.suggestedFilename())

/** The questions are answered and signed, and the paper says so. */
async function signs(page, dialog, t) {
  await dialog.locator('.confirm').first().waitFor()
  await settled(page)
  for (const field of await dialog.locator('textarea, input[type=text]').all()) {
    if (!(await field.inputValue())) await field.fill('HR rules 2026, 1 March 2026')
  }
  for (const box of await dialog.locator('.confirm').all()) await box.click()
  await dialog.getByRole('button', { name: t('console.privacy.sign'), exact: true }).click()
  await page.locator('.el-message-box').getByRole('button', { name: t('console.privacy.sign'), exact: true }).click()
  await page.getByText(t('console.assessment.signed')).first().waitFor()
}

/** Each language has a leaver of its own. */
export async function officerGoesFromTheAssessmentToAnErasure({ page, base, look, t, language }) {
  await goTo(page, base, '/privacy')
  const person = (await leavers(page))[language === 'zh' ? 0 : 1]
  await goTo(page, base, `/privacy?subsidiary=${person.subsidiaryId}`)
  await page.getByRole('button', { name: t('console.privacy.assess'), exact: true }).click()
  await signs(page, page.getByRole('dialog'), t)
  await settled(page)
  await look('officer-signed')
  await isPdf((await Promise.all([page.waitForEvent('download'), page.getByRole('button', { name: t('console.privacy.paper'), exact: true }).last().click()]))[0])
  await page.getByRole('button', { name: t('console.erasure.open') }).click()
  const dialog = page.getByRole('dialog')
  await dialog.getByRole('combobox').fill(person.employeeNo)
  await page.getByRole('option').filter({ hasText: person.name }).filter({ hasText: person.subsidiaryName }).first().click()
  await dialog.getByText(`${person.subsidiaryName} · ${person.employeeNo}`).waitFor()
  await dialog.getByText(t('console.erasure.forEver')).waitFor()
  await settled(page)
  await look('officer-erasure')
  await pick(page, t('console.erasure.ground'), t('console.ground.purposeEnded'))
  await dialog.getByLabel(t('console.erasure.again')).fill(person.employeeNo)
  await dialog.getByRole('button', { name: t('console.erasure.erase'), exact: true }).click()
  await page.locator('.el-message').filter({ hasText: t('console.erasure.done') }).first().waitFor()
  await page.getByRole('rowheader', { name: person.id }).waitFor()
  const left = await page.evaluate(async (no) => (await fetch(`api/v1/employees?employeeNo=${encodeURIComponent(no)}`)).json(), person.employeeNo)
  assert.ok(left.items.every((one) => one.id !== person.id), 'nobody finds the person any more')
  await settled(page)
  await look('officer-erased')
}
