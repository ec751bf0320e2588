import { createHash } from 'node:crypto'
import { type Kysely, type Transaction, sql } from 'kysely'
import { canonicalJson } from '#platform/audit/log/index.ts'
import { plainJson } from '#platform/commands/plain-json.ts'
import { recordEvent } from '#platform/commands/record-event.ts'
import { createTx } from '#platform/commands/tx.ts'
import type { AuditEntry, Tx } from '#platform/commands/types.ts'
import type { Clock } from '#platform/clock.ts'
import { openDatabase } from '#platform/db/database.ts'
import type { Ids } from '#platform/ids.ts'
import type { Vault } from '#platform/keys/vault.ts'

/** What loading data as the owner of the database needs. */
export interface LoadingContext {
  /** Connection string of the owner; only `migrate` and set-up hold it. */
  readonly ownerUrl: string
  readonly vault: Vault
  readonly clock: Clock
  readonly ids: Ids
}

interface LoadedTables {
  'platform.country_data': { name: string; version: string; hash: Uint8Array; loaded_at: Date }
}

/**
 * Runs `load` as the owner in one transaction with one system event, unless the very same data were loaded last.
 * Answers whether anything was loaded.
 */
export async function loadOnce(
  context: LoadingContext,
  name: string,
  data: unknown,
  load: (tx: Tx) => Promise<AuditEntry>,
): Promise<boolean> {
  const hash = createHash('sha256')
    .update(canonicalJson(textNumbers(plainJson(data))))
    .digest()
  const database = openDatabase(context.ownerUrl, { max: 1, name: 'daira-load' })
  try {
    return await database.kysely.transaction().execute(async (trx) => {
      await sql`set local role daira_owner`.execute(trx)
      // Two processes may start at once: the second waits and then finds the work done.
      await sql`select pg_advisory_xact_lock(hashtextextended(${`load:${name}`}, 0))`.execute(trx)
      const loaded = trx as unknown as Kysely<LoadedTables>
      const latest = await loaded
        .selectFrom('platform.country_data')
        .select('hash')
        .where('name', '=', name)
        .orderBy('loaded_at', 'desc')
        .limit(1)
        .executeTakeFirst()
      if (latest && Buffer.from(latest.hash).equals(hash)) return false
      const { tx, commandId } = await ownerTx(trx, context)
      await recordEvent(tx, 'system', await load(tx), commandId)
      await loaded
        .insertInto('platform.country_data')
        .values({ name, version: hash.toString('hex').slice(0, 16), hash, loaded_at: tx.now })
        .onConflict((conflict) => conflict.columns(['name', 'version']).doUpdateSet({ loaded_at: tx.now }))
        .execute()
      return true
    })
  } finally {
    await database.close()
  }
}

async function ownerTx(trx: Transaction<unknown>, context: LoadingContext): Promise<{ tx: Tx; commandId: string }> {
  const now = context.clock.now()
  const commandId = context.ids.next()
  await sql`select set_config('daira.command_id', ${commandId}, true), set_config('daira.instant', ${now.toISOString()}, true)`.execute(
    trx,
  )
  const tx = createTx({
    trx,
    vault: context.vault,
    ids: context.ids,
    now,
    permission: 'country.load',
    actor: { officerId: null, sessionId: null, unitId: null, area: null, steppedUpAt: null, wallPlaceId: null },
    reach: { all: true, own: false, units: new Set(), covers: () => true },
  })
  return { tx, commandId }
}

type Plain = ReturnType<typeof plainJson>

// Canonical JSON takes integers only; coordinates are written as text before they are hashed.
function textNumbers(value: Plain): Plain {
  if (typeof value === 'number') return Number.isSafeInteger(value) ? value : String(value)
  if (Array.isArray(value)) return value.map((member: Plain) => textNumbers(member))
  if (typeof value !== 'object' || value === null) return value
  return Object.fromEntries(Object.entries(value).map(([name, member]) => [name, textNumbers(member as Plain)]))
}
