import { join } from 'node:path'
import { type Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { type TestProvider, startTestProvider } from '../modules/identity/testing/test-provider.ts'
import { type DeskUnderTest, createDeskUnderTest, pictures } from './desk-under-test.ts'

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
  ] as const)('leads to the desk, or back to the door with the reason (%s)', async (locale, button, reason) => {
    const page = await openDoor(locale)
    await page.goto(desk.address)
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
  })
})
