import { afterAll, beforeAll, expect, test } from 'vitest'
import { type CustodyGround, makeCustodyGround } from '#modules/custody/testing/custody-ground.ts'
import { totpCode } from '#modules/identity/index.ts'
import type { Page } from 'playwright-core'
import { type DeskUnderTest, createDeskUnderTest, look } from './desk-under-test.ts'

let desk: DeskUnderTest
let ground: CustodyGround
beforeAll(async () => {
  desk = await createDeskUnderTest()
  ground = await makeCustodyGround(desk.app)
})
afterAll(() => desk.close())

/** A proof given at sign-in may still be fresh; where it is not, the dialog asks. */
async function prove(page: Page, officer: string, done: string): Promise<void> {
  const proof = page.getByRole('dialog', { name: /إثبات الهوية|Preuve d’identité/ })
  const shown = page.getByText(done, { exact: true })
  await shown.or(proof).first().waitFor()
  if (await proof.isVisible())
    await page.keyboard.type(await totpCode(desk.app.signIns.get(officer)?.totpSecret ?? '', desk.app.clock.now()))
  await shown.first().waitFor()
}

test(
  'the prosecutor sees a month and gives it a visa; what came after shows, in French',
  { timeout: 240_000 },
  async () => {
    await ground.open({ arrestedAt: ground.at(-30), placedAt: ground.at(-29) })
    const second = await ground.open()
    await ground.record(second, { kind: 'end', at: ground.at(0), how: 'released' })
    const page = await desk.open({ locale: 'fr' }, 'prosecutor')
    await page.goto(`${desk.address}/custody/register/${ground.place.id}`)
    await page.getByText('Ce mois n’a pas encore de visa.').waitFor()
    expect(await page.locator('tbody tr').count()).toBe(2)
    await page.keyboard.press('v')
    await page.getByRole('dialog').getByLabel('Observation').fill('Vu, sans observation.')
    await page.keyboard.press('Control+Enter')
    await prove(page, 'prosecutor', 'Conforme au registre')
    await page.getByText('Lignes visées : ').waitFor()
    await look(page, 'fr-custody-register')
    await ground.record(second, { kind: 'note', at: ground.at(0), note: 'أضيف بعد التأشيرة' })
    await page.reload()
    await page.getByText('Le registre a changé depuis').waitFor()
    await page.keyboard.press('[')
    await page.getByText('Aucune ligne ce mois-ci').waitFor()
  },
)

test('the list of the day goes to the prosecutor, who takes note, in Arabic', { timeout: 240_000 }, async () => {
  const head = await desk.open({ locale: 'ar' }, 'head')
  await head.goto(`${desk.address}/custody/register/${ground.place.id}`)
  await head.getByText('لم تُرسل بعد').waitFor()
  await head.keyboard.press('Shift+S')
  await head.getByText('أُرسلت', { exact: true }).waitFor()
  await look(head, 'ar-custody-register')
  const prosecutor = await desk.open({ locale: 'ar' }, 'prosecutor')
  await prosecutor.goto(`${desk.address}/custody/register/${ground.place.id}`)
  await prosecutor.getByText('أُرسلت', { exact: true }).waitFor()
  await prosecutor.keyboard.press('y')
  await prosecutor.getByText('أُخذ العلم بها', { exact: true }).waitFor()
  for (const path of ['register.pdf?book=adults&month=', 'day-list.pdf?day=']) {
    const day = new Intl.DateTimeFormat('en-CA', { timeZone: 'Africa/Casablanca' }).format(new Date())
    const on = path.startsWith('register') ? day.slice(0, 7) : day
    const print = await prosecutor.request.get(
      `${desk.address}/api/custody-places/${ground.place.id}/${path}${on}&lang=ar`,
    )
    expect([path, print.status(), print.headers()['content-type']]).toEqual([path, 200, 'application/pdf'])
  }
})
