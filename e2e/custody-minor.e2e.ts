import type { Page } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { moroccanCustody } from '#country/morocco/custody/index.ts'
import { type CustodyGround, makeCustodyGround } from '#modules/custody/testing/custody-ground.ts'
import { wallMinutes } from './custody-journey.ts'
import { type DeskUnderTest, createDeskUnderTest, look } from './desk-under-test.ts'
import { saysIn } from './says-in.ts'

let desk: DeskUnderTest
let ground: CustodyGround
beforeAll(async () => {
  desk = await createDeskUnderTest()
  ground = await makeCustodyGround(desk.app)
})
afterAll(() => desk.close())

const part = (page: Page, name: string) => page.getByRole('region', { name, exact: true })

test.each(['ar', 'fr'] as const)(
  'a minor: guardian and authorisation, a book of its own, no objection: in %s',
  { timeout: 240_000 },
  async (locale) => {
    const says = saysIn(locale)
    const needed = moroccanCustody.grounds.find(({ code }) => code === 'inquiry-or-safety')
    const { caseId } = await ground.openCase()
    const page = await desk.open({ locale, height: 2600 }, 'head')
    await page.goto(`${desk.address}/custody/new?case=${caseId}`)
    await page.getByRole('radio', { name: says('intake.newPerson') }).check()
    await page.getByLabel(says('person.givenAr'), { exact: true }).fill('إلياس')
    await page.getByLabel(says('person.familyAr'), { exact: true }).fill('الشرايبي')
    await page.getByLabel(says('person.birthDate'), { exact: true }).fill(`${new Date().getUTCFullYear() - 15}-02-03`)
    await page.getByRole('radio', { name: says('intake.male'), exact: true }).check()
    // The age, the measure and the cell follow from the date of birth.
    expect(await page.getByRole('radio', { name: says('custody.age.minor'), exact: true }).isChecked()).toBe(true)
    expect(await page.getByRole('radio', { name: says('custody.measure.minor-retention') }).isChecked()).toBe(true)
    expect(await page.getByRole('combobox', { name: says('intake.cell') }).inputValue()).toMatch(/^B1/)
    await page.getByText(says('intake.minorBook')).waitFor()
    await part(page, says('custody.kind.guardian-notice')).waitFor()
    expect(await part(page, says('custody.kind.family-notice')).count()).toBe(0)
    expect(await page.getByText(says('custody.told.objected')).count()).toBe(0)
    expect(await part(page, says('custody.kind.prosecutor-notice')).count()).toBe(0)

    await page.getByRole('checkbox', { name: needed?.labels[locale] ?? '' }).check()
    await page.getByLabel(says('intake.arrestedAt')).fill(wallMinutes(40))
    await page.getByLabel(says('intake.placedAt')).fill(wallMinutes(30))
    await page.getByRole('combobox', { name: says('intake.arrestPlace') }).fill('Boulevard Allal El Fassi')
    await part(page, says('custody.kind.prosecutor-authorisation'))
      .getByLabel(says('custody.field.ref'))
      .fill('2026/88')
    await page.getByText(says('custody.regime.minor')).waitFor()
    const guardian = part(page, says('custody.kind.guardian-notice'))
    await guardian.getByRole('radio', { name: says('custody.told.told'), exact: true }).check()
    await guardian.getByLabel(says('custody.field.who'), { exact: true }).fill('Mme Chraïbi')
    await guardian.getByLabel(says('custody.field.capacity')).fill('sa mère')
    await guardian.getByRole('radio', { name: says('custody.means.phone') }).check()
    await look(page, `${locale}-custody-minor-intake`)
    // A reload loses nothing.
    await page.reload()
    await page.getByText(says('intake.draftBack')).waitFor()
    expect(await guardian.getByLabel(says('custody.field.who'), { exact: true }).inputValue()).toBe('Mme Chraïbi')
    await page.keyboard.press('Control+Enter')
    await page
      .getByText(/^MIN \d{4}\/[12]$/)
      .first()
      .waitFor()
    await page
      .getByText(says.like('custody.where.in-cell', { cell: 'B1' }))
      .first()
      .waitFor()
    await look(page, `${locale}-custody-minor`)

    const { items } = (await ground.head.get(`/cases/${caseId}/custodies`)).json<{ items: { id: string }[] }>()
    const custody = await ground.read(items[0]?.id ?? '', ground.head)
    expect(custody).toMatchObject({ book: 'minors', measure: 'minor-retention', age: 'minor', sex: 'male' })
    expect(custody.clock.findings).not.toContain('no-prior-authorisation')
    expect(custody.missing).not.toContain('guardian-notice')
    // The cell is free again for whoever comes next.
    await ground.record(custody.id, { kind: 'end', at: ground.at(0), how: 'handed-to-guardian' })
  },
)
