import { randomBytes } from 'node:crypto'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { Client, escapeIdentifier } from 'pg'
import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest'
import { checkLog } from '#platform/audit/check/check-log.ts'
import { verifierKeyOf, verifyCheckpoint } from '#platform/audit/log/index.ts'
import { createSequencer } from '#platform/audit/sequencer.ts'
import { createManualClock } from '#platform/clock.ts'
import { type DatabaseUrls, makePasswords, prepareDatabase } from '#platform/db/cluster.ts'
import { openDatabase } from '#platform/db/database.ts'
import { installSchema } from '#platform/db/install-schema.ts'
import { type Migration, migrate, readMigrations } from '#platform/db/migrate.ts'
import { createServer, sessionCookie } from '#platform/http/server.ts'
import { systemIds } from '#platform/ids.ts'
import { verifyPdfSeal } from '#platform/signing/index.ts'
import { assertPowerless } from '#platform/testing/test-db.ts'
import { createUnitSeals } from '#modules/documents/index.ts'
import { totpCode, trainingCost } from '#modules/identity/index.ts'
import { type House, compose } from '../compose.ts'
import { projectRoot } from '../home.ts'
import { loadCountryInto } from '../install-country.ts'
import { cast } from '../seed/cast.ts'
import { findCastUnits } from '../seed/enrol-cast.ts'
import { type Crew, seedCase } from '../seed/seed-cases.ts'
import { type SeedClient, createSeedClient } from '../seed/seed-client.ts'
import { trainingTotpSecret } from '../seed/training-secrets.ts'
import { type OldDatabase, listOldDatabases, readOldDatabase } from './old-database.ts'
import { migrationsOf, restoreFiles, restoreRows } from './restore-database.ts'

const migrations = await readMigrations(join(projectRoot, 'migrations'))
const names = await listOldDatabases()
const day = 86_400_000

it('has old databases to bring to head, the first of them for ever', () => {
  expect(names).toContain('20261123-1000-close-the-set-up-door.json.gz')
})

describe.each(names)('%s', (name) => {
  let old: OldDatabase
  let urls: DatabaseUrls
  let home: string
  let house: House
  let http: Awaited<ReturnType<typeof createServer>>
  let clock: ReturnType<typeof createManualClock>
  const database = `old_${randomBytes(6).toString('hex')}`
  const clients = new Map<string, Promise<SeedClient>>()

  beforeAll(async () => {
    old = await readOldDatabase(name)
    clock = createManualClock(new Date(new Date(old.madeAt).getTime() + 20 * day))
    home = await mkdtemp(join(tmpdir(), 'daira-old-home-'))
    await restoreFiles(home, old)
    urls = await prepareDatabase(inject('postgres').admin, database, makePasswords(), urlFor)
    await installSchema(urls.owner, migrationsOf(old, migrations))
    await asSuperuser((client) => restoreRows(client, old))
  })
  afterAll(async () => {
    await http?.close()
    await house?.close()
    await dropDatabase(database)
    await rm(home, { recursive: true, force: true })
  })

  it('turns red for a migration that fails on its rows, which an empty database would let pass', async () => {
    const planted: Migration = {
      name: '29991231-2359-break-the-notes.sql',
      sql: 'alter table casework.case_file add column planted text not null',
      checksum: 'planted',
    }
    const made = migrationsOf(old, migrations)
    await expect(migrate(urls.owner, [...made, planted])).rejects.toThrow(planted.name)
    const empty = `empty_${randomBytes(6).toString('hex')}`
    const emptyUrls = await prepareDatabase(inject('postgres').admin, empty, makePasswords(), urlFor)
    await installSchema(emptyUrls.owner, made)
    expect(await migrate(emptyUrls.owner, [...made, planted])).toEqual([planted.name])
    await dropDatabase(empty)
  })

  it('turns red where an applied migration was changed or is gone', () => {
    const [first, ...rest] = migrations
    if (!first) throw new Error('there are no migrations')
    expect(() => migrationsOf(old, [{ ...first, checksum: 'other' }, ...rest])).toThrow(first.name)
    expect(() => migrationsOf(old, rest)).toThrow(first.name)
  })

  it('comes to head with every row', async () => {
    const before = await countRows()
    expect(before).toEqual(Object.fromEntries(old.tables.map((each) => [`${each.schema}.${each.name}`, each.count])))
    const done = new Set(old.migrations.map((each) => each.name))
    const missing = migrations.map((each) => each.name).filter((each) => !done.has(each))
    expect(await installSchema(urls.owner, migrations)).toEqual(missing)
    const after = await countRows()
    expect(Object.entries(after).filter(([table, count]) => count < (before[table] ?? 0))).toEqual([])

    house = await compose({
      home,
      url: urls.app,
      logOrigin: old.logOrigin,
      country: old.country,
      mode: 'training',
      name: 'old database',
      connections: 4,
      clock,
      passwordCost: trainingCost,
    })
    const context = { ownerUrl: urls.owner, vault: house.keyring.vault, clock, ids: systemIds }
    await loadCountryInto(context, house.country)
    for (const url of [urls.app, urls.worker]) {
      const role = openDatabase(url, { max: 1 })
      await assertPowerless(role)
      await role.close()
    }
    http = await createServer({
      kernel: house.kernel,
      assembled: house.assembled,
      version: 'test',
      onUnexpected: (error) => console.error(error),
    })
    await http.ready()
  })

  it('lets its officers sign in and opens their cases', async () => {
    const rows = await asSuperuser(async (client) => {
      const found = await client.query<{ id: string; service_number: string }>(`
        select c.id, o.service_number from casework.case_file c join organisation.officer o on o.id = c.assigned_to
        where not c.sealed`)
      return found.rows
    })
    expect(rows.length).toBeGreaterThan(3)
    for (const row of rows) {
      const officer = await clientOf(keyOf(row.service_number))
      const file = await read<{ id: string; reference: string; participants: unknown[] }>(officer, `/cases/${row.id}`)
      expect(file.id).toBe(row.id)
      await read(officer, `/cases/${row.id}/history`)
    }
  })

  it('opens a sealed PV, whose old seal still holds against the old root', async () => {
    const pv = await asSuperuser(async (client) => {
      const { rows } = await client.query<{ id: string; service_number: string }>(`
        select p.id, o.service_number from documents.pv p join organisation.officer o on o.id = p.author_id
        join casework.case_file c on c.id = p.case_id where p.state = 'sealed' and not c.sealed limit 1`)
      return rows[0]
    })
    if (!pv) throw new Error('the old database holds no sealed PV')
    const officer = await clientOf(keyOf(pv.service_number))
    const shown = await read<{ state: string; text: string }>(officer, `/pvs/${pv.id}`)
    expect(shown.state).toBe('sealed')
    expect(shown.text.length).toBeGreaterThan(50)
    const file = await officer.download(`/pvs/${pv.id}/pv.pdf`)
    const seals = createUnitSeals({
      dir: join(house.keyring.dir, 'seals'),
      passphrase: house.keyring.sealPassphrase,
      iso: house.country.iso,
      authority: old.logOrigin,
    })
    const { certificate } = await seals.root(clock.now())
    expect(verifyPdfSeal(file, [certificate])).toMatchObject({ ok: true, problems: [] })
    const spoiled = Buffer.from(file)
    spoiled.writeUInt8(spoiled.readUInt8(2000) ^ 1, 2000)
    expect(verifyPdfSeal(spoiled, [certificate]).ok).toBe(false)
  })

  it('goes on working: a line, a case with its acts, all through the API', async () => {
    const crews: Crew[] = []
    for (const suffix of ['', '2', '3']) {
      const [desk, investigator, head] = await Promise.all(
        ['desk', 'investigator', 'head'].map((key) => clientOf(`${key}${suffix}`)),
      )
      if (!desk || !investigator || !head) throw new Error('a crew is not complete')
      crews.push({ desk, investigator, head, unitId: desk.unitId })
    }
    const before = await countRows()
    const now = clock.now()
    const units = await findCastUnits(house.database)
    const world = { crews, units, setTime: (instant: Date) => clock.set(instant) }
    // A story of the training takes days, and was written for the past: sessions last a shift.
    for (let index = 0; index < 10; index += 1) await seedCase(world, index, new Date(now.getTime() - 10 * day))
    clock.set(now)
    const after = await countRows()
    for (const table of ['intake.line', 'casework.case_file', 'documents.pv', 'files.file', 'audit.event'])
      expect([table, after[table]]).toEqual([table, expect.toSatisfy((count: number) => count > (before[table] ?? 0))])
  })

  it('has one log, old and new, that holds', async () => {
    const worker = openDatabase(urls.worker, { max: 2 })
    try {
      const { checkpointSigner, deletionSigner, vault } = house.keyring
      const sequencer = createSequencer(worker, checkpointSigner, clock)
      await sequencer.sequence()
      await sequencer.checkpoint()
      const logKey = verifierKeyOf(checkpointSigner, 'ed25519')
      const deletionKey = verifierKeyOf(deletionSigner, 'ed25519')
      const report = await checkLog({ db: worker.kysely, vault, logKey, deletionKey, clock })
      expect(report.findings).toEqual([])
      const leaves = old.tables.find((each) => each.name === 'leaf')?.count ?? 0
      expect(leaves).toBeGreaterThan(100)
      expect(report.entries).toBeGreaterThan(leaves)
      // The checkpoint that was signed then is the one that stands now.
      const { rows } = await worker.pool.query<{ note: string }>('select note from audit.checkpoint where size = $1', [
        leaves,
      ])
      expect(verifyCheckpoint(rows[0]?.note ?? '', [logKey])).toMatchObject({ ok: true, checkpoint: { size: leaves } })
    } finally {
      await worker.close()
    }
  })

  function clientOf(key: string): Promise<SeedClient> {
    const known = clients.get(key) ?? signIn(key)
    clients.set(key, known)
    return known
  }

  /** By the door, as an officer does: password and code. */
  async function signIn(key: string): Promise<SeedClient> {
    const member = cast.find((each) => each.key === key)
    if (!member) throw new Error(`nobody of the cast is called ${key}`)
    const { serviceNumber } = member
    const code = await totpCode(trainingTotpSecret(serviceNumber), clock.now())
    const answer = await http.inject({
      method: 'POST',
      url: '/api/session',
      payload: { serviceNumber, password: old.password, code, seat: 'own-desk' },
    })
    expect(answer.json()).toMatchObject({ state: 'open' })
    const token = answer.cookies.find((cookie) => cookie.name === sessionCookie)?.value ?? ''
    const { rows } = await house.database.pool.query<{ id: string; unit_id: string }>(
      'select id, unit_id from organisation.officer where service_number = $1',
      [serviceNumber],
    )
    const [row] = rows
    if (!row) throw new Error(`the old database does not know ${serviceNumber}`)
    return createSeedClient(http, systemIds, { officerId: row.id, unitId: row.unit_id, token })
  }

  async function asSuperuser<R>(work: (client: Client) => Promise<R>): Promise<R> {
    return withClient(inDatabase(inject('postgres').admin, database), work)
  }

  async function countRows(): Promise<Record<string, number>> {
    return asSuperuser(async (client) => {
      const counts: Record<string, number> = {}
      for (const { schema, name: table } of old.tables) {
        const there = await client.query('select 1 from pg_tables where schemaname = $1 and tablename = $2', [
          schema,
          table,
        ])
        if (there.rowCount === 0) continue
        const { rows } = await client.query<{ count: number }>(
          `select count(*)::int as count from ${escapeIdentifier(schema)}.${escapeIdentifier(table)}`,
        )
        counts[`${schema}.${table}`] = rows[0]?.count ?? -1
      }
      return counts
    })
  }
})

function keyOf(serviceNumber: string): string {
  const member = cast.find((each) => each.serviceNumber === serviceNumber)
  if (!member) throw new Error(`the cast has no ${serviceNumber}`)
  return member.key
}

async function read<R>(officer: SeedClient, url: string): Promise<R> {
  return JSON.parse((await officer.download(url)).toString('utf8')) as R
}

function urlFor(role: string, password: string, database: string): string {
  const login = `${encodeURIComponent(role)}:${encodeURIComponent(password)}`
  return inDatabase(inject('postgres').admin, encodeURIComponent(database)).replace(/\/\/[^@]+@/, `//${login}@`)
}

function inDatabase(url: string, name: string): string {
  return url.replace(/\/[^/?]+\?/, `/${name}?`)
}

async function withClient<R>(url: string, work: (client: Client) => Promise<R>): Promise<R> {
  const client = new Client({ connectionString: url })
  await client.connect()
  try {
    return await work(client)
  } finally {
    await client.end()
  }
}

async function dropDatabase(name: string): Promise<void> {
  await withClient(inject('postgres').admin, (client) =>
    client.query(`drop database if exists ${escapeIdentifier(name)} with (force)`),
  )
}
