import { readFile, readdir } from 'node:fs/promises'
import { join, relative } from 'node:path'
import { type Client, escapeIdentifier } from 'pg'
import type { OldDatabase } from './old-database.ts'

// The ledgers of the schema are written by running the migrations anew.
const ledgers = ['platform.migration', 'graphile_worker.migrations']

interface TableRow {
  schema: string
  name: string
  columns: string[]
}

/** Everything a database holds, table by table. As a superuser: row-level security would leave rows out. */
export async function exportDatabase(
  client: Client,
): Promise<Pick<OldDatabase, 'migrations' | 'tables' | 'sequences'>> {
  const migrations = await client.query<{ name: string; checksum: string }>(
    'select name, checksum from platform.migration order by name',
  )
  const found = await client.query<TableRow>(`
    select n.nspname as schema, c.relname as name, json_agg(a.attname order by a.attnum) as columns
    from pg_class c join pg_namespace n on n.oid = c.relnamespace join pg_attribute a on a.attrelid = c.oid
    where c.relkind = 'r' and a.attnum > 0 and not a.attisdropped and a.attgenerated = ''
      and n.nspname not in ('pg_catalog', 'information_schema', 'pg_toast')
    group by 1, 2 order by 1, 2`)
  const tables: OldDatabase['tables'] = []
  for (const { schema, name, columns } of found.rows.filter((row) => !ledgers.includes(`${row.schema}.${row.name}`))) {
    const { rows } = await client.query<{ count: number; rows: string | null }>(
      `select count(*)::int as count, json_agg(t)::text as rows
       from (select ${columns.map(escapeIdentifier).join(', ')} from ${escapeIdentifier(schema)}.${escapeIdentifier(name)}) t`,
    )
    const row = rows[0]
    if (row?.rows) tables.push({ schema, name, columns, count: row.count, rows: row.rows })
  }
  const sequences = await client.query<{ schema: string; name: string; lastValue: string }>(`
    select schemaname as schema, sequencename as name, last_value::text as "lastValue" from pg_sequences
    where last_value is not null order by 1, 2`)
  return { migrations: migrations.rows, tables, sequences: sequences.rows }
}

/** What lies in these folders of an installation. */
export async function exportFiles(home: string, folders: readonly string[]): Promise<OldDatabase['files']> {
  const files: OldDatabase['files'] = []
  for (const folder of folders) {
    const entries = await readdir(join(home, folder), { recursive: true, withFileTypes: true })
    for (const entry of entries.filter((each) => each.isFile())) {
      const path = join(entry.parentPath, entry.name)
      files.push({ path: relative(home, path), bytes: (await readFile(path)).toString('base64') })
    }
  }
  return files.toSorted((a, b) => (a.path < b.path ? -1 : 1))
}
