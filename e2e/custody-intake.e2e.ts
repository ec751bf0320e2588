import { afterAll, beforeAll, expect, test } from 'vitest'
import { type CustodyGround, makeCustodyGround } from '#modules/custody/testing/custody-ground.ts'
import { keepWork, placeInCustody, wallMinutes } from './custody-journey.ts'
import { type DeskUnderTest, createDeskUnderTest, look } from './desk-under-test.ts'

let desk: DeskUnderTest
let ground: CustodyGround
beforeAll(async () => {
  desk = await createDeskUnderTest()
  ground = await makeCustodyGround(desk.app)
})
afterAll(() => desk.close())

test(
  'from the file of the case to the bundle in less than ten minutes of work, in Arabic',
  { timeout: 240_000 },
  async () => {
    const { caseId } = await ground.openCase()
    const page = await desk.open({ locale: 'ar' }, 'investigator')
    const work = await placeInCustody(page, `${desk.address}/cases/${caseId}`)
    await keepWork(work)
    expect(work.officerSeconds).toBeLessThanOrEqual(600)
    expect(work.bundle).toMatch(/^\/api\/custodies\/[0-9a-f-]+\/bundle\.pdf$/)
    await look(page, 'ar-custody-opened')
    const bundle = await page.request.get(`${desk.address}${work.bundle}`)
    expect([bundle.status(), (await bundle.body()).subarray(0, 5).toString()]).toEqual([200, '%PDF-'])
    const { items } = (await ground.investigator.get(`/cases/${caseId}/custodies`)).json<{ items: { id: string }[] }>()
    const custody = await ground.read(items[0]?.id ?? '')
    // Everything that the law asks for at once was taken down on the one page.
    expect(custody.missing).toEqual([])
    expect(custody.clock.deadlineProven).toBe(new Date(Date.parse(custody.arrestedAt) + 48 * 3_600_000).toISOString())
  },
)

test('the page as it comes up for the only suspect of a file, in Arabic', { timeout: 120_000 }, async () => {
  const { caseId } = await ground.openCase()
  const page = await desk.open({ locale: 'ar', height: 2200 }, 'investigator')
  await page.goto(`${desk.address}/custody/new?case=${caseId}`)
  await page.getByRole('radio', { name: 'راشد', exact: true }).check()
  // What follows from the age and the file stands there already; no retention of a minor is offered for an adult.
  expect(await page.getByRole('radio', { name: 'حراسة نظرية' }).isChecked()).toBe(true)
  expect(await page.getByRole('radio', { name: 'حالة التلبس' }).isChecked()).toBe(true)
  expect(await page.getByRole('combobox', { name: 'الغرفة' }).inputValue()).toMatch(/^M1/)
  expect(await page.getByRole('radio', { name: 'احتفاظ بحدث' }).count()).toBe(0)
  await page.getByLabel('ساعة الإيقاف').fill(wallMinutes(25))
  await page.getByText('النظام العادي').waitFor()
  // Nothing is said of anyone by default: not that the prosecutor was told, not that the person was searched.
  expect(await page.getByText('يُدوَّن', { exact: true }).count()).toBe(0)
  await look(page, 'ar-custody-intake')
})
