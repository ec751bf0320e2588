import { join } from 'node:path'
import type { Locator, Page } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { totpCode } from '#modules/identity/index.ts'
import { press, tabTo, type } from './by-keyboard.ts'
import { checkPdf } from './check-pdf.ts'
import { type DeskUnderTest, createDeskUnderTest, findSerious, pictures } from './desk-under-test.ts'
import { openWitnessCase } from './witness-case.ts'

let desk: DeskUnderTest
beforeAll(async () => {
  desk = await createDeskUnderTest()
})
afterAll(() => desk.close())

const field = (page: Page, id: string): Locator => page.locator(`[data-field="${id}"]`)

async function say(page: Page, id: string, text: string): Promise<void> {
  await field(page, id).locator('[contenteditable]').click()
  await page.keyboard.insertText(text)
}

/** Closes the step-up dialog where it is asked for. */
async function prove(page: Page, officer: string): Promise<void> {
  const dialog = page.getByRole('dialog', { name: /إثبات الهوية|Preuve d’identité/ })
  if (!(await dialog.isVisible())) return
  const secret = desk.app.signIns.get(officer)?.totpSecret ?? ''
  await page.keyboard.type(await totpCode(secret, desk.app.clock.now()))
}

/** What the printer gives stands for the paper that comes back signed from the scanner. */
async function scan(page: Page, pvId: string): Promise<{ name: string; mimeType: string; buffer: Buffer }> {
  const printed = await page.request.get(`${desk.address}/api/pvs/${pvId}/pv.pdf`)
  expect(printed.status()).toBe(200)
  return { name: 'scan.pdf', mimeType: 'application/pdf', buffer: await printed.body() }
}

const idIn = (page: Page): string => /[0-9a-f-]{36}/.exec(new URL(page.url()).pathname)?.[0] ?? ''

test('from the visit to the sealed PV, in Arabic', { timeout: 120_000 }, async () => {
  const front = await desk.open({ locale: 'ar' }, 'desk')
  await front.goto(`${desk.address}/register/new`)
  await front.getByLabel('ما قيل').fill('سُرق هاتفي من نوع Samsung Galaxy A54 في الحافلة رقم 12 هذا الصباح.')
  await front.getByLabel(/^المكان/).fill('فاس، خط الحافلة رقم 12')
  await front.getByLabel(/^الاسم الكامل/).fill('عبد اللطيف الريفي')
  await front.getByLabel(/^الهاتف/).fill('0661223344')
  await front.getByLabel(/^العنوان/).fill('فاس، حي الأطلس، زنقة 5، رقم 12')
  await front.keyboard.press('Control+Enter')
  await front.getByRole('heading', { name: 'شكاية' }).waitFor()
  await front.keyboard.press('c')
  await front.waitForURL(/\/cases\/[0-9a-f-]{36}/)
  const caseId = idIn(front)

  const page = await desk.open({ locale: 'ar' }, 'investigator')
  await page.goto(`${desk.address}/cases/${caseId}`)
  await page.getByRole('heading', { name: 'الأشخاص' }).waitFor()
  await page.keyboard.press('p')
  await page.getByRole('heading', { name: 'أي محضر؟' }).waitFor()
  await page.getByLabel('ابحث عن محضر…').fill('شكاية')
  await page.getByRole('button', { name: 'محضر استماع إلى مشتك', exact: true }).waitFor()
  await page.keyboard.press('Enter')
  await page.waitForURL(/\/drafts\//)
  const draftId = idIn(page)

  // What the file knows stands there already, and waits for the person to confirm it.
  const name = field(page, 'complainant').getByRole('textbox', { name: 'الاسم الكامل' })
  expect(await name.inputValue()).toBe('عبد اللطيف الريفي')
  await page.screenshot({ path: join(pictures, 'ar-pv-draft.png') })
  expect(await findSerious(page)).toEqual([])
  await page.getByRole('button', { name: 'أكّدها المعني كلها' }).first().click()

  // The server goes away in the middle of a sentence, and the officer goes on.
  await say(page, 'statement', 'ركبت الحافلة رقم 12 حوالي الساعة الثامنة صباحًا، ')
  const mend = await desk.cut()
  await page.keyboard.insertText('ولما نزلت لم أجد هاتفي Samsung Galaxy A54 ')
  await page
    .getByText(/محفوظ على هذا الجهاز/)
    .first()
    .waitFor()
  await page.screenshot({ path: join(pictures, 'ar-pv-draft-line-down.png') })
  await page.keyboard.insertText('في جيبي الأيمن.')
  await mend()
  await page.getByText(/حُفظ/).first().waitFor()
  await expect
    .poll(async () => JSON.stringify(await (await page.request.get(`${desk.address}/api/drafts/${draftId}`)).json()), {
      timeout: 10_000,
    })
    .toContain('ولما نزلت لم أجد هاتفي Samsung Galaxy A54 في جيبي الأيمن.')

  // A reload in the middle of the work keeps the pen and the words.
  await page.keyboard.insertText(' وثمنه 3200 درهم.')
  // The editor reads its own page some milliseconds after a key; nobody is quicker with two hands.
  await page.waitForTimeout(150)
  await page.reload()
  await field(page, 'statement').getByText('وثمنه 3200 درهم.').waitFor()
  expect(await page.getByRole('alert').count()).toBe(0)

  await field(page, 'reading').getByText('تُليت عليه', { exact: true }).click()
  await field(page, 'additions').getByText('لا شيء').click()
  await field(page, 'victim-rights').getByText('أُشعر بحقوقه').click()
  await page.getByText('لا شيء يمنع الإقفال.').waitFor()
  await page.screenshot({ path: join(pictures, 'ar-pv-draft-ready.png'), fullPage: true })

  // One press closes the text, a second prints it: within the three clicks from text to PDF.
  await page.getByRole('button', { name: /إقفال المحضر للتوقيع/ }).click()
  await page.waitForURL(/\/pvs\//)
  const pvId = idIn(page)
  await page.getByRole('button', { name: /طباعة للتوقيع/ }).waitFor()
  const [printed] = await Promise.all([
    page.waitForEvent('popup'),
    page.getByRole('button', { name: /طباعة للتوقيع/ }).click(),
  ])
  await printed.close()
  await page.waitForTimeout(350)
  await page.screenshot({ path: join(pictures, 'ar-pv-closed.png') })
  expect(await findSerious(page)).toEqual([])

  const pages = ((await (await page.request.get(`${desk.address}/api/pvs/${pvId}`)).json()) as { pages: number }).pages
  await page.keyboard.press('s')
  const dialog = page.getByRole('dialog', { name: 'استلام المحضر موقّعًا' })
  await dialog.waitFor()
  await dialog.getByLabel('عدد الأوراق الموقّعة').fill(String(pages + 1))
  await dialog.locator('input[type=file]').setInputFiles(await scan(page, pvId))
  await dialog.getByText('رُفعت كاملة').waitFor()
  await page.screenshot({ path: join(pictures, 'ar-pv-sign.png') })
  expect(await findSerious(page)).toEqual([])
  // One sheet too many is counted: the seal is refused with a sentence, and nothing of the work is lost.
  await dialog.getByRole('button', { name: 'ختم المحضر' }).click()
  await prove(page, 'investigator')
  await dialog.getByRole('alert').waitFor()
  await dialog.getByLabel('عدد الأوراق الموقّعة').fill(String(pages))
  await dialog.getByRole('button', { name: 'ختم المحضر' }).click()
  await dialog.waitFor({ state: 'detached' })
  await page.getByText('موقّع ومختوم').first().waitFor()
  await page.waitForTimeout(350)
  await page.screenshot({ path: join(pictures, 'ar-pv-sealed.png') })
  expect(await findSerious(page)).toEqual([])
  const sealed = await (await page.request.get(`${desk.address}/api/pvs/${pvId}/pv.pdf`)).body()
  expect(await checkPdf(sealed)).toEqual({ signature: 'valid', whole: true, structure: 'sound' })
  const flipped = Buffer.from(sealed)
  flipped.writeUInt8(flipped.readUInt8(2_000) ^ 1, 2_000)
  expect((await checkPdf(flipped)).signature).not.toBe('valid')

  await page.goto(`${desk.address}/cases/${caseId}`)
  await page.getByText('موقّع ومختوم').first().waitFor()
})

test(
  'a hearing refused to be signed, its certified copy and what is added later, in French',
  { timeout: 120_000 },
  async () => {
    const page = await desk.open({ locale: 'fr', scheme: 'dark' }, 'investigator')
    const officer = await desk.app.as('investigator')
    const caseId = await openWitnessCase(officer, 'Dégradation d’un véhicule en stationnement')
    await page.goto(`${desk.address}/cases/${caseId}/pv`)
    await page.getByLabel('Chercher un acte…').fill('témoin')
    await page.getByRole('button', { name: /d’audition de témoin/ }).waitFor()
    await page.keyboard.press('Enter')
    await page.waitForURL(/\/drafts\//)
    await page.getByRole('button', { name: 'Tout est confirmé par la personne' }).first().click()
    await say(page, 'statement', 'رأيت شخصًا يكسر زجاج السيارة Dacia ثم يلوذ بالفرار.')
    await field(page, 'reading').getByText('Lue à l’intéressé', { exact: true }).click()
    await field(page, 'additions').getByText('Néant').click()
    await page.getByText('Rien n’empêche la clôture.').waitFor()
    await page.screenshot({ path: join(pictures, 'fr-dark-pv-draft-ready.png') })
    await page.keyboard.press('Control+Enter')
    await page.waitForURL(/\/pvs\//)
    const pvId = idIn(page)
    const pages = ((await (await page.request.get(`${desk.address}/api/pvs/${pvId}`)).json()) as { pages: number })
      .pages
    await page.getByRole('button', { name: /Recevoir l’acte signé/ }).click()
    const dialog = page.getByRole('dialog', { name: 'Recevoir l’acte signé' })
    await dialog.getByLabel('Feuillets signés comptés').fill(String(pages))
    await dialog.locator('input[type=file]').setInputFiles(await scan(page, pvId))
    await dialog.getByText('Déposé en entier').waitFor()
    // The refusal is taken down with its reason; it hinders nothing.
    await dialog.getByRole('combobox', { name: /Manière: .*المرنيسي/ }).click()
    await page.getByRole('option', { name: 'Refus' }).click()
    await dialog.getByRole('textbox', { name: /Raison/ }).fill('Dit ne vouloir signer aucun document.')
    await page.screenshot({ path: join(pictures, 'fr-dark-pv-sign.png') })
    await dialog.getByRole('button', { name: 'Sceller' }).click()
    await prove(page, 'investigator')
    await dialog.waitFor({ state: 'detached' })
    await page.getByText('Signé et scellé').first().waitFor()
    await page.getByText('Dit ne vouloir signer aucun document.').waitFor()

    await page.keyboard.press('c')
    const copying = page.getByRole('dialog', { name: 'Nouvelle copie' })
    await copying.getByLabel('Pour qui, pour quoi').fill('Assureur du plaignant')
    await copying.getByLabel('Certifiée conforme').check()
    await copying.getByRole('button', { name: 'Délivrer la copie' }).click()
    await prove(page, 'investigator')
    await copying.waitFor({ state: 'detached' })
    const copy = page.getByRole('link', { name: /^Copie n°/ })
    const href = await copy.getAttribute('href')
    const bytes = await (await page.request.get(desk.address + (href ?? ''))).body()
    expect(await checkPdf(bytes)).toMatchObject({ structure: 'sound' })
    await page.waitForTimeout(350)
    await page.screenshot({ path: join(pictures, 'fr-dark-pv-sealed.png') })
    expect(await findSerious(page)).toEqual([])

    // A sealed text is never changed: what is to be corrected becomes a PV of its own.
    await page.getByRole('button', { name: /Procès-verbal rectificatif/ }).click()
    await page.waitForURL(/\/drafts\//)
    await page.getByRole('heading', { level: 1 }).waitFor()
    await page.screenshot({ path: join(pictures, 'fr-dark-pv-additional.png') })
    expect(await findSerious(page)).toEqual([])
  },
)

test(
  'two windows on one draft: one writes, the other may take over, and nothing of either is lost',
  { timeout: 60_000 },
  async () => {
    const officer = await desk.app.as('investigator2')
    const { id: caseId } = (await officer.post('/cases', { facts: { how: 'سرقة', inquiry: 'flagrant' } })).json<{
      id: string
    }>()
    const draftId = desk.app.house.ids.next()
    await officer.post('/drafts', { id: draftId, caseId, form: 'ma.pv.complaint', actAt: new Date().toISOString() })
    const first = await desk.open({ locale: 'ar' }, 'investigator2')
    const second = await desk.open({ locale: 'ar' }, 'investigator2')
    await first.goto(`${desk.address}/drafts/${draftId}`)
    await say(first, 'statement', 'كتبت النافذة الأولى هذا.')
    await first.getByText(/حُفظ/).first().waitFor()
    await second.goto(`${desk.address}/drafts/${draftId}`)
    await second.getByText('هذه المسودة تُكتب في نافذة أخرى. تراها هنا كما حُفظت.').waitFor()
    await second.getByRole('button', { name: 'متابعة الكتابة هنا' }).click()
    await second.getByRole('alert').waitFor({ state: 'detached' })
    await say(second, 'statement', 'ثم الثانية. ')
    await second.getByText(/حُفظ/).first().waitFor()
    await say(first, 'statement', 'وهذا ما زادته الأولى. ')
    await first.getByText(/أخذت نافذة أخرى القلم/).waitFor()
    await first.screenshot({ path: join(pictures, 'ar-pv-parted.png') })
    await first.getByRole('button', { name: 'متابعة الكتابة هنا' }).click()
    await first.getByRole('heading', { name: 'نصوص حُفظت جانبًا' }).waitFor()
    await field(first, 'statement')
      .getByText(/ثم الثانية/)
      .waitFor()
    await first.getByRole('button', { name: 'مقارنة' }).click()
    const dialog = first.getByRole('dialog', { name: 'نصوص حُفظت جانبًا' })
    await dialog.getByText(/وهذا ما زادته الأولى/).waitFor()
    await first.waitForTimeout(350)
    await first.screenshot({ path: join(pictures, 'ar-pv-compare.png') })
    expect(await findSerious(first)).toEqual([])
    await dialog.getByRole('button', { name: 'أخذ النص كله' }).click()
    await field(first, 'statement')
      .getByText(/وهذا ما زادته الأولى/)
      .waitFor()
    await first.getByRole('button', { name: 'تراجع' }).click()
    await field(first, 'statement')
      .getByText(/ثم الثانية/)
      .waitFor()
  },
)

test('a complaint taken down as a PV by keyboard alone, as far as the printer', { timeout: 90_000 }, async () => {
  const officer = await desk.app.as('investigator3')
  const opened = await officer.post('/cases', {
    facts: { how: 'سرقة دراجة نارية', place: 'مراكش، حي المسيرة', inquiry: 'preliminary' },
    participants: [
      {
        role: 'complainant',
        standing: 'fact',
        person: {
          source: 'statement',
          names: [{ script: 'ar', given: 'رشيدة', family: 'الصحراوي' }],
          facts: [
            { kind: 'sex', value: 'female' },
            { kind: 'address', text: 'مراكش، حي المسيرة، زنقة 3، رقم 8' },
            { kind: 'contact', type: 'phone', value: '0666112233' },
          ],
        },
      },
    ],
  })
  const page = await desk.open({ locale: 'ar' }, 'investigator3')
  await page.goto(`${desk.address}/cases/${opened.json<{ id: string }>().id}`)
  await page.getByRole('heading', { name: 'الأشخاص' }).waitFor()
  await press(page, 'p')
  await page.waitForFunction(() => document.activeElement?.tagName === 'INPUT')
  await type(page, 'شكاية')
  await page.getByRole('button', { name: 'محضر استماع إلى مشتك', exact: true }).waitFor()
  await press(page, 'Enter')
  await page.waitForURL(/\/drafts\//)
  await page.locator('[data-field="statement"]').waitFor()
  await expect.poll(() => page.locator('main [inert]').count()).toBe(0)
  await tabTo(page, /^أكّدها المعني كلها/)
  await press(page, 'Enter')
  // F8 goes to what hinders the signature: here first the statement that is missing.
  await page.getByText(/دوّن تصريحات المستمع إليه/).waitFor()
  await press(page, 'F8')
  await tabTo(page, /^التصريحات/)
  await type(page, 'خرجت صباحًا فلم أجد دراجتي النارية من نوع Peugeot 103.')
  await tabTo(page, /^قرأها بنفسه/)
  await press(page, 'Space')
  await tabTo(page, /^لا شيء/)
  await press(page, 'Space')
  await tabTo(page, /^أُشعر بحقوقه/)
  await press(page, 'Space')
  await page.getByText('لا شيء يمنع الإقفال.').waitFor()
  await press(page, 'Control+Enter')
  await page.waitForURL(/\/pvs\//)
  await page.getByRole('button', { name: /طباعة للتوقيع/ }).waitFor()
  const [printed] = await Promise.all([page.waitForEvent('popup'), press(page, 'Control+p')])
  await printed.close()
})

test('no page asked anything of another machine, broke the content policy, or threw', () => {
  expect(desk.complaints).toEqual([])
})
