import { join } from 'node:path'
import type { Page } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import type { LineItem } from '#contracts/intake/register.ts'
import { type DeskUnderTest, createDeskUnderTest, findSerious, pictures } from './desk-under-test.ts'

let desk: DeskUnderTest
beforeAll(async () => {
  desk = await createDeskUnderTest()
})
afterAll(() => desk?.close())

/** A page at the new line, whose files the browser keeps. */
async function atNewLine(page: Page, label: string): Promise<void> {
  page.setDefaultTimeout(60_000)
  await page.goto(`${desk.address}/register/new`)
  await page.getByLabel(label).waitFor()
  await page.evaluate(() => navigator.serviceWorker.ready.then(() => undefined))
  await page.waitForFunction(() => navigator.serviceWorker.controller !== null)
}
async function takeDown(page: Page, label: string, words: string): Promise<void> {
  await page.getByLabel(label).fill(words)
  await page.keyboard.press('Control+Enter')
  await page.waitForFunction(() => document.querySelector('textarea')?.value === '')
}
async function summariesOf(officer: string): Promise<string[]> {
  const answer = await (await desk.app.as(officer)).get('/register?limit=100')
  return answer.json<{ items: (LineItem & { summary: string })[] }>().items.map(({ summary }) => summary)
}

test(
  'what waits is printed for whoever came, alone on its paper, which says that it is no receipt',
  { timeout: 240_000 },
  async () => {
    const page = await desk.open({ locale: 'ar' }, 'desk')
    // A browser without a screen has no dialogue for printing: how often it was asked for is all there is to see.
    await page.addInitScript(() => {
      window.print = () => document.body.toggleAttribute('data-asked-to-print')
    })
    await atNewLine(page, 'ما قيل')
    const bringBack = await desk.cut()
    await takeDown(page, 'ما قيل', 'فقدت امرأة بطاقتها في السوق.')
    await page.getByRole('button', { name: /الاتصال وما ينتظر الإرسال: منقطع/ }).click()
    await page.getByRole('button', { name: 'طباعة كل ما ينتظر' }).click()
    await page.locator('body[data-asked-to-print]').waitFor()
    await page.emulateMedia({ media: 'print' })
    const sheet = page.locator('[data-printed]')
    const words = await sheet.innerText()
    for (const said of ['فقدت امرأة بطاقتها في السوق.', 'تدوين أثناء انقطاع الاتصال', 'ليس وصلًا ولا نسخة رسمية'])
      expect(words).toContain(said)
    expect(await sheet.isVisible()).toBe(true)
    expect(await page.getByRole('main').isVisible()).toBe(false)
    await page.screenshot({ path: join(pictures, 'ar-outbox-print.png') })
    await page.emulateMedia({ media: 'screen' })
    expect(await sheet.isVisible()).toBe(false)
    await page.evaluate(() => window.dispatchEvent(new Event('afterprint')))
    await sheet.waitFor({ state: 'detached' })
    expect(await page.getByRole('main').isVisible()).toBe(true)
    await bringBack()
  },
)

test(
  'two windows work at once during a cut: each line is recorded once, and both windows know',
  { timeout: 240_000 },
  async () => {
    const label = 'Ce qui a été dit'
    const first = await desk.open({ locale: 'fr' }, 'desk3')
    await atNewLine(first, label)
    const second = await first.context().newPage()
    await atNewLine(second, label)
    const bringBack = await desk.cut()
    await takeDown(first, label, 'Vol d’un vélo')
    await takeDown(second, label, 'Perte d’un passeport')
    for (const page of [first, second])
      await page.getByRole('button', { name: /Liaison et envois en attente: .*2.*opérations/ }).waitFor()
    await bringBack()
    for (const page of [first, second])
      await page.getByRole('button', { name: /Liaison et envois en attente: En ligne$/ }).waitFor()
    const summaries = await summariesOf('desk3')
    expect(summaries.toSorted()).toEqual(['Perte d’un passeport', 'Vol d’un vélo'])
  },
)

test(
  'a new version waits until the officer takes it, and is to be had in every window',
  { timeout: 240_000 },
  async () => {
    const label = 'Ce qui a été dit'
    const first = await desk.open({ locale: 'fr' }, 'desk3')
    await atNewLine(first, label)
    const second = await first.context().newPage()
    await atNewLine(second, label)
    expect(await first.getByText('Une nouvelle version du poste est prête').count()).toBe(0)
    await first.getByLabel(label).fill('Une phrase commencée')
    await desk.bringNewVersion()
    await first.evaluate(async () => {
      await (await navigator.serviceWorker.getRegistration())?.update()
    })
    for (const page of [first, second]) await page.getByText('Une nouvelle version du poste est prête').waitFor()
    expect(await first.getByLabel(label).inputValue()).toBe('Une phrase commencée')
    expect(await findSerious(first)).toEqual([])
    await first.screenshot({ path: join(pictures, 'fr-new-version.png') })
    for (const page of [first, second]) {
      const reloaded = page.waitForEvent('load')
      await page.getByRole('button', { name: 'La charger' }).click()
      await reloaded
      await page.getByLabel(label).waitFor()
      expect(await page.getByText('Une nouvelle version du poste est prête').count()).toBe(0)
    }
    const caches = await first.evaluate(() => window.caches.keys())
    expect(caches).toEqual([expect.stringContaining('daira-desk-newer-')])
    // "Nothing typed is lost" is what the offer says.
    expect(await first.getByLabel(label).inputValue()).toBe('Une phrase commencée')
  },
)
