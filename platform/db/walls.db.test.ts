import type { Client } from 'pg'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { type TestDb, createTestDb } from '#platform/testing/test-db.ts'

let db: TestDb
beforeAll(async () => {
  db = await createTestDb()
})
afterAll(() => db.close())

/** Tables whose changes are no acts: what writes them is guarded otherwise, for the reason given. */
const withoutEvent: Readonly<Record<string, string>> = {
  'audit.event': 'the event itself',
  'audit.pending': 'queue of the sequencer',
  'audit.leaf': 'made from events by the sequencer',
  'audit.node': 'made from events by the sequencer',
  'audit.checkpoint': 'made from events by the sequencer',
  'audit.cosignature': 'signed by a witness elsewhere',
  'platform.installation': 'written once by the owner; a trigger refuses changes',
  'platform.data_key': 'also made for what reads and refusals put into the log',
  'platform.country_data': 'written by the owner when it loads the country',
  'organisation.rank': 'country data, loaded by the owner',
  'organisation.role': 'loaded by the owner',
  'registry.charter': 'country data, loaded by the owner',
  'organisation.role_permission': 'loaded by the owner',
  'identity.presence': 'a heartbeat',
  'identity.challenge': 'expires within minutes',
}

const ownSchemas = `n.nspname not in ('pg_catalog', 'information_schema', 'pg_toast', 'graphile_worker', 'public')
  and n.nspname not like 'pg_temp%' and n.nspname not like 'pg_toast_temp%'`

interface TableRow {
  name: string
  enabled: boolean
  forced: boolean
  guarded: boolean
  described: boolean
}

const readTables = (): Promise<TableRow[]> =>
  db.asSuperuser(async (client) => {
    const { rows } = await client.query<TableRow>(`
      select n.nspname || '.' || c.relname as name, c.relrowsecurity as enabled, c.relforcerowsecurity as forced,
        exists (select 1 from pg_trigger t where t.tgrelid = c.oid and t.tgname = 'requires_event' and t.tgdeferrable) as guarded,
        obj_description(c.oid, 'pg_class') is not null as described
      from pg_class c join pg_namespace n on n.oid = c.relnamespace
      where c.relkind in ('r', 'p') and ${ownSchemas} and n.nspname || '.' || c.relname <> 'platform.migration' order by 1`)
    return rows
  })

describe('every table', () => {
  it('stands behind forced row-level security', async () => {
    const tables = await readTables()
    expect(tables.length).toBeGreaterThan(25)
    expect(tables.filter((table) => !table.enabled || !table.forced).map((table) => table.name)).toEqual([])
  })

  it('refuses a mutation without an event, or says why it need not', async () => {
    const tables = await readTables()
    const open = tables.filter((table) => !table.guarded).map((table) => table.name)
    expect(open.filter((name) => !(name in withoutEvent) && !name.startsWith('draft.'))).toEqual([])
    expect(Object.keys(withoutEvent).filter((name) => !open.includes(name))).toEqual([])
  })

  it('is described, and so is every column', async () => {
    const bare = await db.asSuperuser(async (client) => {
      const { rows } = await client.query<{ name: string }>(`
        select n.nspname || '.' || c.relname || '.' || a.attname as name
        from pg_attribute a join pg_class c on c.oid = a.attrelid join pg_namespace n on n.oid = c.relnamespace
        where c.relkind in ('r', 'p') and a.attnum > 0 and not a.attisdropped and ${ownSchemas}
          and n.nspname || '.' || c.relname <> 'platform.migration' and col_description(c.oid, a.attnum) is null order by 1`)
      return rows.map((row) => row.name)
    })
    expect(bare).toEqual([])
    expect((await readTables()).filter((table) => !table.described).map((table) => table.name)).toEqual([])
  })

  it('would be noticed without its wall', async () => {
    await db.asSuperuser((client) =>
      client.query('set role daira_owner; create table platform.bare (id uuid primary key)'),
    )
    const tables = await readTables()
    await db.asSuperuser((client) => client.query('drop table platform.bare'))
    expect(tables.find((table) => table.name === 'platform.bare')).toMatchObject({
      forced: false,
      guarded: false,
      described: false,
    })
  })
})

/** What a role was granted on a table and no policy lets it do. */
const readDeadGrants = (client: Client): Promise<string[]> =>
  client
    .query<{ name: string }>(
      `select r.rolname || ' ' || lower(p.cmd) || ' ' || n.nspname || '.' || c.relname as name
       from pg_class c join pg_namespace n on n.oid = c.relnamespace
       cross join (values ('SELECT', 'r'), ('INSERT', 'a'), ('UPDATE', 'w'), ('DELETE', 'd')) as p (cmd, code)
       join pg_roles r on r.rolname in ('daira_app', 'daira_worker')
       where c.relkind in ('r', 'p') and ${ownSchemas} and n.nspname || '.' || c.relname <> 'platform.migration'
         and (has_table_privilege(r.oid, c.oid, p.cmd) or (p.cmd <> 'DELETE' and has_any_column_privilege(r.oid, c.oid, p.cmd)))
         and not exists (select 1 from pg_policy o where o.polrelid = c.oid and o.polpermissive
           and o.polcmd in ('*', p.code::"char") and r.oid = any (o.polroles))
       order by 1`,
    )
    .then(({ rows }) => rows.map((row) => row.name))

describe('every grant', () => {
  it('has a policy that says which rows', async () => {
    expect(await db.asSuperuser(readDeadGrants)).toEqual([])
  })

  it('would be noticed without it, whichever policy is dropped', async () => {
    const { dropped, unnoticed } = await db.asSuperuser(async (client) => {
      // Where two policies open the same table to the same role for the same act, the tests of the module tell them apart.
      const { rows } = await client.query<{ name: string; target: string }>(`
        select quote_ident(o.polname) as name, o.polrelid::regclass::text as target
        from pg_policy o join pg_class c on c.oid = o.polrelid join pg_namespace n on n.oid = c.relnamespace
        where o.polpermissive and o.polname <> 'owner_functions' and ${ownSchemas}
          and not exists (select 1 from pg_policy p where p.polrelid = o.polrelid and p.oid <> o.oid and p.polpermissive
            and p.polroles && o.polroles and (p.polcmd = o.polcmd or '*' in (p.polcmd, o.polcmd)))`)
      const silent: string[] = []
      for (const { name, target } of rows) {
        await client.query('begin')
        await client.query(`drop policy ${name} on ${target}`)
        if ((await readDeadGrants(client)).length === 0) silent.push(`${name} on ${target}`)
        await client.query('rollback')
      }
      return { dropped: rows.length, unnoticed: silent }
    })
    expect(dropped).toBeGreaterThan(60)
    expect(unnoticed).toEqual([])
  })
})

describe('every definer function', () => {
  it('fixes its search path and belongs to the owner', async () => {
    const { found, loose } = await db.asSuperuser(async (client) => {
      const { rows } = await client.query<{ name: string; fixed: boolean; owner: string }>(`
        select n.nspname || '.' || p.proname as name, r.rolname as owner,
          exists (select 1 from unnest(p.proconfig) as setting where setting like 'search_path=%') as fixed
        from pg_proc p join pg_namespace n on n.oid = p.pronamespace join pg_roles r on r.oid = p.proowner
        where p.prosecdef and ${ownSchemas}`)
      return { found: rows.length, loose: rows.filter((row) => !row.fixed || row.owner !== 'daira_owner') }
    })
    expect(found).toBeGreaterThan(5)
    expect(loose).toEqual([])
  })
})
