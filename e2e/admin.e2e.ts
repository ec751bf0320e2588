import { afterAll, beforeAll, expect, test } from 'vitest'
import { systemIds } from '#platform/ids.ts'
import { totpCode } from '#modules/identity/index.ts'
import { act, pick } from './admin-journey.ts'
import { type DeskUnderTest, createDeskUnderTest, look } from './desk-under-test.ts'

let desk: DeskUnderTest
beforeAll(async () => {
  desk = await createDeskUnderTest()
})
afterAll(() => desk.close())

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
    await pick(page, 'المنصب', 'الاستقبال')
    await pick(page, 'الدور', 'ضابط الاستقبال')
    await page.getByRole('button', { name: 'تسجيل ضابط' }).click()
    await page.getByText(/^[0-9A-Z]{4}-[0-9A-Z]{4}-[0-9A-Z]{4}-[0-9A-Z]{4}$/).waitFor()
    await look(page, 'ar-admin-enrolled')

    const admin = await desk.app.as('admin')
    const { items } = (await admin.get('/officers?text=E-7001')).json<{ items: { id: string }[] }>()
    await page.goto(`${desk.address}/admin/officers/${items[0]?.id ?? ''}`)
    await page.getByRole('heading', { name: 'هدى المرابط' }).waitFor()
    await act(page, 'تسجيل صفة أو إجراء', async () => {
      await pick(page, 'النوع', 'مُنحت')
      await pick(page, 'الصفة', /عون/)
      await dialog.getByLabel('مرجع القرار').fill('و-77/2026')
    })
    await page.getByText('و-77/2026').waitFor()
    await act(page, 'منح دور', async () => {
      await pick(page, 'الدور', 'محقق')
    })
    await page.getByText('محقق').first().waitFor()
    await act(page, 'تعيين في وحدة', async () => {
      await pick(page, 'الوحدة', /رياض الياسمين|Riad/)
      await pick(page, 'المنصب', 'البحث القضائي')
      await pick(page, 'الدور', 'محقق')
    })
    await page.getByText('البحث القضائي').first().waitFor()
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

test('no page asked anything of another machine, broke the content policy, or threw', () => {
  expect(desk.complaints.filter((complaint) => !/status of 4(?:22|03|09)/.test(complaint))).toEqual([])
})
