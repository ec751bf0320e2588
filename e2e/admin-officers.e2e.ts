import type { Page } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { totpCode } from '#modules/identity/index.ts'
import { act, pick } from './admin-journey.ts'
import { type DeskUnderTest, createDeskUnderTest, look } from './desk-under-test.ts'

let desk: DeskUnderTest
beforeAll(async () => {
  desk = await createDeskUnderTest()
})
afterAll(() => desk.close())

const idOf = async (officer: string): Promise<string> => (await desk.app.as(officer)).officerId
const codeNow = (secret: string): Promise<string> => totpCode(secret, desk.app.clock.now())

/** From the units to the officer's page, as one who has no address of it goes. */
async function findOfficer(page: Page, unit: string, name: RegExp): Promise<void> {
  await page.goto(`${desk.address}/admin?unit=${unit}`)
  await page.getByRole('link', { name }).click()
  await page.getByRole('heading', { name }).waitFor()
}

test('an officer is suspended, the quality with it, and comes back, in Arabic', { timeout: 120_000 }, async () => {
  const officerId = await idOf('investigator3')
  const page = await desk.open({ locale: 'ar' }, 'admin')
  await findOfficer(page, desk.app.units.p3, /رشيد المرابط/)
  await page.getByText('البحث القضائي').first().waitFor()
  await act(page, 'توقيف', async () => {
    await page.getByRole('dialog').getByLabel('مرجع القرار').fill('ق-31/2026')
    await look(page, 'ar-officer-suspend')
  })
  await page.getByText('صفة موقوفة').waitFor()
  await page.getByText('موقوف', { exact: true }).first().waitFor()
  await look(page, 'ar-officer-suspended')
  const admin = await desk.app.as('admin')
  expect((await admin.get(`/officers/${officerId}/quality`)).json()).toMatchObject({ quality: null, suspended: true })
  await act(page, 'إعادة إلى العمل', async () => {
    await page.getByRole('dialog').getByLabel('مرجع القرار').fill('ق-32/2026')
  })
  await page.getByText('مزاول').waitFor()
  await page.getByText('صفة موقوفة').waitFor({ state: 'detached' })
  expect((await admin.get(`/officers/${officerId}/quality`)).json()).toMatchObject({ quality: 'opj', suspended: false })
  await look(page, 'ar-officer-reinstated')
})

test(
  'the head goes on leave, and somebody of the unit stands in as head, in French',
  { timeout: 120_000 },
  async () => {
    const page = await desk.open({ locale: 'fr' }, 'admin')
    await findOfficer(page, desk.app.units.p2, /Mohamed Ameziane/)
    await act(page, 'Enregistrer une absence', async () => {
      await pick(page, 'Nature', 'Congé')
      await page.getByRole('combobox', { name: 'Intérim assuré par', exact: true }).click()
      expect(await page.getByRole('option', { name: 'Mohamed Ameziane' }).count()).toBe(0)
      await page.getByRole('option', { name: 'Sanae Fassi Fihri' }).click()
      // The role that the absent officer holds is what is taken over.
      const role = page.getByRole('combobox', { name: 'Rôle de l’intérim', exact: true })
      expect(await role.inputValue()).toBe('Chef d’unité')
      await look(page, 'fr-officer-absence')
    })
    await page.getByText('Congé').first().waitFor()
    await look(page, 'fr-officer-absent')
    const standing = await desk.app.as('investigator2')
    const roles = async (): Promise<string[]> =>
      (await standing.get('/session'))
        .json<{ roles: { code: string; reason: string }[] }>()
        .roles.map(({ code, reason }) => `${code} ${reason}`)
    expect(await roles()).toContain('head-of-unit acting')
    const own = await desk.open({ locale: 'fr' }, 'investigator2')
    await own.goto(`${desk.address}/account`)
    await own.getByText('par intérim').waitFor()
    await page.getByRole('button', { name: 'Mettre fin à l’absence' }).click()
    await page.getByRole('button', { name: 'Mettre fin à l’absence' }).waitFor({ state: 'detached' })
    expect(await roles()).not.toContain('head-of-unit acting')
  },
)

test(
  'lost means of access: one asks, another approves, and the third enters by both halves, in Arabic',
  { timeout: 120_000 },
  async () => {
    const cast = desk.app.signIns.get('desk2')
    if (!cast) throw new Error('nobody of the cast is called desk2')
    const half = /^[0-9A-Z]{4}-[0-9A-Z]{4}$/
    const asking = await desk.open({ locale: 'ar' }, 'head2')
    await findOfficer(asking, desk.app.units.p2, /مصطفى البقالي/)
    await asking.getByRole('button', { name: 'فقدان وسيلة الولوج' }).click()
    await asking.getByLabel('السبب').fill('ضاع الهاتف في القطار')
    await asking.getByRole('dialog').getByRole('button', { name: 'فقدان وسيلة الولوج' }).click()
    const first = await asking.getByText(half).innerText()
    await look(asking, 'ar-recovery-asked')

    // The administrator gets no notice of it: the page of the units says that something waits.
    const approving = await desk.open({ locale: 'ar' }, 'admin')
    await approving.goto(`${desk.address}/admin`)
    await approving.getByRole('heading', { name: 'طلبات وسائل ولوج تنتظر قرارا' }).waitFor()
    await look(approving, 'ar-recovery-waiting')
    await approving.getByRole('link', { name: /مصطفى البقالي/ }).click()
    await approving.getByText('ضاع الهاتف في القطار').waitFor()
    await look(approving, 'ar-recovery-to-decide')
    await approving.getByRole('button', { name: 'موافقة', exact: true }).click()
    const second = await approving.getByText(half).innerText()
    await look(approving, 'ar-recovery-approved')

    const page = await desk.open({ locale: 'ar' })
    await page.goto(desk.address)
    await page.getByLabel('رقم التأجير').fill(cast.member.serviceNumber)
    await page.getByRole('textbox', { name: 'كلمة المرور' }).fill(`${first}-${second}`)
    await page.keyboard.press('Enter')
    await page.getByRole('heading', { name: 'اختر كلمة مرور جديدة' }).waitFor()
    await page.getByLabel('كلمة المرور الحالية').fill(`${first}-${second}`)
    await page.getByLabel('كلمة المرور الجديدة').fill('أربع قطط رمادية تنام هنا')
    await page.keyboard.press('Enter')
    await page.getByRole('button', { name: 'إظهار الرمز' }).click()
    await page.getByRole('img', { name: 'رمز الإعداد للمسح' }).waitFor()
    await look(page, 'ar-recovery-new-factor')
    const secret = (await page.getByText(/^(?:[A-Z2-7]{4} ?){4,}$/).innerText()).replaceAll(' ', '')
    await page.keyboard.type(await codeNow(secret))
    await page.getByRole('heading', { name: 'اختر رقمًا سريًا للمكتب' }).waitFor()
    await page.getByLabel('كلمة المرور', { exact: true }).fill('أربع قطط رمادية تنام هنا')
    await page.getByLabel('الرقم السري', { exact: false }).last().fill('4071')
    await page.keyboard.press('Enter')
    await page.getByRole('heading', { name: /مصطفى البقالي/ }).waitFor()
    expect((await (await desk.app.as('admin')).get('/recoveries')).json()).toEqual({ items: [] })
  },
)

test('a second authenticator application is added, named, and the first removed', { timeout: 120_000 }, async () => {
  const page = await desk.open({ locale: 'ar' }, 'desk3')
  await page.goto(`${desk.address}/account`)
  await page.getByText('وسيلة واحدة فقط', { exact: false }).waitFor()
  expect(await page.getByRole('button', { name: /^حذف «/ }).count()).toBe(0)
  await page.getByRole('button', { name: 'إضافة تطبيق مصادقة' }).click()
  const dialog = page.getByRole('dialog')
  await dialog.getByLabel('اسمه').fill('هاتف العمل')
  await look(page, 'ar-account-totp-name')
  await dialog.getByRole('button', { name: 'إظهار الرمز' }).click()
  await dialog.getByRole('img', { name: 'رمز الإعداد للمسح' }).waitFor()
  const secret = (await dialog.getByText(/^(?:[A-Z2-7]{4} ?){4,}$/).innerText()).replaceAll(' ', '')
  await page.keyboard.type('000000')
  await dialog.getByRole('alert').waitFor()
  await look(page, 'ar-account-totp-code')
  await page.keyboard.type(await codeNow(secret))
  await dialog.waitFor({ state: 'detached' })
  await page.getByText('هاتف العمل').first().waitFor()
  await page.getByRole('heading', { name: 'وسائل الولوج الثانية' }).scrollIntoViewIfNeeded()
  await look(page, 'ar-account-factors')

  const french = await desk.open({ locale: 'fr' }, 'desk3')
  await french.goto(`${desk.address}/account`)
  await french.getByRole('heading', { name: 'Deuxièmes facteurs' }).scrollIntoViewIfNeeded()
  await french.getByText('هاتف العمل').waitFor()
  await look(french, 'fr-account-factors')
  const removals = french.getByRole('button', { name: /^Retirer « / })
  expect(await removals.count()).toBe(2)
  await removals.first().click()
  await french.getByText('Un seul :', { exact: false }).waitFor()
  const { items } = (await (await desk.app.as('desk3')).get('/session/factors')).json<{ items: { label: string }[] }>()
  expect(items.map(({ label }) => label)).toEqual(['هاتف العمل'])
})

test('no page asked anything of another machine, broke the content policy, or threw', () => {
  expect(desk.complaints.filter((complaint) => !/status of 403/.test(complaint))).toEqual([])
})
