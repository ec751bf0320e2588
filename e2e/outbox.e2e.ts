import { join } from 'node:path'
import type { Page } from 'playwright-core'
import { afterAll, afterEach, beforeAll, expect, test } from 'vitest'
import type { CaseFile } from '#contracts/casework/case.ts'
import type { LineItem } from '#contracts/intake/register.ts'
import { type DeskUnderTest, createDeskUnderTest, findSerious, pictures } from './desk-under-test.ts'

let desk: DeskUnderTest
let bringBack: (() => Promise<void>) | undefined
beforeAll(async () => {
  desk = await createDeskUnderTest()
})
afterEach(async () => {
  await restore()
})
afterAll(() => desk.close())

async function cut(): Promise<void> {
  bringBack = await desk.cut()
}
async function restore(): Promise<void> {
  await bringBack?.()
  bringBack = undefined
}

/** Waits until the desk's own files are kept, so that it loads without its server. */
async function deskKept(page: Page): Promise<void> {
  await page.evaluate(() => navigator.serviceWorker.ready.then(() => undefined))
  await page.waitForFunction(() => navigator.serviceWorker.controller !== null)
}

async function takeDown(page: Page, label: string, words: string): Promise<Date> {
  const field = page.getByLabel(label)
  await field.fill(words)
  const before = new Date()
  await page.keyboard.press('Control+Enter')
  await page.waitForFunction((name) => document.querySelector<HTMLTextAreaElement>(`textarea`)?.value === name, '')
  return before
}

async function linesOf(officer: string): Promise<readonly (LineItem & { summary: string | null })[]> {
  const answer = await (await desk.app.as(officer)).get('/register?limit=100')
  return answer.json<{ items: LineItem[] }>().items
}

test(
  'the server ends while two lines and a note are taken down: nothing is lost, no number is missing, the hours are real',
  { timeout: 120_000 },
  async () => {
    const officer = await desk.app.as('desk')
    const { id: caseId } = (await officer.post('/cases', {})).json<{ id: string }>()
    const first = (await officer.post('/register', { kind: 'visit', text: 'قبل الانقطاع' })).json<LineItem>()
    const page = await desk.open({ locale: 'ar' }, 'desk')
    await page.goto(`${desk.address}/cases/${caseId}`)
    await page.getByLabel('ملاحظة للملف').waitFor()
    await deskKept(page)

    await cut()
    await page.getByLabel('ملاحظة للملف').fill('اتصل الشاهد وقال إنه يعود غدًا.')
    const noteAt = new Date()
    await page.getByRole('button', { name: 'إضافة الملاحظة' }).click()
    await page.getByText('في الانتظار').waitFor()

    // The desk loads again without its server, and knows who sits here.
    await page.goto(`${desk.address}/register/new`)
    const firstAt = await takeDown(page, 'ما قيل', 'فقدت امرأة بطاقتها في السوق.')
    await page.getByText(/لا رقم له بعد/).waitFor()
    await page.reload()
    const secondAt = await takeDown(page, 'ما قيل', 'وجد سائق محفظة في سيارته.')
    await page.getByText(/لا رقم له بعد/).waitFor()
    await page.getByRole('button', { name: /الاتصال وما ينتظر الإرسال: منقطع.*3.*عمليات/ }).click()
    await page.getByText('فقدت امرأة بطاقتها في السوق.').waitFor()
    await page.screenshot({ path: join(pictures, 'ar-outbox-down.png') })
    expect(await findSerious(page)).toEqual([])
    await page.waitForTimeout(11_000)

    await restore()
    await page.getByText('سُجّل بعد عودة الاتصال').waitFor()
    await page
      .getByText(new RegExp(`سُجّل تحت الرقم.*${first.number + 2}/2026`))
      .first()
      .waitFor()
    await page.screenshot({ path: join(pictures, 'ar-outbox-recorded.png') })
    expect(await findSerious(page)).toEqual([])

    const lines = (await linesOf('desk')).toSorted((a, b) => a.number - b.number)
    expect(lines.map(({ number, summary }) => [number, summary])).toEqual([
      [first.number, 'قبل الانقطاع'],
      [first.number + 1, 'فقدت امرأة بطاقتها في السوق.'],
      [first.number + 2, 'وجد سائق محفظة في سيارته.'],
    ])
    const { notes } = (await officer.get(`/cases/${caseId}`)).json<CaseFile>()
    expect(notes.map(({ text }) => text)).toEqual(['اتصل الشاهد وقال إنه يعود غدًا.'])
    // Each with the hour at which it was said, and the later one at which the server had it.
    const hours = [
      [notes[0]?.writtenAt, notes[0]?.recordedAt, noteAt],
      [lines[1]?.receivedAt, lines[1]?.recordedAt, firstAt],
      [lines[2]?.receivedAt, lines[2]?.recordedAt, secondAt],
    ] as const
    for (const [said, recorded, really] of hours) {
      expect(Math.abs(Date.parse(said ?? '') - really.getTime())).toBeLessThan(3_000)
      expect(Date.parse(recorded ?? '') - really.getTime()).toBeGreaterThan(10_000)
    }
  },
)

test(
  'what is kept belongs to its officer: the next one at the same computer neither finds nor sends it',
  { timeout: 120_000 },
  async () => {
    const page = await desk.open({ locale: 'fr' }, 'desk3')
    await page.goto(`${desk.address}/register/new`)
    await page.getByLabel('Ce qui a été dit').waitFor()
    await deskKept(page)
    await cut()
    await takeDown(page, 'Ce qui a été dit', 'Déclaration prise hors liaison')
    await page.getByText(/Pas encore de numéro/).waitFor()

    // It lies on the disk unreadable.
    const stored = await page.evaluate(
      () =>
        new Promise<string>((resolve) => {
          const opening = indexedDB.open('daira-outbox')
          opening.addEventListener('success', () => {
            const all = opening.result.transaction('kept').objectStore('kept').getAll()
            all.addEventListener('success', () => {
              const text = new TextDecoder().decode((all.result as { sealed: ArrayBuffer }[])[0]?.sealed)
              resolve(`${JSON.stringify(all.result)} ${text}`)
            })
          })
        }),
    )
    expect(stored).toContain('officerId')
    expect(stored).not.toContain('hors liaison')

    const other = await desk.app.as('investigator')
    const context = page.context()
    await page.evaluate(() => sessionStorage.clear())
    const [cookie] = await context.cookies()
    if (!cookie) throw new Error('no cookie')
    await context.addCookies([{ ...cookie, value: other.token }])
    // The page is still the first officer's and the session is the second's: nothing goes in a name that is not its own.
    await restore()
    await page.getByRole('button', { name: /En ligne.*1.*opération/ }).waitFor()
    await page.waitForTimeout(2_500)
    expect((await linesOf('desk3')).filter(({ summary }) => summary?.includes('hors liaison'))).toEqual([])
    await page.goto(desk.address)
    await page.getByRole('button', { name: /Liaison et envois en attente: En ligne$/ }).waitFor()
    await page.waitForTimeout(1_500)
    expect((await linesOf('desk3')).filter(({ summary }) => summary?.includes('hors liaison'))).toEqual([])

    // Its own officer signs in again, and it goes.
    await context.addCookies([cookie])
    await page.goto(desk.address)
    await page.getByText(/Enregistré sous le numéro/).waitFor()
    expect((await linesOf('desk3')).filter(({ summary }) => summary?.includes('hors liaison'))).toHaveLength(1)
  },
)

test(
  'what the server refuses stays with its reason, is mended or thrown away, and comes back by undo',
  { timeout: 120_000 },
  async () => {
    const officer = await desk.app.as('desk')
    const { id: caseId } = (await officer.post('/cases', {})).json<{ id: string }>()
    const task = (await officer.post(`/cases/${caseId}/tasks`, { title: 'Entendre le voisin' })).json<{ id: string }>()
    const page = await desk.open({ locale: 'fr', scheme: 'dark' }, 'desk')
    await page.goto(`${desk.address}/cases/${caseId}`)
    await page.getByRole('checkbox', { name: /Entendre le voisin/ }).waitFor()
    await cut()
    await page.getByRole('checkbox', { name: /Entendre le voisin/ }).click()
    await page.getByText('En attente').waitFor()
    // The page has stopped waiting for the answer: it is for the queue now.
    await page.getByRole('button', { name: /Liaison et envois en attente:.*1.*attente/ }).waitFor()
    // Meanwhile, at another desk, the same task is done.
    const done = await officer.post(`/cases/${caseId}/tasks/${task.id}/done`, { baseVersion: 1 })
    expect(done.statusCode).toBe(200)
    await restore()
    await page.getByRole('button', { name: /1.*refusée/ }).click()
    const panel = page.getByRole('region', { name: 'Liaison et envois en attente' })
    await panel.getByText('Refusé', { exact: true }).waitFor()
    await page.screenshot({ path: join(pictures, 'fr-dark-outbox-refused.png') })
    expect(await findSerious(page)).toEqual([])
    await panel.getByRole('button', { name: 'Jeter' }).click()
    await panel.getByText('Rien sur ce poste').waitFor()
    await page.getByRole('button', { name: 'Annuler l’action' }).click()
    await page.getByRole('button', { name: /1.*refusée/ }).click()
    await panel.getByText('Refusé', { exact: true }).waitFor()
    await panel.getByRole('button', { name: 'Jeter' }).click()
    await panel.getByText('Rien sur ce poste').waitFor()
    expect((await officer.get(`/cases/${caseId}`)).json<CaseFile>().tasks).toMatchObject([{ state: 'done' }])
  },
)

test('a line whose answer was lost is not taken down twice', { timeout: 60_000 }, async () => {
  const page = await desk.open({ locale: 'fr' }, 'desk')
  await page.goto(`${desk.address}/register/new`)
  await deskKept(page)
  const before = (await linesOf('desk')).length
  // The request reaches the server; its answer does not reach the desk.
  let lost = 0
  await page.route('**/api/register', async (route) => {
    if (route.request().method() !== 'POST' || lost > 0) return route.continue()
    lost += 1
    await route.fetch()
    await route.abort('connectionreset')
  })
  await page.getByLabel('Ce qui a été dit').fill('Vol d’un vélo')
  await page.keyboard.press('Control+Enter')
  await page.waitForURL(/\/register\/[0-9a-f-]{36}/)
  expect(lost).toBe(1)
  expect((await linesOf('desk')).length).toBe(before + 1)
})

test('a computer whose clock is wrong is told so, and its hours are put right', { timeout: 60_000 }, async () => {
  const page = await desk.open({ locale: 'ar' }, 'desk2')
  await page.clock.install({ time: Date.now() - 12 * 60_000 })
  await page.goto(`${desk.address}/register/new`)
  await page.getByLabel('ما قيل').waitFor()
  await page.getByRole('button', { name: /ساعة الجهاز خاطئة/ }).click()
  await page.getByText(/متأخرة.*12.*د/).waitFor()
  expect(await findSerious(page)).toEqual([])
  await page.screenshot({ path: join(pictures, 'ar-outbox-clock.png') })
})

test('no page broke the content policy or threw', () => {
  expect(
    desk.complaints.filter(
      (complaint) =>
        !/ERR_CONNECTION_REFUSED|ERR_CONNECTION_RESET|ERR_EMPTY_RESPONSE|ERR_INCOMPLETE|ERR_ABORTED/.test(complaint),
    ),
  ).toEqual([])
})
