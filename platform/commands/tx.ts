import { randomBytes } from 'node:crypto'
import { type Kysely, type Transaction, sql } from 'kysely'
import { platformErrors } from '#platform/errors/platform-errors.ts'
import type { Ids } from '#platform/ids.ts'
import { type Vault, decrypt, encrypt } from '#platform/keys/vault.ts'
import type { Actor, Reach, SubjectRef, Tx } from './types.ts'

interface KeyTables {
  'platform.data_key': {
    id: string
    subject_type: string
    subject_id: string
    wrapped: Buffer | null
    created_at: Date
  }
}

export interface TxParts {
  readonly trx: Transaction<unknown>
  readonly vault: Vault
  readonly ids: Ids
  readonly now: Date
  readonly occurredAt?: Date | undefined
  readonly permission: string
  readonly actor: Actor
  readonly reach: Reach
}

export function createTx({ trx, vault, ids, now, occurredAt, permission, actor, reach }: TxParts): Tx {
  const keys = trx as unknown as Kysely<KeyTables>
  return {
    // Kysely's type of tables is a promise about the schema, which the database tests keep.
    tables: <T>() => trx as unknown as Kysely<T>,
    actor,
    reach,
    permission,
    now,
    occurredAt: occurredAt ?? now,
    ids,
    nextNumber: async (series, unitId, year) => {
      const { rows } = await sql<{ last_value: number }>`
        insert into platform.counter (series, unit_id, year, last_value) values (${series}, ${unitId}, ${year}, 1)
        on conflict on constraint counter_pk do update set last_value = counter.last_value + 1
        returning last_value`.execute(trx)
      const taken = rows[0]?.last_value
      if (taken === undefined) throw new Error(`no number was given in ${series}`)
      return taken
    },
    enqueue: async (task, payload, options = {}) => {
      await sql`select platform.enqueue(${task}, ${JSON.stringify(payload)}::json, ${options.runAt ?? null}, ${options.key ?? null})`.execute(
        trx,
      )
    },
    encryptFor: async (subject, plain) => {
      const key = await keyFor(keys, subject)
      return { keyId: key.id, sealed: encrypt(key.bytes, plain, key.id) }
    },
    decrypt: async (keyId, sealed) => {
      const key = await unwrapKey(keyId)
      return key && decrypt(key, sealed, keyId)
    },
    keyBytes: async (keyId) => {
      const key = await unwrapKey(keyId)
      if (!key) throw platformErrors.fail('NOT_FOUND')
      return key
    },
  }

  async function unwrapKey(keyId: string): Promise<Buffer | undefined> {
    const row = await keys.selectFrom('platform.data_key').select('wrapped').where('id', '=', keyId).executeTakeFirst()
    return row?.wrapped ? vault.unwrap(row.wrapped, keyId) : undefined
  }

  async function keyFor(db: Kysely<KeyTables>, subject: SubjectRef): Promise<{ id: string; bytes: Buffer }> {
    const found = await findKey(db, subject)
    if (found) return found
    const id = ids.next()
    const bytes = randomBytes(32)
    // Two transactions may make the first key of a record at once: one of them wins, both use it.
    const made = await db
      .insertInto('platform.data_key')
      .values({
        id,
        subject_type: subject.type,
        subject_id: subject.id,
        wrapped: vault.wrap(bytes, id),
        created_at: now,
      })
      .onConflict((conflict) => conflict.columns(['subject_type', 'subject_id']).doNothing())
      .returning('id')
      .executeTakeFirst()
    if (made) return { id, bytes }
    const theirs = await findKey(db, subject)
    // The key is there and empty: retention has destroyed the record, and what is gone answers as what never was.
    if (!theirs) throw platformErrors.fail('NOT_FOUND')
    return theirs
  }

  async function findKey(
    db: Kysely<KeyTables>,
    subject: SubjectRef,
  ): Promise<{ id: string; bytes: Buffer } | undefined> {
    const row = await db
      .selectFrom('platform.data_key')
      .select(['id', 'wrapped'])
      .where('subject_type', '=', subject.type)
      .where('subject_id', '=', subject.id)
      .executeTakeFirst()
    return row?.wrapped ? { id: row.id, bytes: vault.unwrap(row.wrapped, row.id) } : undefined
  }
}
