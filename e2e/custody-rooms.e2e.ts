import { afterAll, beforeAll, expect, test } from 'vitest'
import { type CustodyGround, makeCustodyGround } from '#modules/custody/testing/custody-ground.ts'
import { type DeskUnderTest, createDeskUnderTest, look } from './desk-under-test.ts'

let desk: DeskUnderTest
let ground: CustodyGround
beforeAll(async () => {
  desk = await createDeskUnderTest()
  ground = await makeCustodyGround(desk.app)
})
afterAll(() => desk.close())

test('the head keeps the cells, by the keyboard, in French', { timeout: 180_000 }, async () => {
  const page = await desk.open({ locale: 'fr' }, 'head')
  await page.goto(`${desk.address}/custody`)
  await page.getByText('Personne n’est gardé').waitFor()
  await look(page, 'fr-custody-empty')
  await page.keyboard.press('p')
  await page.getByRole('heading', { level: 1, name: 'Lieux de garde et cellules' }).waitFor()
  await page.keyboard.press('c')
  await page.getByRole('dialog', { name: 'Ajouter une cellule' }).waitFor()
  await page.waitForFunction(() => document.activeElement?.tagName === 'INPUT')
  await page.keyboard.type('F2')
  await page.getByRole('dialog').getByRole('radio', { name: 'Femmes', exact: true }).check()
  await page.keyboard.press('Control+Enter')
  const added = page.getByRole('row', { name: /^F2 Femmes/ })
  await added.waitFor()
  await added.getByRole('button', { name: 'Mettre hors service' }).click()
  await page.getByRole('dialog').getByLabel('Motif').fill('serrure cassée')
  await page.keyboard.press('Control+Enter')
  await added.getByText('serrure cassée').waitFor()
  await look(page, 'fr-custody-places')

  const wall = await desk.open({ locale: 'ar', width: 1920, height: 1080 }, 'keeper')
  await wall.goto(`${desk.address}/custody/board/${ground.place.id}`)
  const cell = wall.getByRole('region', { name: 'F2' })
  await cell.waitFor()
  expect(await cell.textContent()).toContain('خارج الخدمة · serrure cassée')
})

test(
  'whoever runs the cells sees that a person of a sealed file is there, and not who, in Arabic',
  { timeout: 180_000 },
  async () => {
    const { caseId, suspectId } = await ground.openCase()
    const id = await ground.open({ caseId, participantId: suspectId })
    const { version } = (await ground.head.get(`/cases/${caseId}`)).json<{ version: number }>()
    const sealed = await ground.head.post(`/cases/${caseId}/seal`, { reason: 'secrecy', baseVersion: version })
    expect(sealed.statusCode, sealed.body).toBeLessThan(300)
    const page = await desk.open({ locale: 'ar' }, 'keeper')
    await page.goto(`${desk.address}/custody/${id}`)
    await page.getByRole('heading', { level: 1, name: 'ملف مختوم' }).waitFor()
    expect(await page.locator('main').textContent()).not.toMatch(/التدريبي|Tadribi/)
    await look(page, 'ar-custody-sealed')
    // The person is fed and watched all the same.
    await page.keyboard.press('m')
    await page.getByRole('dialog').getByRole('radio', { name: 'رفضها' }).check()
    await page.keyboard.press('Control+Enter')
    await page.locator('li', { hasText: 'وجبة' }).getByText('رفضها').waitFor()
    await page.goto(`${desk.address}/custody/board/${ground.place.id}`)
    const cell = page.getByRole('region', { name: 'M1' })
    await cell.getByText('ملف مختوم').waitFor()
    expect(await page.locator('main').textContent()).not.toMatch(/التدريبي|Tadribi/)
  },
)
