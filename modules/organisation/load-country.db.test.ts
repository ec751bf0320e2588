import { randomBytes } from 'node:crypto'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { createManualClock } from '#platform/clock.ts'
import { systemIds } from '#platform/ids.ts'
import { createVault } from '#platform/keys/vault.ts'
import { type TestDb, createTestDb } from '#platform/testing/test-db.ts'
import { moroccanOrganisation } from '#country/morocco/organisation/index.ts'
import { testlandOrganisation } from '#country/testland/organisation/index.ts'
import { organisationDataSchema } from './domain/country-data.ts'
import { treeOn } from './domain/unit-history.ts'
import { loadOrganisation } from './index.ts'

const clock = createManualClock(new Date('2026-11-23T09:00:00Z'))
const today = '2026-11-23'

describe.each([
  ['morocco', moroccanOrganisation],
  ['testland', testlandOrganisation],
])('the organisation of %s', (_name, raw) => {
  const data = organisationDataSchema.parse(raw)
  let db: TestDb
  const vault = createVault(randomBytes(32))
  const load = (what: unknown) => loadOrganisation({ ownerUrl: db.ownerUrl, vault, clock, ids: systemIds }, what)
  const all = async <R extends object>(sql: string, values: unknown[] = []): Promise<R[]> =>
    (await db.app.pool.query<R>(sql, values)).rows

  beforeAll(async () => {
    db = await createTestDb()
    await load(data)
  })
  afterAll(() => db.close())

  it('stands in the database as the replay of its events says', async () => {
    const tree = treeOn(data, today)
    const rows = await all<{ code: string; kind: string; parent: string | null; name_ar: string }>(
      `select u.code, u.kind, p.code as parent, u.name_ar from organisation.unit u
       left join organisation.unit p on p.id = u.parent_id where u.closed_on is null`,
    )
    const open = rows.filter((row) => tree.nodes.has(row.code))
    expect(open).toHaveLength(tree.nodes.size)
    for (const row of open) {
      const node = tree.nodes.get(row.code)
      expect(row).toMatchObject({ kind: node?.kind, parent: node?.parent, name_ar: node?.names.ar })
    }
  })

  it('has a closure for today that reaches from each unit to the top', async () => {
    const rows = await all<{ code: string; steps: number }>(
      `select u.code, count(*)::int as steps from organisation.unit_closure c join organisation.unit u on u.id = c.descendant_id
       where c.valid_from <= $1 and (c.valid_to is null or c.valid_to > $1) group by u.code`,
      [today],
    )
    const tree = treeOn(data, today)
    const depth = (code: string | null): number => (code === null ? 0 : 1 + depth(tree.nodes.get(code)?.parent ?? null))
    expect(new Map(rows.map((row) => [row.code, row.steps]))).toEqual(
      new Map([...tree.nodes.keys()].map((code) => [code, depth(code)])),
    )
  })

  it('is loaded once, with one event, and answers a second load with nothing', async () => {
    expect(await load(data)).toBe(false)
    const events = await db.asSuperuser((client) =>
      client.query(`select kind from audit.event where type = 'organisation.loaded'`),
    )
    expect(events.rows).toEqual([{ kind: 'system' }])
  })

  it('follows a corrected version: what is gone no longer replays, what is new does', async () => {
    const tree = treeOn(data, today)
    const parents = new Set([...tree.nodes.values()].map((node) => node.parent))
    const leaf = [...tree.nodes.values()].find((node) => !parents.has(node.code) && node.parent !== null)
    if (!leaf) throw new Error('no leaf')
    const renamed = {
      type: 'renamed',
      id: 'test.renamed',
      unit: leaf.code,
      on: { value: '2026-01-01', precision: 'day' },
      names: { ar: 'اسم جديد', fr: 'Nouveau nom', en: 'New name' },
      source: data.sources[0]?.code,
      confidence: 'HIGH',
    }
    const nameOf = async (): Promise<string | undefined> =>
      (await all<{ name_fr: string }>('select name_fr from organisation.unit where code = $1', [leaf.code]))[0]?.name_fr
    clock.advance(1000)
    expect(await load({ ...data, events: [...data.events, renamed] })).toBe(true)
    expect(await nameOf()).toBe('Nouveau nom')
    clock.advance(1000)
    expect(await load(data)).toBe(true)
    expect(await nameOf()).toBe(leaf.names.fr)
    expect(await all(`select code from organisation.unit_event where withdrawn_at is not null`)).toEqual([
      { code: 'test.renamed' },
    ])
  })

  it('is refused as a whole where it does not hold together', async () => {
    const before = await all('select count(*) from organisation.unit_event')
    await expect(load({ ...data, events: data.events.slice(1) })).rejects.toThrow(/founded/)
    expect(await all('select count(*) from organisation.unit_event')).toEqual(before)
  })
})
