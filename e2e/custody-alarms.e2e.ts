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

test(
  'an alarm stands on every page until one takes note by name, and on the wall, in French',
  { timeout: 240_000 },
  async () => {
    const id = await ground.open({ arrestedAt: ground.at(-47), placedAt: ground.at(-46.5) })
    await ground.record(id, { kind: 'welfare', at: ground.at(-0.1), state: 'well' })
    // Someone in hospital since this morning, proven: nobody has said that it is over.
    const away = await ground.open({ arrestedAt: ground.at(-20), placedAt: ground.at(-19.5) })
    const { ids } = await ground.record(away, {
      kind: 'exclusion',
      at: ground.at(-13),
      exclusion: 'treatment',
      outsideDistrict: false,
      place: 'مستشفى الغساني',
    })
    await ground.record(away, { kind: 'proof', at: ground.at(-12.5), of: ids[0], document: '412/2026' })
    await ground.record(away, { kind: 'extraction', at: ground.at(-13), why: 'medical', to: 'مستشفى الغساني' })
    expect(await desk.app.look('custody alarms')).toEqual([])
    const page = await desk.open({ locale: 'fr' }, 'prosecutor')
    await page.goto(`${desk.address}/`)
    const banner = page.getByRole('region', { name: 'Alertes de garde à vue' })
    await banner.waitFor()
    // Without a name: the screen stands where anyone passes.
    expect(await banner.textContent()).toContain('GAV 2026/1')
    expect(await banner.textContent()).not.toContain('Tadribi')
    await look(page, 'fr-custody-alarm-banner')

    const wall = await desk.open({ locale: 'ar', width: 1920, height: 1080 }, 'keeper')
    await wall.goto(`${desk.address}/custody/board/${ground.place.id}`)
    const alarms = wall.getByRole('region', { name: 'إنذارات تنتظر من يأخذ علمًا' })
    await alarms.waitFor()
    await alarms.getByText(/احتساب المدة متوقف منذ .?12.? ساعة/).waitFor()
    await look(wall, 'ar-custody-wall-alarms')

    let left = (await ground.prosecutor.get('/custody-alarms?open=true')).json<{ items: unknown[] }>().items.length
    expect(left).toBeGreaterThan(0)
    for (; left > 0; left -= 1) {
      await page.keyboard.press('g')
      await page.keyboard.press('x')
      const still = left - 1
      await expect
        .poll(
          async () =>
            (await ground.prosecutor.get('/custody-alarms?open=true')).json<{ items: unknown[] }>().items.length,
          { timeout: 20_000 },
        )
        .toBe(still)
      await page.waitForTimeout(400)
    }
    await banner.waitFor({ state: 'detached' })
    await page.goto(`${desk.address}/custody/${id}`)
    await page
      .getByText(/Pris acte : .*كريم الحسني|Pris acte : .*Karim/)
      .first()
      .waitFor()
    await look(page, 'fr-custody-alarms-noted')
    await page.goto(`${desk.address}/custody/${away}`)
    await page
      .getByText(/Décompte arrêté depuis .?12.? h/)
      .first()
      .waitFor()
    await look(page, 'fr-custody-stopped-clock')
    // Somebody took note of each: the wall has no more to say of them.
    await alarms.waitFor({ state: 'detached', timeout: 30_000 })
  },
)
