import type { Page } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { systemIds } from '#platform/ids.ts'
import { totpCode } from '#modules/identity/index.ts'
import { type DeskUnderTest, createDeskUnderTest, look } from './desk-under-test.ts'

let desk: DeskUnderTest
beforeAll(async () => {
  desk = await createDeskUnderTest()
})
afterAll(() => desk.close())

/** Takes an entry of a pick-list by its words. */
async function pick(page: Page, label: string | RegExp, option: string | RegExp): Promise<void> {
  const box = page.getByRole('combobox', { name: label, exact: true })
  await box.click()
  await page.getByRole('option', { name: option }).first().click()
}

test(
  'the administrator founds a unit, enrols an officer, posts, gives a quality and a role, in Arabic',
  { timeout: 120_000 },
  async () => {
    const page = await desk.open({ locale: 'ar' }, 'admin')
    await page.goto(`${desk.address}/admin?unit=${desk.app.units.w1}`)
    await page.getByRole('button', { name: /إحداث وحدة تابعة/ }).click()
    const dialog = page.getByRole('dialog')
    await pick(page, 'نوع الوحدة', /دائرة/)
    await dialog.getByLabel('الاسم بالعربية').fill('دائرة حي النخيل التجريبية')
    await dialog.getByLabel('الاسم بالفرنسية').fill('Arrondissement d’essai Ennakhil')
    await dialog.getByLabel('يوم النفاذ').fill('31/12/2030')
    await dialog.getByLabel('مرجع القرار').fill('ق-12/2026')
    await dialog.getByRole('button', { name: 'إحداث وحدة تابعة' }).click()
    // A day to come is refused with a sentence, and nothing typed is lost.
    await dialog.getByRole('alert').waitFor()
    await look(page, 'ar-admin-found')
    await dialog.getByLabel('يوم النفاذ').fill('01/11/2026')
    await dialog.getByRole('button', { name: 'إحداث وحدة تابعة' }).click()
    await page.getByRole('heading', { name: 'دائرة حي النخيل التجريبية' }).waitFor()
    await page.getByText('أُحدثت').waitFor()

    await page.getByLabel('التوقيع على الشاشة').click()
    await page.getByText('مسموح').waitFor()
    await page.getByRole('button', { name: /تغيير الاسم/ }).click()
    await dialog.getByLabel('الاسم بالعربية').fill('دائرة النخيل')
    await dialog.getByLabel('يوم النفاذ').fill('02/11/2026')
    await dialog.getByLabel('مرجع القرار').fill('ق-13/2026')
    await dialog.getByRole('button', { name: 'تغيير الاسم' }).click()
    await page.getByRole('heading', { name: 'دائرة النخيل' }).waitFor()
    await page.getByText('غُيّر اسمها').waitFor()
    await look(page, 'ar-admin-unit')

    await page.getByRole('button', { name: /تسجيل ضابط/ }).click()
    await page.getByLabel('رقم التأجير').fill('E-7001')
    await page.getByLabel('الاسم بالعربية').fill('هدى المرابط')
    await page.getByLabel('الاسم باللاتينية').fill('Houda Mrabet')
    await page.getByLabel('المنصب').fill('desk')
    await pick(page, 'الدور', 'ضابط الاستقبال')
    await page.getByRole('button', { name: 'تسجيل ضابط' }).click()
    await page.getByText(/^[0-9A-Z]{4}-[0-9A-Z]{4}-[0-9A-Z]{4}-[0-9A-Z]{4}$/).waitFor()
    await look(page, 'ar-admin-enrolled')

    const admin = await desk.app.as('admin')
    const { items } = (await admin.get('/officers?text=E-7001')).json<{ items: { id: string }[] }>()
    await page.goto(`${desk.address}/admin/officers/${items[0]?.id ?? ''}`)
    await page.getByRole('heading', { name: 'هدى المرابط' }).waitFor()
    const act = async (name: string, fill: () => Promise<void>): Promise<void> => {
      await page.getByRole('button', { name, exact: true }).click()
      await fill()
      await dialog.getByRole('button', { name, exact: true }).click()
      await dialog.waitFor({ state: 'detached' })
    }
    await act('تسجيل صفة أو إجراء', async () => {
      await pick(page, 'النوع', 'مُنحت')
      await pick(page, 'الرمز', /عون/)
      await dialog.getByLabel('مرجع القرار').fill('و-77/2026')
    })
    await page.getByText('و-77/2026').waitFor()
    await act('منح دور', async () => {
      await pick(page, 'الدور', 'محقق')
    })
    await page.getByText('محقق').first().waitFor()
    await act('تعيين في وحدة', async () => {
      await pick(page, 'الوحدة', /رياض الياسمين|Riad/)
      await dialog.getByLabel('المنصب').fill('investigation')
      await pick(page, 'الدور', 'محقق')
    })
    await page.getByText('investigation').first().waitFor()
    const file = (await admin.get(`/officers/${items[0]?.id ?? ''}`)).json<Record<string, unknown[]>>()
    expect([file['postings']?.length, file['qualities']?.length, file['post']]).toEqual([2, 1, 'investigation'])
    await look(page, 'ar-admin-officer')
  },
)

test(
  'lost means of access: one asks, another approves, each sees half of the code; the officer can stop it',
  { timeout: 90_000 },
  async () => {
    const { officerId } = await desk.app.as('investigator2')
    const asking = await desk.open({ locale: 'fr' }, 'admin')
    await asking.goto(`${desk.address}/admin/officers/${officerId}`)
    await asking.getByRole('button', { name: 'Moyen d’accès perdu' }).click()
    await asking.getByLabel('Motif').fill('Téléphone perdu en mission')
    await asking.getByRole('dialog').getByRole('button', { name: 'Moyen d’accès perdu' }).click()
    await asking.getByText(/^[0-9A-Z]{4}-[0-9A-Z]{4}$/).waitFor()
    await look(asking, 'fr-admin-recovery-asked')
    await asking.getByRole('dialog').getByRole('button', { name: 'Fermer', exact: true }).last().click()
    await asking.getByText('L’accord revient à une troisième personne', { exact: false }).waitFor()
    const concerned = await desk.open({ locale: 'fr' }, 'investigator2')
    await concerned.goto(`${desk.address}/account`)
    await concerned.getByText('De nouveaux moyens d’accès sont demandés en votre nom').waitFor()
    await look(concerned, 'fr-account')
    await concerned.getByRole('button', { name: 'Je n’ai rien perdu : arrêter' }).click()
    await concerned.getByText('De nouveaux moyens d’accès sont demandés en votre nom').waitFor({ state: 'detached' })
    const admin = await desk.app.as('admin')
    expect((await admin.get(`/recoveries?officerId=${officerId}`)).json()).toEqual({ items: [] })
  },
)

test('one’s own sessions are listed and ended, and the language follows the officer', { timeout: 60_000 }, async () => {
  const officer = desk.app.signIns.get('desk2')
  if (!officer) throw new Error('nobody of the cast is called desk2')
  const elsewhere = await desk.app.as('desk2')
  await elsewhere.post('/session/locale', { locale: 'fr' }, { 'idempotency-key': systemIds.next() })
  const page = await desk.open({ locale: 'ar' })
  await page.goto(desk.address)
  await page.getByLabel('رقم التأجير').fill(officer.member.serviceNumber)
  await page.getByRole('textbox', { name: 'كلمة المرور' }).fill(officer.password)
  await page.keyboard.press('Enter')
  await page.waitForFunction(() => document.activeElement?.getAttribute('inputmode') === 'numeric')
  // A code works once: the next half minute's is taken where this one has opened the other session.
  await page.keyboard.type(await totpCode(officer.totpSecret, new Date(desk.app.clock.now().getTime() + 30_000)))
  await page.waitForFunction(() => document.documentElement.lang === 'fr')
  await page.goto(`${desk.address}/account`)
  await page.getByText('Cette session').waitFor()
  await page.getByRole('button', { name: 'Fermer toutes les autres' }).click()
  await page.getByRole('button', { name: 'Fermer toutes les autres' }).waitFor({ state: 'detached' })
  expect((await elsewhere.get('/session')).statusCode).toBe(401)
  await look(page, 'fr-account-sessions')
})

test(
  'a change of law data is proposed by one, refused to that one, and approved by another, in French',
  { timeout: 120_000 },
  async () => {
    const page = await desk.open({ locale: 'fr' }, 'admin')
    await page.goto(`${desk.address}/admin/law`)
    await page.getByRole('button', { name: /Infractions/ }).click()
    const search = page.getByLabel('Chercher dans les lignes…')
    await search.fill('ma.pc.263.1')
    await page
      .getByRole('button', { name: /Outrage à fonctionnaire/ })
      .first()
      .waitFor()
    await look(page, 'fr-admin-law-set')
    await page
      .getByRole('button', { name: /Outrage à fonctionnaire/ })
      .first()
      .click()
    const dialog = page.getByRole('dialog')
    await dialog.getByLabel('Amende maximale').fill('7000')
    await look(page, 'fr-admin-law-row')
    await dialog.getByRole('button', { name: 'Mettre dans la proposition' }).click()
    await page.getByLabel('Base légale').fill('Loi fictive 3-26, art. 4, BO 9999')
    await page.getByRole('button', { name: 'Proposer' }).click()
    await page.getByText('C’est votre proposition : une autre personne en décide.').waitFor()
    await page.getByText('Peine › Amende maximale').waitFor()
    await look(page, 'fr-admin-law-change')
    const id = new URL(page.url()).searchParams.get('change')?.replaceAll('"', '') ?? ''
    const admin = await desk.app.as('admin')
    const own = await admin.post(`/law-changes/${id}/decide`, { approve: true })
    expect(own.json()).toMatchObject({ code: 'LAW_NEEDS_ANOTHER' })

    const other = await desk.open({ locale: 'fr' }, 'inspector')
    await other.goto(`${desk.address}/admin/law?change=${id}`)
    await other.getByRole('button', { name: 'Approuver' }).click()
    await other.getByText('Approuvée').first().waitFor()
    await look(other, 'fr-admin-law-approved')
    expect((await admin.get('/law-sets')).json()).toMatchObject({ items: [{ name: 'offences', version: 2 }, {}] })
  },
)

test('no page asked anything of another machine, broke the content policy, or threw', () => {
  expect(desk.complaints.filter((complaint) => !/status of 4(?:22|03|09)/.test(complaint))).toEqual([])
})
