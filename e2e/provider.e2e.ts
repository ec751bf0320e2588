import { join } from 'node:path'
import { type Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { totpCode } from '../modules/identity/index.ts'
import { type TestProvider, startTestProvider } from '../modules/identity/testing/test-provider.ts'
import { type DeskUnderTest, createDeskUnderTest, findSerious, pictures } from './desk-under-test.ts'

// The house under test has a port of its own, which no provider can know beforehand: the browser is led to it.
const registered = 'http://localhost/sign-in/return'
let provider: TestProvider
let desk: DeskUnderTest
beforeAll(async () => {
  provider = await startTestProvider(registered)
  desk = await createDeskUnderTest({ provider: provider.settings, origins: ['http://localhost'] })
}, 120_000)
afterAll(async () => {
  await desk?.close()
  await provider?.close()
})

async function openDoor(locale: 'ar' | 'fr'): Promise<Page> {
  const page = await desk.open({ locale })
  await page.route(`${registered}*`, (route) =>
    route.fulfill({
      status: 302,
      headers: { location: route.request().url().replace('http://localhost', desk.address) },
    }),
  )
  return page
}
const numberOf = (key: string): string => desk.app.signIns.get(key)?.member.serviceNumber ?? ''

describe('signing in at the identity provider', () => {
  test.each([
    ['ar', /هوية التجربة/, 'راجع مدير النظام'],
    ['fr', /Identité d’essai/, 'Adressez-vous à l’administrateur'],
  ] as const)(
    'leads to the desk, or back to the door with the reason (%s)',
    { timeout: 120_000 },
    async (locale, button, reason) => {
      const page = await openDoor(locale)
      await page.goto(desk.address)
      await page.getByRole('button', { name: button }).waitFor()
      expect(await findSerious(page)).toEqual([])
      await page.screenshot({ path: join(pictures, `${locale}-provider-door.png`) })
      provider.expect({ serviceNumber: 'NOBODY-1', amr: ['mfa'] })
      await page.getByRole('button', { name: button }).click()
      await page.getByText(reason).waitFor()
      expect(page.url()).toBe(`${desk.address}/`)
      await page.screenshot({ path: join(pictures, `${locale}-provider-refused.png`) })

      provider.expect({ serviceNumber: numberOf('desk'), amr: ['pwd'] })
      await page.getByRole('button', { name: button }).click()
      await page.locator('fieldset input').first().waitFor()
      await page.screenshot({ path: join(pictures, `${locale}-provider-factor.png`) })

      const other = await openDoor(locale)
      await other.goto(desk.address)
      provider.expect({ serviceNumber: numberOf('desk'), amr: ['mfa'] })
      await other.getByRole('button', { name: button }).click()
      await other.getByRole('main').waitFor()
      expect(other.url()).not.toContain('code=')
    },
  )
  test(
    'leads to the page that was asked for, with our own second factor in between, and leaves nothing kept',
    { timeout: 120_000 },
    async () => {
      const officer = await desk.app.as('desk3')
      const { id } = (await officer.post('/cases', {})).json<{ id: string }>()
      const page = await openDoor('ar')
      const wanted = `${desk.address}/cases/${id}?queue=mine`
      await page.goto(wanted)
      provider.expect({ serviceNumber: numberOf('desk3'), amr: ['pwd'] })
      await page.getByRole('button', { name: /هوية التجربة/ }).click()
      await page.locator('fieldset input').first().waitFor()
      expect(page.url()).toBe(wanted)
      desk.pass(60_000)
      const secret = desk.app.signIns.get('desk3')?.totpSecret ?? ''
      await page.locator('fieldset input').first().focus()
      await page.keyboard.type(await totpCode(secret, desk.app.clock.now()))
      await page.getByLabel('ملاحظة للملف').waitFor()
      expect(page.url()).toBe(wanted)
      expect(await page.evaluate(() => sessionStorage.getItem('daira.wanted-page'))).toBeNull()
    },
  )

  test('leads to no other host, whatever the address that was opened looks like', { timeout: 120_000 }, async () => {
    const page = await openDoor('ar')
    await page.goto(`${desk.address}//elsewhere.example/cases`)
    provider.expect({ serviceNumber: numberOf('desk2'), amr: ['mfa'] })
    await page.getByRole('button', { name: /هوية التجربة/ }).click()
    await page.getByRole('button', { name: /الاتصال وما ينتظر الإرسال/ }).waitFor()
    expect(new URL(page.url()).origin).toBe(desk.address)
    expect(page.url()).not.toContain('elsewhere')
  })

  test('broke no content policy and threw nothing', () => {
    // The provider of the test is another origin, as every provider is; its empty pages have no store for our settings.
    const own = desk.complaints.filter((each) => !/^request to elsewhere: |'localStorage'.*Access is denied/.test(each))
    expect(own).toEqual([])
  })
})
