import type { Page } from 'playwright-core'
import { afterAll, afterEach, beforeAll, expect, test } from 'vitest'
import { type CustodyGround, makeCustodyGround } from '#modules/custody/testing/custody-ground.ts'
import { wallMinutes } from './custody-journey.ts'
import { type DeskUnderTest, createDeskUnderTest, look } from './desk-under-test.ts'

let desk: DeskUnderTest
let ground: CustodyGround
let bringBack: (() => Promise<void>) | undefined
beforeAll(async () => {
  desk = await createDeskUnderTest()
  ground = await makeCustodyGround(desk.app)
})
afterEach(() => restore())
afterAll(() => desk.close())

async function restore(): Promise<void> {
  await bringBack?.()
  bringBack = undefined
}

/** What no file says of an adult arrested, in Arabic; hours as minutes ago. */
async function fill(page: Page, arrested: number, placed: number): Promise<void> {
  await page.getByRole('radio', { name: 'راشد', exact: true }).check()
  await page.getByRole('checkbox', { name: /الحيلولة دون فراره/ }).check()
  await page.getByLabel('ساعة الإيقاف').fill(wallMinutes(arrested))
  await page.getByLabel('ساعة الوضع').fill(wallMinutes(placed))
  await page.getByRole('combobox', { name: 'مكان الإيقاف' }).fill('حي السلام، قرب المحطة')
  await page.getByRole('combobox', { name: 'مكان الإيقاف' }).press('Tab')
}
const custodiesOf = async (caseId: string) =>
  (await ground.investigator.get(`/cases/${caseId}/custodies`)).json<{
    items: { id: string; reference: string; arrestedAt: string; placedAt: string }[]
  }>().items

test(
  'someone is placed while the line is cut: kept with its hour and printed, then in the register, the papers after it',
  { timeout: 120_000 },
  async () => {
    const { caseId } = await ground.openCase()
    const page = await desk.open({ locale: 'ar' }, 'investigator')
    await page.goto(`${desk.address}/custody/new?case=${caseId}`)
    await page.getByRole('radio', { name: 'راشد', exact: true }).waitFor()
    await page.getByRole('combobox', { name: 'الغرفة' }).waitFor()
    bringBack = await desk.cut()
    await fill(page, 25, 10)
    await page.keyboard.press('Control+Enter')
    const waits = page.getByRole('region', { name: 'وُضع ولم يُسجَّل بعد' })
    await waits.getByText(/سفيان/).waitFor()
    // The page is free for whoever was arrested with this person, who is not proposed a second time.
    expect(await page.getByRole('radio', { name: /سفيان/ }).count()).toBe(0)
    expect(await page.getByRole('combobox', { name: 'مكان الإيقاف' }).inputValue()).toBe('')
    await look(page, 'ar-custody-cut')
    await page.evaluate(() => {
      window.print = () => undefined
    })
    await waits.getByRole('button', { name: 'طباعة' }).click()
    await page.emulateMedia({ media: 'print' })
    const paper = page.locator('[data-printed]')
    const printed = (await paper.textContent()) ?? ''
    expect(printed).toContain('حي السلام، قرب المحطة')
    expect(printed).toContain('الحيلولة دون فراره')
    expect(printed).toContain('ليست وثيقة من وثائق الحراسة')
    await look(page, 'ar-custody-cut-paper')
    await page.emulateMedia({ media: 'screen' })
    await page.evaluate(() => window.dispatchEvent(new Event('afterprint')))
    expect(await custodiesOf(caseId)).toEqual([])

    await restore()
    await page
      .getByText(/سُجّل تحت الرقم/)
      .first()
      .waitFor()
    const [placed, ...others] = await custodiesOf(caseId)
    expect(others).toEqual([])
    if (!placed) throw new Error('nobody was placed')
    // The hour of the placement is the one that was said; the house knows when it had it.
    const { placedAt, entries } = await ground.read(placed.id)
    expect(Math.round((Date.now() - Date.parse(placedAt)) / 60_000)).toBeGreaterThanOrEqual(10)
    expect(entries.length).toBeGreaterThan(0)
    for (const { recordedAt } of entries) expect(Date.parse(recordedAt) - Date.parse(placedAt)).toBeGreaterThan(540_000)
    await page.getByRole('button', { name: /الاتصال وما ينتظر الإرسال/ }).click()
    await page.getByRole('button', { name: 'فتح الملف' }).click()
    await page
      .getByText(/كامل: اطبع الملف للتوقيع/)
      .first()
      .waitFor()
    await look(page, 'ar-custody-cut-recorded')
    expect(page.url()).toContain(placed.id)
  },
)

test(
  'a placement that the server refuses comes back to its form, and goes when it is mended',
  { timeout: 120_000 },
  async () => {
    const { caseId } = await ground.openCase()
    const page = await desk.open({ locale: 'ar' }, 'investigator')
    await page.goto(`${desk.address}/custody/new?case=${caseId}`)
    await page.getByRole('radio', { name: 'راشد', exact: true }).waitFor()
    bringBack = await desk.cut()
    // Placed before the arrest.
    await fill(page, 10, 25)
    await page.keyboard.press('Control+Enter')
    await page.getByRole('region', { name: 'وُضع ولم يُسجَّل بعد' }).waitFor()
    await restore()
    await page.getByRole('button', { name: /عملية لم تُقبل/ }).click()
    await page.getByRole('button', { name: 'تصحيح' }).click()
    await page.getByText(/دُوّن عند انقطاع الاتصال ولم يقبله الخادم/).waitFor()
    expect(await page.getByRole('combobox', { name: 'مكان الإيقاف' }).inputValue()).toBe('حي السلام، قرب المحطة')
    expect(await page.getByRole('radio', { name: /سفيان/ }).isChecked()).toBe(true)
    // Mended wrongly, it is refused again, and nothing of it is lost.
    const arrested = page.getByLabel('ساعة الإيقاف')
    await arrested.fill(wallMinutes(20))
    await arrested.press('Tab')
    await page.keyboard.press('Control+Enter')
    await page
      .getByRole('alert')
      .getByText(/على غير ترتيب الوقائع/)
      .waitFor()
    expect(await page.getByRole('combobox', { name: 'مكان الإيقاف' }).inputValue()).toBe('حي السلام، قرب المحطة')
    await arrested.fill(wallMinutes(40))
    await arrested.press('Tab')
    await page.keyboard.press('Control+Enter')
    await page.waitForURL(/\/custody\/[0-9a-f-]{36}/)
    expect(await custodiesOf(caseId)).toHaveLength(1)
    expect(await page.getByRole('button', { name: /لم تُقبل/ }).count()).toBe(0)
  },
)

test('no page broke the content policy or threw', () => {
  expect(
    desk.complaints.filter(
      (complaint) => !/ERR_CONNECTION_REFUSED|ERR_CONNECTION_RESET|ERR_EMPTY_RESPONSE|ERR_ABORTED/.test(complaint),
    ),
  ).toEqual([])
})
