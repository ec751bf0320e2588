import { randomBytes } from 'node:crypto'
import fc from 'fast-check'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { createKernel } from '#platform/commands/kernel.ts'
import { defineCommand } from '#platform/commands/types.ts'
import { openDatabase } from '#platform/db/database.ts'
import { systemIds } from '#platform/ids.ts'
import { createPdfRenderer } from '#platform/pdf/index.ts'
import { type TestApp, createTestApp } from '../../apps/server/testing.ts'
import { recordLine } from './commands/record-line.ts'
import { createCasePort } from './case-port.ts'
import { strictRules } from './domain/intake-rules.ts'
import { legalTimeOf } from './domain/legal-time.ts'
import type { Intake } from './intake-deps.ts'

let app: TestApp
beforeAll(async () => {
  app = await createTestApp()
})
afterAll(() => app.close())

const writers = 200
const seed = 20_261_123

describe('the numbers of a register', () => {
  it(`are 1 to n without gap or twin under ${writers} writers at once, of whom many fail at random moments (seed ${seed})`, async () => {
    const legalTime = legalTimeOf('Africa/Casablanca')
    const database = openDatabase(app.db.appUrl, { max: 40 })
    const { keyring, clock } = app.house
    const kernel = createKernel({ database, vault: keyring.vault, clock, ids: systemIds })
    const intake: Intake = {
      kernel,
      clock,
      legalTime,
      cases: createCasePort({ offences: [], civilDate: legalTime.dateOf }, 'XX'),
      pdf: createPdfRenderer(),
      rules: strictRules,
      random: randomBytes,
    }
    const record = recordLine(intake)
    // The same command, which fails after its number was taken: by an error of ours, by the database at once, or at the commit.
    const failing = (way: number): typeof record =>
      defineCommand({
        ...record,
        execute: async (tx, input) => {
          const done = await record.execute(tx, input)
          if (way === 1) throw new Error('planted')
          if (way === 2)
            await tx.tables<{ 'intake.nowhere': object }>().selectFrom('intake.nowhere').selectAll().execute()
          return way === 3 ? { ...done, event: { ...done.event, type: null as unknown as string } } : done
        },
      })
    const ways = fc.sample(fc.integer({ min: 0, max: 5 }), { numRuns: writers, seed })
    const { caller } = await app.as('desk')
    const outcomes = await Promise.allSettled(
      ways.map((way) => kernel.run(failing(way), caller, systemIds.next(), { kind: 'visit', text: 'زائر' })),
    )
    const planted = ways.filter((way) => way >= 1 && way <= 3).length
    expect(planted).toBeGreaterThan(60)
    expect(outcomes.filter((outcome) => outcome.status === 'rejected')).toHaveLength(planted)
    const numbers = outcomes.flatMap((outcome) => (outcome.status === 'fulfilled' ? [outcome.value.number] : []))
    const stored = await app.db.asSuperuser(async (client) => {
      const { rows } = await client.query<{ number: number }>('select number from intake.line order by number')
      return rows.map((row) => row.number)
    })
    await database.close()
    await intake.pdf.close()
    expect(stored).toEqual(Array.from({ length: writers - planted }, (_, at) => at + 1))
    expect(numbers.toSorted((a, b) => a - b)).toEqual(stored)
  })

  it('begin anew with the year of the country’s legal time, and are each precinct’s own', async () => {
    const [desk2, desk3] = await Promise.all([app.as('desk2'), app.as('desk3')])
    const visit = { kind: 'visit', text: 'زائر' }
    expect((await desk2.post('/register', visit)).json()).toMatchObject({ year: 2026, number: 1 })
    expect((await desk3.post('/register', visit)).json()).toMatchObject({ year: 2026, number: 1 })
    expect((await desk2.post('/register', visit)).json()).toMatchObject({ year: 2026, number: 2 })
  })
})
