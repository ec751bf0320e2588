import { join } from 'node:path'
import type { Page } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { type CustodyGround, makeCustodyGround } from '#modules/custody/testing/custody-ground.ts'
import { totpCode } from '#modules/identity/index.ts'
import { type DeskUnderTest, createDeskUnderTest, look, pictures } from './desk-under-test.ts'
import { saysIn } from './says-in.ts'

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

test.each(['ar', 'fr'] as const)(
  'from the arrest to the bundle, an extension, a hospital stay, the release: in %s',
  { timeout: 300_000 },
  async (locale) => {
    const says = saysIn(locale)
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
    const page = await desk.open({ locale }, 'investigator')
    await page.goto(`${desk.address}/cases/${caseId}`)
    await page
      .getByRole('region', { name: says.like('custody.ofCase') })
      .getByRole('link')
      .click()
    // What the law still asks for goes first.
    await page.getByText(says.like('custody.next.missing', { what: says('custody.kind.property') })).waitFor()
    await page.keyboard.press('n')
    await page
      .getByRole('dialog')
      .getByRole('button', { name: says('custody.entry.addItem') })
      .click()
    await page.getByRole('dialog').getByLabel(says('custody.entry.label')).fill('هاتف محمول أسود')
    await choose(page, says('custody.signed.signed'))
    await send(page)
    await page.getByText(says.like('custody.next.wait')).waitFor()
    await look(page, `${locale}-custody-sheet`)

    // To hospital: one form, and the person is out of the cell by the same act; the time is claimed until it is proven.
    await page.keyboard.press('t')
    await page.getByRole('dialog').getByLabel(says('custody.field.place')).fill('مستشفى الغساني')
    await send(page)
    await page
      .getByText(says.like('custody.where.out', { to: says('custody.why.medical') }))
      .first()
      .waitFor()
    await page.keyboard.press('t')
    await page.getByRole('dialog', { name: says('custody.do.hospitalEnd') }).waitFor()
    await look(page, `${locale}-custody-hospital-end`)
    await send(page)
    await page
      .getByText(says.like('custody.where.in-cell', { cell: 'M1' }))
      .first()
      .waitFor()
    await page.getByText(says('custody.finding.exclusion-not-proven')).waitFor()
    await page.keyboard.press('p')
    await page.getByRole('dialog').getByLabel(says('custody.field.document')).fill('شهادة الخروج 412/2026')
    await send(page)
    await page.getByText(says('custody.entry.proven'), { exact: true }).waitFor()
    expect(await page.getByText(says('custody.finding.exclusion-not-proven')).count()).toBe(0)

    await page.keyboard.press('x')
    const extension = page.getByRole('dialog', { name: says('custody.kind.extension') })
    expect(await extension.getByLabel(says('custody.field.hours')).inputValue()).toBe('24')
    await extension.getByLabel(says('custody.field.ref')).fill('2026/77')
    await choose(page, says('custody.heard.presented'))
    await look(page, `${locale}-custody-extension`)
    await send(page)
    await page.getByText(says.like('custody.clock.extended', { hours: 24 })).waitFor()

    await page.keyboard.press('m')
    await choose(page, says('custody.eaten.taken'))
    await send(page)
    await page.keyboard.press('w')
    await choose(page, says('custody.state.well'))
    await send(page)

    // The wrong name of the lawyer is put right beside it; what stood there stays, struck through.
    const wrong = page.locator('li', { hasText: 'الأستاذة العلوي' }).last()
    await wrong.getByRole('button', { name: says.like('custody.entry.correct') }).click()
    await page.getByRole('dialog').getByLabel(says('custody.field.who'), { exact: true }).fill('الأستاذة العلمي')
    await send(page)
    await page.locator('li[data-corrected]', { hasText: 'الأستاذة العلوي' }).getByText('الأستاذة العلمي').waitFor()
    await page.locator('li[data-corrected]').scrollIntoViewIfNeeded()
    await look(page, `${locale}-custody-corrected`)

    await page.keyboard.press('e')
    await choose(page, says('custody.end.released'))
    await send(page)
    await page.keyboard.press('r')
    await choose(page, says('custody.signed.signed'))
    await send(page)
    await page.getByText(says('custody.next.toSign')).waitFor()
    await page.keyboard.press('s')
    await choose(page, says('custody.signed.signed'))
    await page.keyboard.press('Control+Enter')
    // A proof given at sign-in is still fresh; later it is asked for.
    const done = page.getByText(says('custody.next.done'))
    const proof = page.getByRole('dialog', { name: says('stepUp.title') })
    await done.or(proof).first().waitFor()
    if (await proof.isVisible()) await page.keyboard.type(await codeOf('investigator'))
    await done.waitFor()
    await look(page, `${locale}-custody-ended`)
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

test.each(['ar', 'fr'] as const)(
  'an outage with a paper book: kept here, and with both times there: in %s',
  { timeout: 240_000 },
  async (locale) => {
    const says = saysIn(locale)
    const id = await ground.open({ arrestedAt: ground.at(-6), placedAt: ground.at(-5.5) })
    const page = await desk.open({ locale }, 'investigator')
    await page.goto(`${desk.address}/custody/${id}`)
    await page.getByRole('heading', { level: 1 }).waitFor()
    await page.getByRole('button', { name: says.like('custody.do.welfare') }).waitFor()
    const restore = await desk.cut()
    await page.keyboard.press('w')
    await choose(page, says('custody.state.well'))
    await page.keyboard.press('Control+Enter')
    await page.getByText(says('custody.entry.waits')).first().waitFor()
    await page.getByText(says('outbox.waits')).first().waitFor()
    await page.screenshot({ path: join(pictures, `${locale}-custody-outage.png`) })
    await restore()
    await page
      .locator('li', { hasText: says('custody.state.well') })
      .locator('visible=true')
      .first()
      .waitFor()
    await page.locator('li[data-waiting]').waitFor({ state: 'detached', timeout: 40_000 })

    // What was written by hand meanwhile, with its page and its hour.
    await page.keyboard.press('m')
    const form = page.getByRole('dialog', { name: says('custody.kind.meal') })
    await choose(page, says('custody.eaten.refused'))
    await form.getByLabel(says('custody.field.at')).fill(wallText(ground.at(-3)))
    await form.getByRole('switch', { name: says('custody.entry.fromPaper') }).check()
    await form.getByLabel(says('custody.entry.page')).fill('14')
    await form.getByLabel(says('custody.entry.line')).fill('3')
    await look(page, `${locale}-custody-paper`)
    await send(page)
    await page.getByText(says.like('custody.entry.paperLine', { page: 14, line: 3 })).waitFor()
    await page.getByText(says('custody.mark.from-paper')).first().waitFor()
    const custody = await ground.read(id)
    const meal = custody.entries.find(({ entry }) => entry.kind === 'meal')
    expect(meal?.entry.at.slice(0, 16)).toBe(ground.at(-3).slice(0, 16))
    expect(Date.parse(meal?.recordedAt ?? '') - Date.parse(meal?.entry.at ?? '')).toBeGreaterThan(2.5 * 3_600_000)
    await look(page, `${locale}-custody-paper-sheet`)
  },
)

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
