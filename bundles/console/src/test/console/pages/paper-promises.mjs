// What the console promises about the papers of who leaves.
import assert from 'node:assert/strict'
import { goTo, settled } from './walk.mjs'

const panel = (page, name) => page.getByRole('region', { name, exact: true })

/** Downloads what a button gives, and returns the file's name. */
async function fetched(page, button) {
  const [file] = await Promise.all([page.waitForEvent('download'), button.click()])
  return file.suggestedFilename()
}

/** It is said what issuing means, in which languages it can be; a correction takes the place of the one before. */
export async function certificateIsIssuedCorrectedAndFetched({ page, base, look, t }) {
  await goTo(page, base, '/offboardings/f2')
  const part = panel(page, t('console.papers.certificate'))
  await part.getByText(t('console.papers.overdue', { n: 1 })).waitFor()
  await part.getByText(t('console.papers.none')).waitFor()
  await part.getByRole('button', { name: t('console.papers.issue'), exact: true }).click()
  const dialog = page.getByRole('dialog')
  await dialog.getByText(t('console.papers.issueMeans')).waitFor()
  assert.equal(await dialog.getByRole('checkbox', { name: /THAI/ }).isDisabled(), true, 'what the font cannot write is not offered')
  assert.equal(await dialog.getByRole('checkbox', { name: t('console.papers.reasonWished') }).isChecked(), false, 'nobody says why by default')
  await settled(page)
  await look('certificate-issue')
  await dialog.getByRole('button', { name: t('console.papers.issueNow') }).click()
  await dialog.waitFor({ state: 'detached' })
  await part.getByText(t('console.papers.current'), { exact: true }).waitFor()
  assert.match(await fetched(page, part.getByRole('button', { name: /S1-2026-/ })), /^holdfast-certificate-S1-2026-\d{4}\.pdf$/)
  await part.getByRole('button', { name: t('console.papers.correct'), exact: true }).click()
  await dialog.getByRole('button', { name: t('console.papers.issueNow') }).click()
  await dialog.waitFor({ state: 'detached' })
  await part.getByText(t('console.papers.replaced'), { exact: true }).waitFor()
  await settled(page)
  await look('certificate')
}

/** What keeps a certificate from being issued is said before anybody tries; a draft can be looked at. */
export async function certificateThatComesTooEarlySaysSo({ page, base, t }) {
  await goTo(page, base, '/offboardings/f0')
  const part = panel(page, t('console.papers.certificate'))
  await part.getByText(t('console.papers.obstacles')).waitFor()
  assert.equal(await part.getByRole('button', { name: t('console.papers.issue'), exact: true }).isDisabled(), true)
  assert.equal(await fetched(page, part.getByRole('button', { name: t('console.papers.draft') })), 'holdfast-certificate-draft.pdf')
}

/** Until when is told; what is missing is told at its field, and nothing typed is lost. */
export async function transferIsNotedWithItsOffice({ page, base, look, t, expect }) {
  expect(400)
  await goTo(page, base, '/offboardings/f2')
  const part = panel(page, t('console.papers.transfer'))
  await part.getByText(t('console.papers.left', { n: 4 })).waitFor()
  await part.getByRole('button', { name: t('console.papers.noteTransfer') }).click()
  const dialog = page.getByRole('dialog')
  const choose = (name, state) => dialog.getByRole('radiogroup', { name: t(`console.papers.${name}`) }).getByText(t(`console.papers.transferState.${state}`), { exact: true })
  await choose('archive', 'sent').click()
  await dialog.getByRole('combobox', { name: t('console.papers.sentOn') }).fill('2026-11-26')
  await page.keyboard.press('Enter')
  await dialog.locator('#archive-reference').fill('A-7')
  await choose('insurance', 'none').click()
  await dialog.locator('#insurance-reason').fill('1')
  await dialog.getByRole('button', { name: t('console.common.save') }).click()
  await dialog.locator('.el-form-item__error').waitFor()
  assert.equal(await dialog.locator('#archive-reference').inputValue(), 'A-7')
  // The button that was pressed is lighter as long as the mouse is over it.
  await page.mouse.move(0, 0)
  await settled(page)
  await look('transfer-wrong')
  await dialog.locator('#archive-office').fill('Pudong')
  await dialog.getByRole('button', { name: t('console.common.save') }).click()
  await dialog.waitFor({ state: 'detached' })
  await part.getByText(/Pudong · A-7/).waitFor()
  await settled(page)
  await look('transfer')
}

/** A key is made, its certificate handed in; a wrong password is told; nothing is replaced unasked. */
export async function sealIsMadeCertifiedAndReplaced({ page, base, look, t, expect }) {
  expect(400)
  await goTo(page, base, '/seals')
  await page.getByText(t('console.seals.none')).waitFor()
  await page.getByRole('button', { name: t('console.seals.makeNow') }).click()
  await page.getByText(t('console.seals.selfSignedMeans')).waitFor()
  assert.equal(await fetched(page, page.getByRole('button', { name: t('console.seals.request') })), 'holdfast-seal.csr')
  await page.locator('input[type=file]').last().setInputFiles({ name: 'seal.pem', mimeType: 'text/plain', buffer: Buffer.from('-----BEGIN CERTIFICATE-----') })
  await page.getByText('CN=Group Root').waitFor()
  await settled(page)
  await look('seal')
  await page.locator('input[type=file]').first().setInputFiles({ name: 'seal.p12', mimeType: 'application/x-pkcs12', buffer: Buffer.from('P12') })
  await page.locator('#seal-password').fill('wrong')
  const take = page.getByRole('button', { name: t('console.seals.take') })
  const replace = page.locator('.el-message-box').getByRole('button', { name: t('console.seals.replace'), exact: true })
  await take.click()
  await replace.click()
  await page.getByText(t('console.seals.refused')).waitFor()
  await settled(page)
  await look('seal-refused')
  await page.locator('#seal-password').fill('right')
  await take.click()
  await replace.click()
  await page.locator('dd', { hasText: t('console.seals.origin.uploaded') }).waitFor()
  assert.equal(await page.locator('#seal-password').inputValue(), '', 'a password is forgotten once it was used')
}

/** Own words are written where somebody wants them; a field that there is not is told at its text. */
export async function wordsOfPapersAreWrittenAndPreviewed({ page, base, look, t, expect }) {
  expect(400)
  await goTo(page, base, '/paper-templates')
  const opening = page.locator('#opening-en')
  await opening.waitFor()
  assert.equal(await opening.isDisabled(), true, 'what ships stays unless somebody wants own words')
  await page.getByRole('switch', { name: t('console.templates.ownOf', { language: 'English' }) }).press('Space')
  await opening.fill('{name} earned {salary}')
  const save = page.getByRole('button', { name: t('console.common.save') })
  await save.click()
  await page.locator('.el-form-item__error').waitFor()
  await settled(page)
  await look('template-wrong')
  await opening.fill('{name} worked for {firm}')
  assert.equal(await fetched(page, page.getByRole('button', { name: t('console.templates.preview') })), 'holdfast-certificate-preview.pdf')
  await save.click()
  await page.getByText(t('console.templates.saved')).waitFor()
  assert.equal(await opening.inputValue(), '{name} worked for {firm}')
  await settled(page)
  await look('templates')
}

/** Whoever leaves fetches their own certificate themselves. */
export async function ownCertificateIsFetched({ page, base, look, t }) {
  await goTo(page, base, '/resignation')
  const part = panel(page, t('console.papers.own'))
  await part.scrollIntoViewIfNeeded()
  await settled(page)
  await look('own-certificate')
  assert.equal(await fetched(page, part.getByRole('button', { name: /S1-2026-0001/ })), 'holdfast-certificate-S1-2026-0001.pdf')
}
