import { afterAll, beforeAll, expect, test } from 'vitest'
import { pick } from './admin-journey.ts'
import { type DeskUnderTest, createDeskUnderTest, look } from './desk-under-test.ts'

let desk: DeskUnderTest
beforeAll(async () => {
  desk = await createDeskUnderTest()
})
afterAll(() => desk.close())

test(
  'a unit is moved under another and closed, and is read about afterwards, in Arabic',
  { timeout: 120_000 },
  async () => {
    const admin = await desk.app.as('admin')
    const founded = await admin.post('/units', {
      kind: 'arrondissement',
      names: { ar: 'دائرة السلام', fr: 'Arrondissement Essalam', en: 'Essalam precinct' },
      parentId: desk.app.units.w1,
      on: '2026-11-01',
      decisionRef: 'ق-20/2026',
      place: 'فاس',
    })
    const { unitId } = founded.json<{ unitId: string }>()
    const page = await desk.open({ locale: 'ar' }, 'admin')
    const dialog = page.getByRole('dialog')
    await page.goto(`${desk.address}/admin`)
    await page.getByLabel('ابحث عن وحدة…').fill('السلام')
    await page.getByRole('button', { name: 'دائرة السلام' }).click()
    await page.getByRole('link', { name: 'ولاية أمن فاس' }).waitFor()

    await page.getByRole('button', { name: /إلحاق بوحدة أخرى/ }).click()
    await page.getByRole('combobox', { name: 'تُلحق بـ', exact: true }).click()
    // Only what may have a precinct below it is offered, neither the unit itself nor the one above it now.
    const offered = await page.getByRole('option').allInnerTexts()
    expect(offered.length).toBeGreaterThan(3)
    expect(offered.filter((name) => /دائرة|المديرية العامة/.test(name) || name === 'ولاية أمن فاس')).toEqual([])
    await page.keyboard.press('Escape')
    await pick(page, 'تُلحق بـ', /منطقة/)
    await dialog.getByLabel('يوم النفاذ').fill('02/11/2026')
    await dialog.getByLabel('مرجع القرار').fill('ق-21/2026')
    await look(page, 'ar-admin-unit-move')
    await dialog.getByRole('button', { name: 'إلحاق بوحدة أخرى' }).click()
    await dialog.waitFor({ state: 'detached' })
    await page.getByText(/أُلحقت بأخرى · .*منطقة/).waitFor()
    const moved = (await admin.get(`/units/${unitId}`)).json<{ chain: { kind: string }[] }>()
    expect(moved.chain.map(({ kind }) => kind).slice(0, 3)).toEqual(['arrondissement', 'district', 'wilaya'])
    await look(page, 'ar-admin-unit-moved')

    // A unit that somebody serves in is not closed, and the sentence says what to do first.
    await page.goto(`${desk.address}/admin?unit=${desk.app.units.p1}`)
    await page.getByRole('button', { name: /^إغلاق/ }).click()
    await dialog.getByLabel('يوم النفاذ').fill('03/11/2026')
    await dialog.getByLabel('مرجع القرار').fill('ق-22/2026')
    await dialog.getByRole('button', { name: 'إغلاق', exact: true }).last().click()
    await dialog.getByText('عيّنهم في وحدات أخرى أولا', { exact: false }).waitFor()
    await look(page, 'ar-admin-unit-close-refused')

    await page.goto(`${desk.address}/admin?unit=${unitId}`)
    await page.getByRole('button', { name: /^إغلاق/ }).click()
    await dialog.getByLabel('يوم النفاذ').fill('03/11/2026')
    await dialog.getByLabel('مرجع القرار').fill('ق-23/2026')
    await dialog.getByRole('button', { name: 'إغلاق', exact: true }).last().click()
    await dialog.waitFor({ state: 'detached' })
    await page.getByRole('heading', { name: 'دائرة السلام' }).waitFor()
    await page.getByText('أُغلقت هذه الوحدة', { exact: false }).waitFor()
    await look(page, 'ar-admin-unit-closed')
    expect((await admin.get(`/units/${unitId}`)).json()).toMatchObject({ closedOn: '2026-11-03' })

    const french = await desk.open({ locale: 'fr' }, 'admin')
    await french.goto(`${desk.address}/admin?unit=${unitId}`)
    await french.getByRole('heading', { name: 'Arrondissement Essalam' }).waitFor()
    await french.getByText('Cette unité est fermée', { exact: false }).waitFor()
    await look(french, 'fr-admin-unit-closed')
  },
)

test('no page asked anything of another machine, broke the content policy, or threw', () => {
  expect(desk.complaints).toEqual([])
})
