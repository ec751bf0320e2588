import { readFile, readdir, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { constants, gunzip, gzip } from 'node:zlib'
import { z } from 'zod'

/**
 * An installation as an earlier version of this program left it: which migrations had made its schema, every row, and what
 * lay in its folder. The keys in it are a training installation's, made for this file and good for nothing else.
 */
export const oldDatabaseSchema = z.strictObject({
  format: z.literal('daira-old-database/1'),
  notice: z.string(),
  /** Where its clock stood when it was put away. */
  madeAt: z.iso.datetime(),
  country: z.enum(['morocco', 'testland']),
  logOrigin: z.string(),
  password: z.string(),
  migrations: z.array(z.strictObject({ name: z.string(), checksum: z.string() })).min(1),
  tables: z.array(
    z.strictObject({
      schema: z.string(),
      name: z.string(),
      columns: z.array(z.string()).min(1),
      count: z.int().min(1),
      /** The rows as PostgreSQL writes them in JSON: left as text, so that no number is rounded on its way. */
      rows: z.string(),
    }),
  ),
  sequences: z.array(z.strictObject({ schema: z.string(), name: z.string(), lastValue: z.string() })),
  /** What lay in the folder of the installation: its keys and its encrypted files, in base64. */
  files: z.array(z.strictObject({ path: z.string(), bytes: z.base64() })),
})
export type OldDatabase = Readonly<z.infer<typeof oldDatabaseSchema>>

/** Where the old databases lie, one for each state of the schema that was ever put away. None is ever removed. */
export const oldDatabasesDir = join(import.meta.dirname, 'data')

export async function listOldDatabases(): Promise<readonly string[]> {
  return (await readdir(oldDatabasesDir)).filter((name) => name.endsWith('.json.gz')).toSorted()
}

export async function readOldDatabase(name: string): Promise<OldDatabase> {
  const bytes = await promisify(gunzip)(await readFile(join(oldDatabasesDir, name)))
  return oldDatabaseSchema.parse(JSON.parse(bytes.toString('utf8')))
}

/** Writes it under the name of its last migration; refuses where that state of the schema was put away before. */
export async function writeOldDatabase(old: OldDatabase): Promise<string> {
  const last = old.migrations.at(-1)
  const path = join(oldDatabasesDir, `${last?.name.replace(/\.sql$/, '') ?? ''}.json.gz`)
  const text = JSON.stringify(oldDatabaseSchema.parse(old))
  await writeFile(path, await promisify(gzip)(text, { level: constants.Z_BEST_COMPRESSION }), { flag: 'wx' })
  return path
}
