import fc from 'fast-check'
import { sql } from 'kysely'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { z } from 'zod'
import { offences } from '#country/testland/offences/index.ts'
import { defineQuery } from '#platform/commands/types.ts'
import { AppError } from '#platform/errors/app-error.ts'
import { registryRoles } from '#modules/registry/index.ts'
import { type TestApp, createTestApp } from '../../apps/server/testing.ts'
import { caseworkRoles } from './index.ts'
import { type CaseworkApp, startCasework } from './testing/casework-app.ts'

/** A case of the world, as the model knows it. */
interface Made {
  readonly id: string
  readonly unit: Precinct
  readonly assignedTo: string | null
  readonly transferTo: Precinct | null
  readonly waits: boolean
  /** Officers for whom a sealed case exists; null where it is not sealed. */
  readonly list: readonly string[] | null
}
type Precinct = 'p1' | 'p2' | 'p3'
type Scope = 'own' | 'unit' | 'area' | 'all'

const worldSize = 60
const precincts: readonly Precinct[] = ['p1', 'p2', 'p3']
const headOf = { p1: 'head', p2: 'head2', p3: 'head3' } as const
const areaOf = { p1: 'w1', p2: 'w1', p3: 'w2' } as const
const permissions = [...new Set(Object.values(caseworkRoles).flatMap((role) => Object.keys(role))), 'self.own-cases']

let casework: CaseworkApp<TestApp>
let world: Made[]

const specs = fc.sample(
  fc.record({
    unit: fc.constantFrom(...precincts),
    assigned: fc.boolean(),
    fate: fc.constantFrom('plain', 'plain', 'transfer', 'waits', 'sealed', 'sealed-later', 'sealed-with-stranger'),
    other: fc.constantFrom(...precincts),
  }),
  { numRuns: worldSize, seed: 20261123 },
)

beforeAll(async () => {
  casework = await startCasework(await createTestApp(), {
    offences,
    civilDate: (instant) => instant.toISOString().slice(0, 10),
  })
  world = []
  for (const spec of specs) world.push(await make(spec))
})
afterAll(() => casework.close())

async function make({ unit, assigned, fate, other }: (typeof specs)[number]): Promise<Made> {
  const head = await casework.at(headOf[unit])
  const investigator = await casework.at(unit === 'p1' ? 'investigator' : `investigator${unit.slice(1)}`)
  const stranger = await casework.at(headOf[other])
  const sealed = fate.startsWith('sealed')
  const officers = fate === 'sealed-with-stranger' ? [stranger.officerId] : []
  const seal = { reason: 'secrecy', officers }
  const { id } = await head.done<{ id: string }>('/cases', {
    ...(assigned ? { assignTo: investigator.officerId } : {}),
    ...(sealed && fate !== 'sealed-later' ? { seal } : {}),
    participants: [
      {
        role: 'witness',
        standing: 'fact',
        person: { source: 'statement', names: [{ script: 'latin', given: 'Ilyas', family: 'Zerhouni' }] },
      },
    ],
  })
  await head.done(`/cases/${id}/notes`, { text: 'ملاحظة' })
  await head.done(`/cases/${id}/tasks`, { title: 'مهمة' })
  if (fate === 'sealed-later') await head.done(`/cases/${id}/seal`, { ...seal, baseVersion: 1 })
  if (fate === 'waits') {
    await head.done(`/cases/${id}/prosecutor`, { prosecutorUnitId: casework.app.units.parquet, baseVersion: 1 })
  }
  const transferTo = fate === 'transfer' && other !== unit ? other : null
  if (transferTo) {
    await head.done(`/cases/${id}/transfer`, { toUnitId: casework.app.units[transferTo], reason: 'اختصاص' })
  }
  return {
    id,
    unit,
    assignedTo: assigned ? investigator.officerId : null,
    transferTo,
    waits: fate === 'waits',
    list: sealed ? [head.officerId, ...officers, ...(assigned ? [investigator.officerId] : [])] : null,
  }
}

interface Subject {
  readonly key: string
  readonly role: string
  readonly unit: string
  readonly officerId: string
}

const subjects = (): Subject[] =>
  [...casework.app.signIns].map(([key, signIn]) => ({
    key,
    role: signIn.member.role,
    unit: signIn.member.unit,
    officerId: signIn.officerId,
  }))

function scopeOf(subject: Subject, permission: string): Scope | undefined {
  if (permission.startsWith('self.')) return 'own'
  return { ...caseworkRoles[subject.role], ...registryRoles[subject.role] }[permission]
}

function reaches(scope: Scope, subject: Subject, unit: string): boolean {
  if (scope === 'all') return true
  // A unit, and whatever stands below it.
  if (scope === 'unit') return subject.unit === unit || areaOf[unit as Precinct] === subject.unit
  if (scope !== 'area') return false
  const area = (each: string) => areaOf[each as Precinct] ?? each
  return area(subject.unit) === area(unit)
}

/** The rule in words of its own: the policies say it in SQL. */
function maySee(subject: Subject, permission: string, made: Made): boolean {
  const scope = scopeOf(subject, permission)
  if (scope === undefined) return false
  if (made.list) return made.list.includes(subject.officerId)
  return (
    reaches(scope, subject, made.unit) ||
    (made.transferTo !== null && reaches(scope, subject, made.transferTo)) ||
    (made.waits && reaches(scope, subject, 'parquet')) ||
    (scope === 'own' && made.assignedTo === subject.officerId)
  )
}

function mayChange(subject: Subject, permission: string, made: Made): boolean {
  const scope = scopeOf(subject, permission)
  if (scope === undefined) return false
  if (made.list) return made.list.includes(subject.officerId)
  return (
    reaches(scope, subject, made.unit) ||
    (permission === 'case.answer-transfer' && made.transferTo !== null && reaches(scope, subject, made.transferTo)) ||
    (scope === 'own' && made.assignedTo === subject.officerId)
  )
}

/** What row-level security lets through under one permission, with no condition of ours in between. */
async function passes(subject: Subject, permission: string, lock: boolean): Promise<ReadonlySet<string>> {
  const query = defineQuery({
    type: 'test.visible',
    permission,
    input: z.strictObject({}),
    recorded: false,
    execute: async (tx) => {
      const { rows } = await sql<{ id: string }>`
        select id from casework.case_file ${lock ? sql`for update` : sql``}`.execute(tx.tables())
      return { result: rows.map(({ id }) => id) }
    },
  })
  try {
    const { caller } = await casework.app.as(subject.key)
    return new Set(await casework.app.house.kernel.ask(query, caller, {}))
  } catch (error) {
    if (error instanceof AppError && error.code === 'NOT_PERMITTED') return new Set()
    throw error
  }
}

describe('who sees which case', () => {
  it('is the same to the model and to the database, for every officer, permission and case', async () => {
    const disagreements: string[] = []
    let decisions = 0
    let seenSomewhere = 0
    for (const subject of subjects()) {
      for (const permission of permissions) {
        const [seen, lockable] = [await passes(subject, permission, false), await passes(subject, permission, true)]
        for (const made of world) {
          decisions += 2
          if (seen.has(made.id)) seenSomewhere += 1
          const where = `${subject.key} ${permission} ${JSON.stringify(made)}`
          if (seen.has(made.id) !== maySee(subject, permission, made)) disagreements.push(`sees: ${where}`)
          if (lockable.has(made.id) !== mayChange(subject, permission, made)) disagreements.push(`changes: ${where}`)
        }
      }
    }
    expect(disagreements).toEqual([])
    expect(decisions).toBeGreaterThan(10_000)
    expect(seenSomewhere).toBeGreaterThan(1_000)
  })

  it('is the same through the door', async () => {
    for (const subject of subjects()) {
      const desk = await casework.at(subject.key)
      for (const made of world.slice(0, 25)) {
        const { statusCode } = await desk.get(`/cases/${made.id}`)
        const allowed = scopeOf(subject, 'case.read') !== undefined
        const expected = allowed ? (maySee(subject, 'case.read', made) ? 200 : 404) : 403
        expect([subject.key, made, statusCode]).toEqual([subject.key, made, expected])
      }
    }
  })

  it('decides for every table that hangs on a case', async () => {
    const sealed = world.filter(({ list }) => list !== null)
    const outsiders = subjects().filter(
      ({ officerId, role }) =>
        'case.read' in (caseworkRoles[role] ?? {}) && sealed.every(({ list }) => !list?.includes(officerId)),
    )
    expect(outsiders.length).toBeGreaterThan(3)
    const tables = await casework.app.db.asSuperuser((client) =>
      client.query<{ name: string }>(
        `select table_schema || '.' || table_name as name from information_schema.columns
         where column_name = 'case_id' and table_schema in ('casework', 'registry') order by 1`,
      ),
    )
    expect(tables.rows.length).toBeGreaterThan(9)
    const count = (name: string) =>
      defineQuery({
        type: 'test.count',
        permission: 'case.read',
        input: z.strictObject({}),
        recorded: false,
        execute: async (tx) => {
          const { rows } = await sql<{ count: number }>`select count(*) as count from ${sql.table(name)}
            where case_id = any (${sealed.map(({ id }) => id)}::uuid[])`.execute(tx.tables())
          return { result: rows[0]?.count ?? -1 }
        },
      })
    const { kernel } = casework.app.house
    // Rows there are, to the eye of those on the lists; protected_person has another permission.
    const filled = [
      'casework.case_access',
      'casework.case_number',
      'casework.note',
      'casework.participant',
      'casework.task',
      'registry.person_name',
    ]
    for (const { name } of tables.rows) {
      for (const { key } of outsiders) {
        const seen = await kernel.ask(count(name), (await casework.app.as(key)).caller, {})
        expect([name, key, seen]).toEqual([name, key, 0])
      }
    }
    for (const table of filled) {
      const rows = await kernel.ask(count(table), (await casework.app.as('head')).caller, {})
      expect([table, rows > 0]).toEqual([table, true])
    }
  })
})
