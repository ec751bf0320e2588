import { mkdir } from 'node:fs/promises'
import { join } from 'node:path'
import type { Page } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { type Crew, seedCase, seedToday } from '../apps/server/seed/seed-cases.ts'
import { createSeedClient } from '../apps/server/seed/seed-client.ts'
import { seedCustody } from '../apps/server/seed/seed-custody.ts'
import { type DeskUnderTest, type View, createDeskUnderTest, pictures } from './desk-under-test.ts'
import { fillDesk } from './fill.ts'

// The README shows what the tests see: DAIRA_PICTURES=docs/pictures npm test -- e2e/readme-pictures.e2e.ts
const folder = process.env['DAIRA_PICTURES'] ?? join(pictures, 'readme')
// As many as a desk has in pictures that are kept, and some of each kind in those that only show that they can be made.
const cases = process.env['DAIRA_PICTURES'] === undefined ? 12 : 45

let desk: DeskUnderTest
let caseId: string
let draftId: string
let placeId: string
let custodyId: string
beforeAll(async () => {
  desk = await createDeskUnderTest()
  await mkdir(folder, { recursive: true })
  const { app } = desk
  const crews: Crew[] = []
  for (const suffix of ['', '2', '3']) {
    const clients = await Promise.all(
      ['desk', 'investigator', 'head'].map(async (key) => {
        const { officerId, unitId, token } = await app.as(`${key}${suffix}`)
        return createSeedClient(app.http, app.house.ids, { officerId, unitId, token })
      }),
    )
    const [front, investigator, head] = clients
    if (!front || !investigator || !head) throw new Error('the crew is not complete')
    crews.push({ desk: front, investigator, head, unitId: front.unitId })
  }
  const now = new Date()
  // The browser's cookies live by the present hour, so that the precinct's work is all of today.
  const world = { crews, units: app.units, setTime: () => undefined }
  for (let index = 0; index < cases; index += 1) {
    await seedCase(world, index, new Date(now.getTime() - (cases - index) * 30 * 3_600_000))
  }
  await seedToday(world, now)
  ;({ caseId, draftId } = await fillDesk(desk))
  await seedCustody(world, now)
  const neighbour = await app.as('investigator2')
  const held = (await neighbour.get('/custodies?state=open')).json<{ items: { id: string; placeId: string }[] }>()
  ;[{ id: custodyId, placeId } = { id: '', placeId: '' }] = held.items
}, 180_000)
afterAll(() => desk.close())

const small = { width: 1280, height: 800 }
const shots: readonly { name: string; view: View; officer: string; path: () => string }[] = [
  { name: 'today-ar', view: { locale: 'ar', ...small }, officer: 'head', path: () => '/' },
  { name: 'case-ar', view: { locale: 'ar', ...small }, officer: 'investigator', path: () => `/cases/${caseId}` },
  { name: 'draft-ar', view: { locale: 'ar', ...small }, officer: 'head', path: () => `/drafts/${draftId}` },
  { name: 'today-fr-dark', view: { locale: 'fr', scheme: 'dark', ...small }, officer: 'head', path: () => '/' },
  {
    name: 'cells-ar-dark',
    view: { locale: 'ar', scheme: 'dark', ...small },
    officer: 'head2',
    path: () => `/custody/board/${placeId}`,
  },
  {
    name: 'custody-fr',
    view: { locale: 'fr', ...small },
    officer: 'investigator2',
    path: () => `/custody/${custodyId}`,
  },
]

test.each(shots)('$name', async ({ name, view, officer, path }) => {
  const page: Page = await desk.open(view, officer)
  await page.goto(desk.address + path())
  await page.locator('main#page').waitFor()
  await page.getByRole('heading', { level: 1 }).first().waitFor()
  await page.waitForTimeout(1200)
  await page.screenshot({ path: join(folder, `${name}.png`) })
  expect(await page.locator('main#page').innerText()).not.toBe('')
})
