import { Kysely, PostgresDialect } from 'kysely'
import pg from 'pg'

// A date has no zone: read as a Date it would shift by a day. Counts beyond 2^53 do not occur here.
pg.types.setTypeParser(pg.types.builtins.DATE, (text) => text)
pg.types.setTypeParser(pg.types.builtins.INT8, (text) => {
  const value = Number(text)
  if (!Number.isSafeInteger(value)) throw new RangeError(`integer out of range: ${text}`)
  return value
})

/** Connections of one role to one database. */
export interface Database {
  readonly pool: pg.Pool
  readonly kysely: Kysely<unknown>
  close(): Promise<void>
}

export function openDatabase(url: string, options: { max?: number; name?: string } = {}): Database {
  const pool = new pg.Pool({
    connectionString: url,
    max: options.max ?? 20,
    application_name: options.name ?? 'daira',
    connectionTimeoutMillis: 10_000,
  })
  // Without a listener a connection that the server closes while idle would end the process.
  pool.on('error', () => undefined)
  // The same for one that is closed while in use: the statement under way is what fails.
  pool.on('connect', (client) => client.on('error', () => undefined))
  const kysely = new Kysely<unknown>({ dialect: new PostgresDialect({ pool }) })
  const close = async (): Promise<void> => {
    // Kysely ends the pool only where it asked something itself; one left open keeps a process alive for ten seconds.
    await kysely.destroy()
    if (!pool.ending) await pool.end()
  }
  return { pool, kysely, close }
}
