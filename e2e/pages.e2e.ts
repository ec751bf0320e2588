import type { Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { pagePaths } from '../apps/desk/router.tsx'
import { type DeskUnderTest, type View, createDeskUnderTest, follow, look } from './desk-under-test.ts'
import { type Filled, fillDesk } from './fill.ts'

let desk: DeskUnderTest
let filled: Filled
beforeAll(async () => {
  desk = await createDeskUnderTest()
  filled = await fillDesk(desk)
})
afterAll(() => desk.close())

function addressOf(path: string): string {
  const values: Readonly<Record<string, string>> = {
    lineId: filled.lineId,
    caseId: filled.caseId,
    personId: filled.personId,
    draftId: filled.draftId,
    transferId: filled.lineId,
    officerId: filled.officerId,
    custodyId: filled.custodyId,
    placeId: filled.placeId,
    exhibitId: filled.exhibitId,
    stocktakingId: filled.stocktakingId,
    // None by this number: what is absent has its page too. Sealed PVs are looked at in pv.e2e.ts.
    pvId: filled.caseId,
  }
  return path.replaceAll(/\$(\w+)/g, (place, name: string) => values[name] ?? place)
}

const views: readonly (View & { name: string })[] = [
  { name: 'ar', locale: 'ar' },
  { name: 'fr-dark', locale: 'fr', scheme: 'dark' },
]

describe.each(views)('$name', ({ name, ...view }) => {
  let page: Page
  beforeAll(async () => {
    page = await desk.open(view, 'head')
  })

  test.each(pagePaths())('%s has no serious finding, and is pictured', async (path) => {
    // Pages are come to by their address in the one view, and from page to page in the other.
    if (name === 'ar' || page.url() === 'about:blank') await page.goto(desk.address + addressOf(path))
    else await follow(page, addressOf(path))
    await page.locator('main#page').waitFor()
    await page.waitForLoadState('load')
    expect(new URL(page.url()).pathname).toBe(addressOf(path))
    await look(page, `${name}-${path.replaceAll(/\W+/g, '_') || 'home'}`)
  })

  test('sign-in has no serious finding, and is pictured', async () => {
    const door = await desk.open(view)
    await door.goto(desk.address)
    await door.getByRole('dialog').waitFor()
    expect(await door.locator('main#page').count()).toBe(0)
    await look(door, `${name}-sign-in`)
  })
})

test('no page asked anything of another machine, broke the content policy, or threw', () => {
  expect(desk.complaints).toEqual([])
})
