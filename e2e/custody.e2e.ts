import { join } from 'node:path'
import type { Page } from 'playwright-core'
import { afterAll, beforeAll, expect, onTestFailed, test } from 'vitest'
import { type CustodyGround, makeCustodyGround } from '#modules/custody/testing/custody-ground.ts'
import { totpCode } from '#modules/identity/index.ts'
import { type DeskUnderTest, createDeskUnderTest, look, pictures } from './desk-under-test.ts'

let desk: DeskUnderTest
let ground: CustodyGround
beforeAll(async () => {
  desk = await createDeskUnderTest()
  ground = await makeCustodyGround(desk.app)
})
afterAll(() => desk.close())

const choose = (page: Page, name: string) => page.getByRole('dialog').getByRole('radio', { name, exact: true }).check()
const send = async (page: Page): Promise<void> => {
  await page.keyboard.press('Control+Enter')
  await page.getByRole('dialog').waitFor({ state: 'detached' })
}

test(
  'in Arabic: from the arrest to the bundle, an extension, a hospital stay, the release',
  { timeout: 300_000 },
  async () => {
    const { caseId, suspectId } = await ground.openCase()
    const told = { at: ground.at(-0.4), understood: true, silenceTold: true, language: 'العربية', signed: 'signed' }
    await ground.open({
      caseId,
      participantId: suspectId,
      entries: [
        { kind: 'rights', ...told },
        { kind: 'family-notice', at: ground.at(-0.35), outcome: 'told', who: 'خالد', capacity: 'أخوه', means: 'phone' },
        { kind: 'lawyer-notice', at: ground.at(-0.3), outcome: 'chosen-told', who: 'الأستاذة العلوي', means: 'phone' },
        { kind: 'prosecutor-notice', at: ground.at(-0.45), prosecutorUnitId: desk.app.units.parquet, means: 'phone' },
      ],
    })
    const page = await desk.open({ locale: 'ar' }, 'investigator')
    onTestFailed(async () => {
      await page.screenshot({ path: join(pictures, `fail-${Date.now()}.png`) })
    })
    await page.goto(`${desk.address}/cases/${caseId}`)
    await page
      .getByRole('region', { name: /^الحراسة/ })
      .getByRole('link')
      .click()
    // What the law still asks for goes first.
    await page.getByText(/يطلب القانون تدوين: .?الأمتعة المودعة/).waitFor()
    await page.keyboard.press('n')
    await page.getByRole('dialog').getByRole('button', { name: 'إضافة متاع' }).click()
    await page.getByRole('dialog').getByLabel('المتاع').fill('هاتف محمول أسود')
    await choose(page, 'وقّع')
    await send(page)
    await page.getByText(/لا شيء ينقص/).waitFor()
    await look(page, 'ar-custody-sheet')

    // To hospital: one form, and the person is out of the cell by the same act; the time is claimed until it is proven.
    await page.keyboard.press('t')
    await page.getByRole('dialog').getByLabel('المكان').fill('مستشفى الغساني')
    await send(page)
    await page
      .getByText(/خارج الغرف: .?فحص أو علاج/)
      .first()
      .waitFor()
    await page.keyboard.press('t')
    await page.getByRole('dialog', { name: 'نهاية العلاج بالمستشفى' }).waitFor()
    await look(page, 'ar-custody-hospital-end')
    await send(page)
    await page
      .getByText(/في الغرفة .?M1/)
      .first()
      .waitFor()
    await page.getByText(/الأجل يُحسب من دونها إلى أن تُثبت/).waitFor()
    await page.keyboard.press('p')
    await page.getByRole('dialog').getByLabel('الوثيقة المثبتة').fill('شهادة الخروج 412/2026')
    await send(page)
    await page.getByText('مُثبت', { exact: true }).waitFor()
    expect(await page.getByText(/الأجل يُحسب من دونها إلى أن تُثبت/).count()).toBe(0)

    await page.keyboard.press('x')
    const extension = page.getByRole('dialog', { name: 'تمديد' })
    expect(await extension.getByLabel('عدد الساعات').inputValue()).toBe('24')
    await extension.getByLabel('المرجع').fill('2026/77')
    await choose(page, 'قُدّم إليه')
    await look(page, 'ar-custody-extension')
    await send(page)
    await page.getByText(/24.? ساعة بالتمديد/).waitFor()

    await page.keyboard.press('m')
    await choose(page, 'تناولها')
    await send(page)
    await page.keyboard.press('w')
    await choose(page, 'بخير')
    await send(page)

    // The wrong name of the lawyer is put right beside it; what stood there stays, struck through.
    const wrong = page.locator('li', { hasText: 'الأستاذة العلوي' }).last()
    await wrong.getByRole('button', { name: /تصحيح هذا التدوين/ }).click()
    await page.getByRole('dialog').getByLabel('من', { exact: true }).fill('الأستاذة العلمي')
    await send(page)
    await page.locator('li[data-corrected]', { hasText: 'الأستاذة العلوي' }).getByText('الأستاذة العلمي').waitFor()
    await page.locator('li[data-corrected]').scrollIntoViewIfNeeded()
    await look(page, 'ar-custody-corrected')

    await page.keyboard.press('e')
    await choose(page, 'أُطلق سراحه')
    await send(page)
    await page.keyboard.press('r')
    await choose(page, 'وقّع')
    await send(page)
    await page.getByText('انتهت الحراسة ولم يوقَّع السطر.').waitFor()
    await page.keyboard.press('s')
    await choose(page, 'وقّع')
    await page.keyboard.press('Control+Enter')
    // A proof given at sign-in is still fresh; later it is asked for.
    const done = page.getByText('السطر كامل وموقّع.')
    const proof = page.getByRole('dialog', { name: 'إثبات الهوية' })
    await done.or(proof).first().waitFor()
    if (await proof.isVisible()) await page.keyboard.type(await codeOf('investigator'))
    await done.waitFor()
    await look(page, 'ar-custody-ended')
  },
)

test('the wall by day and by night, and as it stood', { timeout: 240_000 }, async () => {
  const at = (hours: number): string => ground.at(hours)
  const late = { arrestedAt: at(-49), placedAt: at(-48.5) }
  await ground.open({ ...late, cellId: ground.cell('M1') })
  const near = await ground.open({ arrestedAt: at(-46.6), placedAt: at(-46) })
  await ground.record(near, { kind: 'welfare', at: at(-0.4), state: 'well' })
  const woman = await ground.open({ arrestedAt: at(-39), placedAt: at(-38), cellId: ground.cell('F1') })
  await ground.record(woman, { kind: 'risk', at: at(-38), level: 'raised', reasons: ['medication'] })
  await ground.record(woman, { kind: 'welfare', at: at(-0.3), state: 'well' })
  const heard = await ground.open({ arrestedAt: at(-5), placedAt: at(-4.5) })
  await ground.record(heard, { kind: 'extraction', at: at(-0.2), why: 'hearing', to: 'مكتب الاستماع 2' })
  for (const [name, view] of [
    ['ar-custody-wall-day', { locale: 'ar' }],
    ['fr-custody-wall-night', { locale: 'fr', scheme: 'dark' }],
  ] as const) {
    const page = await desk.open({ ...view, width: 1920, height: 1080 }, 'keeper')
    onTestFailed(async () => {
      await page.screenshot({ path: join(pictures, `fail-${Date.now()}.png`) })
    })
    await page.goto(`${desk.address}/custody/board/${ground.place.id}`)
    await page.getByRole('heading', { level: 2, name: 'M1' }).waitFor()
    await look(page, name)
    if (view.locale === 'fr') continue
    const left = page
      .locator('a[data-tone]')
      .first()
      .getByText(/^\d+:\d\d:\d\d$/)
    const before = (await left.textContent()) ?? ''
    await page.getByText(before, { exact: true }).waitFor({ state: 'detached' })
    await page.keyboard.press(',')
    await page.getByText(/هذا هو الماضي/).waitFor()
    await page.getByLabel('كما كانت في').fill(wallText(at(-10)))
    await page.waitForTimeout(700)
    // Ten hours ago the one who is heard now had not been arrested.
    await page.getByText(/3.? أشخاص/).waitFor()
    expect(await page.getByText('خارج الغرف').count()).toBe(0)
    await look(page, 'ar-custody-wall-past')
    await page.getByRole('button', { name: /الرجوع إلى الآن/ }).click()
    await page.getByText(/هذا هو الماضي/).waitFor({ state: 'detached' })
  }
})

test('an outage with a paper book: kept here, and with both times there, in French', { timeout: 240_000 }, async () => {
  const id = await ground.open({ arrestedAt: ground.at(-6), placedAt: ground.at(-5.5) })
  const page = await desk.open({ locale: 'fr' }, 'investigator')
  onTestFailed(async () => {
    await page.screenshot({ path: join(pictures, `fail-${Date.now()}.png`) })
  })
  await page.goto(`${desk.address}/custody/${id}`)
  await page.getByRole('heading', { level: 1 }).waitFor()
  await page.getByRole('button', { name: /Ronde/ }).waitFor()
  const restore = await desk.cut()
  await page.keyboard.press('w')
  await choose(page, 'Va bien')
  await page.keyboard.press('Control+Enter')
  await page.getByText('Gardé sur ce poste, part au retour de la liaison').first().waitFor()
  await page.getByText('En attente').first().waitFor()
  await page.screenshot({ path: join(pictures, 'fr-custody-outage.png') })
  await restore()
  await page.locator('li', { hasText: 'Va bien' }).locator('visible=true').first().waitFor()
  await page.locator('li[data-waiting]').waitFor({ state: 'detached', timeout: 40_000 })

  // What was written by hand meanwhile, with its page and its hour.
  await page.keyboard.press('m')
  const form = page.getByRole('dialog', { name: 'Repas' })
  await choose(page, 'Refusé')
  await form.getByLabel('Quand').fill(wallText(ground.at(-3)))
  await form.getByRole('switch', { name: 'Repris du registre papier' }).check()
  await form.getByLabel('Page').fill('14')
  await form.getByLabel('Ligne').fill('3')
  await look(page, 'fr-custody-paper')
  await send(page)
  await page.getByText(/registre papier, page .?14.?, ligne .?3/).waitFor()
  await page.getByText('Repris du registre papier').first().waitFor()
  const custody = await ground.read(id)
  const meal = custody.entries.find(({ entry }) => entry.kind === 'meal')
  expect(meal?.entry.at.slice(0, 16)).toBe(ground.at(-3).slice(0, 16))
  expect(Date.parse(meal?.recordedAt ?? '') - Date.parse(meal?.entry.at ?? '')).toBeGreaterThan(2.5 * 3_600_000)
  await look(page, 'fr-custody-paper-sheet')
})

const codeOf = (officer: string): Promise<string> =>
  totpCode(desk.app.signIns.get(officer)?.totpSecret ?? '', desk.app.clock.now())

/** As an officer types it, by the wall clock of the country. */
function wallText(at: string): string {
  return new Intl.DateTimeFormat('fr-FR', {
    timeZone: 'Africa/Casablanca',
    day: '2-digit',
    month: '2-digit',
    year: 'numeric',
    hour: '2-digit',
    minute: '2-digit',
  })
    .format(new Date(at))
    .replace(',', '')
}
