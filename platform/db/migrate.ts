import { createHash } from 'node:crypto'
import { readFile, readdir } from 'node:fs/promises'
import { join } from 'node:path'
import { Client } from 'pg'

export interface Migration {
  readonly name: string
  readonly sql: string
  readonly checksum: string
}

/** Reads `<timestamp>-<verb>-<object>.sql` files in the order of their names. */
export async function readMigrations(dir: string): Promise<readonly Migration[]> {
  const names = (await readdir(dir)).filter((name) => name.endsWith('.sql')).toSorted()
  return Promise.all(
    names.map(async (name) => {
      const sql = await readFile(join(dir, name), 'utf8')
      return { name, sql, checksum: createHash('sha256').update(sql).digest('hex') }
    }),
  )
}

const lockKey = 7_303_014

/**
 * Brings a database to head, each migration in a transaction of its own; forward only.
 * Throws where a migration that was applied has changed or is missing since.
 */
export async function migrate(
  ownerUrl: string,
  migrations: readonly Migration[],
  say: (line: string) => void = () => undefined,
): Promise<readonly string[]> {
  const client = new Client({ connectionString: ownerUrl })
  await client.connect()
  const applied: string[] = []
  try {
    await client.query('set role daira_owner')
    await client.query('select pg_advisory_lock($1)', [lockKey])
    await client.query(`create schema if not exists platform`)
    await client.query(
      `create table if not exists platform.migration (
         name text constraint migration_pk primary key,
         checksum text not null,
         applied_at timestamptz not null default now())`,
    )
    const { rows } = await client.query<{ name: string; checksum: string }>(
      'select name, checksum from platform.migration',
    )
    const known = new Map(migrations.map((migration) => [migration.name, migration.checksum]))
    for (const row of rows) {
      const checksum = known.get(row.name)
      if (checksum === undefined)
        throw new Error(`The database is newer than this program: it has migration ${row.name}. Update the program.`)
      if (checksum !== row.checksum)
        throw new Error(`Migration ${row.name} was changed after it had been applied. Restore it; write a new one.`)
    }
    const done = new Set(rows.map((row) => row.name))
    for (const migration of migrations.filter((each) => !done.has(each.name))) {
      say(`migration ${migration.name}`)
      await apply(client, migration)
      applied.push(migration.name)
    }
  } finally {
    await client.end()
  }
  return applied
}

async function apply(client: Client, migration: Migration): Promise<void> {
  await client.query('begin')
  try {
    await client.query(migration.sql)
    await client.query('insert into platform.migration (name, checksum) values ($1, $2)', [
      migration.name,
      migration.checksum,
    ])
    await client.query('commit')
  } catch (cause) {
    await client.query('rollback')
    throw new Error(`Migration ${migration.name} failed: ${cause instanceof Error ? cause.message : String(cause)}`, {
      cause,
    })
  }
}
