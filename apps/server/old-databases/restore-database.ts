import { mkdir, writeFile } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import { type Client, escapeIdentifier } from 'pg'
import type { Migration } from '#platform/db/migrate.ts'
import type { OldDatabase } from './old-database.ts'

/** The migrations an old database was made with. Throws where one of them is gone or is not what it was. */
export function migrationsOf(old: OldDatabase, all: readonly Migration[]): readonly Migration[] {
  return old.migrations.map(({ name, checksum }) => {
    const migration = all.find((each) => each.name === name)
    if (migration?.checksum !== checksum)
      throw new Error(`the migration ${name} is gone or was changed since it was applied; write a new one instead`)
    return migration
  })
}

/** Puts the rows back into a schema that its own migrations have made, past triggers and references: as a backup would. */
export async function restoreRows(client: Client, old: OldDatabase): Promise<void> {
  await client.query('begin')
  await client.query('set local session_replication_role = replica')
  for (const { schema, name, columns, rows } of old.tables) {
    const table = `${escapeIdentifier(schema)}.${escapeIdentifier(name)}`
    const list = columns.map(escapeIdentifier).join(', ')
    // What the migrations themselves put there comes again with the rows.
    await client.query(`delete from ${table}`)
    await client.query(
      `insert into ${table} (${list}) overriding system value
       select ${list} from json_populate_recordset(null::${table}, $1::json)`,
      [rows],
    )
  }
  for (const { schema, name, lastValue } of old.sequences)
    await client.query('select setval($1::regclass, $2::bigint)', [
      `${escapeIdentifier(schema)}.${escapeIdentifier(name)}`,
      lastValue,
    ])
  await client.query('commit')
}

export async function restoreFiles(home: string, old: OldDatabase): Promise<void> {
  for (const { path, bytes } of old.files) {
    await mkdir(dirname(join(home, path)), { recursive: true, mode: 0o700 })
    await writeFile(join(home, path), Buffer.from(bytes, 'base64'), { mode: 0o600 })
  }
}
