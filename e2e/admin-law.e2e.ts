import { afterAll, beforeAll, expect, test } from 'vitest'
import { pick } from './admin-journey.ts'
import { type DeskUnderTest, createDeskUnderTest, look } from './desk-under-test.ts'

let desk: DeskUnderTest
beforeAll(async () => {
  desk = await createDeskUnderTest()
})
afterAll(() => desk.close())

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
    await pick(page, 'Rubrique', 'Ordre public')
    await dialog.getByLabel('Emprisonnement maximal: Années').fill('2')
    await dialog.getByRole('group', { name: 'Mots-clés' }).getByLabel('En français').fill('injure')
    await page.keyboard.press('Enter')
    await look(page, 'fr-admin-law-row')
    expect(await dialog.getByText(/[{}[\]]|public_order|"fr"|P\d+Y/).count()).toBe(0)
    await dialog.getByRole('button', { name: 'Mettre dans la proposition' }).click()
    await page.getByLabel('Base légale').fill('Loi fictive 3-26, art. 4, BO 9999')
    await page.getByRole('button', { name: 'Proposer' }).click()
    await page.getByText('C’est votre proposition : une autre personne en décide.').waitFor()
    await page.getByText('Peine › Amende maximale').waitFor()
    await page.getByRole('cell', { name: 'Ordre public' }).waitFor()
    await page.getByRole('cell', { name: /^2\sans$/ }).waitFor()
    await page.getByText('injure').waitFor()
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

test('a rule of quality is changed by choosing, never by writing data, in Arabic', { timeout: 120_000 }, async () => {
  const page = await desk.open({ locale: 'ar' }, 'admin')
  await page.goto(`${desk.address}/admin/law`)
  await page.getByRole('button', { name: /قواعد صفة الشرطة القضائية/ }).click()
  await page.getByText('القواعد', { exact: true }).click()
  await page.getByLabel('ابحث في الأسطر…').fill('opj-inspectors')
  await page.getByRole('button', { name: 'ضابط الشرطة القضائية · بقرار' }).first().waitFor()
  await look(page, 'ar-admin-law-rules')
  await page.getByRole('button', { name: 'ضابط الشرطة القضائية · بقرار' }).last().click()
  const dialog = page.getByRole('dialog')
  await dialog.getByRole('combobox', { name: 'الرتب' }).click()
  await page.getByRole('option', { name: 'مقدم', exact: true }).click()
  await page.keyboard.press('Escape')
  await dialog.getByRole('button', { name: /إضافة إلى .*السلطات المقررة/ }).click()
  await dialog.getByLabel('بالعربية').last().fill('رئيس الحكومة')
  await dialog.getByLabel('بالفرنسية').last().fill('Chef du gouvernement')
  await dialog.getByLabel('بالإنجليزية').last().fill('Head of Government')
  await look(page, 'ar-admin-law-rule')
  expect(await dialog.getByText(/[{}]|ma\.rank|by_decision/).count()).toBe(0)
  await dialog.getByRole('button', { name: 'إدراج في الاقتراح' }).click()
  await page.getByLabel('السند القانوني').fill('قانون خيالي رقم 4-26، المادة 2')
  await page.getByRole('button', { name: 'تقديم الاقتراح' }).click()
  await page.getByText('هذا اقتراحك', { exact: false }).waitFor()
  await page.getByText('رئيس الحكومة').waitFor()
  await page.getByText('مقدم', { exact: true }).waitFor()
  await look(page, 'ar-admin-law-change')
})

test('no page asked anything of another machine, broke the content policy, or threw', () => {
  expect(desk.complaints).toEqual([])
})
