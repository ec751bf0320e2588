import { afterAll, beforeAll, expect, test } from 'vitest'
import { type CustodyGround, makeCustodyGround } from '#modules/custody/testing/custody-ground.ts'
import { keepWork, placeInCustody } from './custody-journey.ts'
import { type DeskUnderTest, createDeskUnderTest, look } from './desk-under-test.ts'

let desk: DeskUnderTest
let ground: CustodyGround
beforeAll(async () => {
  desk = await createDeskUnderTest()
  ground = await makeCustodyGround(desk.app)
})
afterAll(() => desk.close())

test(
  'from the file of the case to the bundle in less than ten minutes of work, in Arabic',
  { timeout: 240_000 },
  async () => {
    const { caseId } = await ground.openCase()
    const page = await desk.open({ locale: 'ar' }, 'investigator')
    const work = await placeInCustody(page, `${desk.address}/cases/${caseId}`)
    await keepWork(work)
    expect(work.officerSeconds).toBeLessThanOrEqual(600)
    expect(work.bundle).toMatch(/^\/api\/custodies\/[0-9a-f-]+\/bundle\.pdf$/)
    await look(page, 'ar-custody-opened')
    const { items } = (await ground.investigator.get(`/cases/${caseId}/custodies`)).json<{ items: { id: string }[] }>()
    const custody = await ground.read(items[0]?.id ?? '')
    // Everything that the law asks for at once was taken down on the one page.
    expect(custody.missing).toEqual([])
    expect(custody.clock.deadlineProven).toBe(new Date(Date.parse(custody.arrestedAt) + 48 * 3_600_000).toISOString())
  },
)
