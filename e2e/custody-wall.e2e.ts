import type { Page } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { type CustodyGround, makeCustodyGround } from '#modules/custody/testing/custody-ground.ts'
import { totpCode } from '#modules/identity/index.ts'
import { type DeskUnderTest, createDeskUnderTest, look } from './desk-under-test.ts'

const minute = 60_000
let desk: DeskUnderTest
let ground: CustodyGround
beforeAll(async () => {
  desk = await createDeskUnderTest()
  ground = await makeCustodyGround(desk.app)
})
afterAll(() => desk.close())

const statusOf = async (page: Page, path: string): Promise<number> =>
  (await page.request.get(`${desk.address}/api${path}`)).status()

test(
  'hung on a wall by night, in French, the board stands an hour later, follows a release, and is no desk',
  { timeout: 180_000 },
  async () => {
    const [held, released] = [await ground.open(), await ground.open({ cellId: ground.cell('F1') })]
    const page = await desk.open({ locale: 'fr', scheme: 'dark', width: 1920, height: 1080 }, 'keeper')
    // The proof of the sign-in is no longer fresh.
    desk.pass(6 * minute)
    await ground.investigator.post('/session/presence')
    await page.goto(`${desk.address}/custody/board/${ground.place.id}`)
    await page.getByRole('region', { name: 'M1' }).getByText('Soufiane').waitFor()
    await page.keyboard.press('w')
    await page
      .getByRole('dialog')
      .getByText(/s’éteint de lui-même après .?12.? heures/)
      .waitFor()
    await look(page, 'fr-dark-wall-hang')
    await page.keyboard.press('Control+Enter')
    await page.getByRole('dialog', { name: 'Preuve d’identité' }).waitFor()
    await page.waitForFunction(() => document.activeElement?.tagName === 'INPUT')
    await page.keyboard.type(await totpCode(desk.app.signIns.get('keeper')?.totpSecret ?? '', desk.app.clock.now()))
    await page.getByRole('button', { name: 'Arrêter l’affichage' }).waitFor()
    await page.getByRole('region', { name: 'F1' }).getByText('Soufiane').waitFor()
    await look(page, 'fr-dark-wall')

    for (let passed = 0; passed < 60; passed += 10) {
      desk.pass(10 * minute)
      expect((await ground.investigator.post('/session/presence')).statusCode).toBe(200)
    }
    await ground.record(released, { kind: 'end', at: desk.app.clock.now().toISOString(), how: 'released' })
    await page.getByRole('region', { name: 'F1' }).getByText('Libre').waitFor()
    expect(await page.getByRole('region', { name: 'M1' }).getByText('Soufiane').count()).toBe(1)
    await look(page, 'fr-dark-wall-later')

    // Nothing on it leads anywhere, no key does anything, and every address is the wall.
    expect(await page.locator('main a').count()).toBe(0)
    await page.keyboard.press('Control+k')
    await page.keyboard.press('g')
    await page.keyboard.press('m')
    expect(await page.getByRole('dialog').count()).toBe(0)
    for (const path of ['/', '/register', `/custody/${held}`, '/account']) {
      await page.goto(`${desk.address}${path}`)
      await page.getByRole('region', { name: 'M1' }).getByText('Soufiane').waitFor()
      expect(await page.getByRole('navigation').count()).toBe(0)
    }
    for (const path of [`/custodies/${held}`, '/custodies', '/cases', '/register', '/sessions', '/notices']) {
      expect([path, await statusOf(page, path)]).toEqual([path, 403])
    }

    await page.getByRole('button', { name: 'Arrêter l’affichage' }).click()
    await page.getByRole('dialog').getByText('revient à la connexion').waitFor()
    await page
      .getByRole('dialog')
      .getByRole('button', { name: /^Arrêter l’affichage/ })
      .click()
    await page.getByLabel('Matricule').waitFor()
    expect(await statusOf(page, '/session')).toBe(401)
    expect(await page.evaluate(() => JSON.stringify(Object.entries(sessionStorage)))).not.toContain('officer')
  },
)

test(
  'in Arabic its officer finds the screen among the own sessions, ends it there, and it asks for a sign-in',
  { timeout: 120_000 },
  async () => {
    const wall = await desk.open({ locale: 'ar', width: 1920, height: 1080 }, 'apj')
    const hung = await wall.request.post(`${desk.address}/api/session/wall`, { data: { placeId: ground.place.id } })
    expect(hung.status()).toBe(200)
    await wall.goto(desk.address)
    await wall.getByRole('region', { name: 'M1' }).getByText('سفيان').waitFor()
    await look(wall, 'ar-wall')

    desk.pass(2 * minute)
    const apj = desk.app.signIns.get('apj')
    const page = await desk.open({ locale: 'ar' })
    const opened = await page.request.post(`${desk.address}/api/session`, {
      data: {
        serviceNumber: apj?.member.serviceNumber,
        password: apj?.password,
        code: await totpCode(apj?.totpSecret ?? '', desk.app.clock.now()),
        seat: 'own-desk',
      },
    })
    expect(opened.status()).toBe(200)
    await page.goto(`${desk.address}/account`)
    const row = page.getByRole('listitem').filter({ hasText: 'شاشة معلقة' })
    await row.getByRole('button', { name: 'إنهاء' }).scrollIntoViewIfNeeded()
    await look(page, 'ar-wall-among-sessions')
    await row.getByRole('button', { name: 'إنهاء' }).click()
    await row.waitFor({ state: 'detached' })
    await wall.getByLabel('رقم التأجير').waitFor()
    expect(await wall.getByText('سفيان').count()).toBe(0)
  },
)

test('no page broke the content policy, threw, or asked for what a wall may not have', () => {
  expect(desk.complaints).toEqual([])
})
