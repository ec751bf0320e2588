import type { Kysely } from 'kysely'
import { z } from 'zod'
import type { CheckpointSigner } from '#platform/audit/log/index.ts'
import { verifierKeyOf } from '#platform/audit/log/index.ts'
import type { Kernel } from '#platform/commands/kernel.ts'
import { type Tx, defineCommand } from '#platform/commands/types.ts'
import type { Database } from '#platform/db/database.ts'
import type { Ids } from '#platform/ids.ts'
import { type Certificate, type SignedCertificate, findCertificate } from './certificate.ts'
import type { CertificateFiles } from './certificate-files.ts'
import type { RetentionBook } from './find-due.ts'
import type { RetentionTables } from './retention-tables.ts'
import { shredKeys } from './shred-keys.ts'

export interface ReapplyDeps {
  readonly kernel: Kernel
  /** As the worker's role. */
  readonly database: Database
  readonly book: RetentionBook
  readonly signer: CheckpointSigner
  readonly files: CertificateFiles
  readonly ids: Ids
}

/** What a start found and did. `refused`: files whose signature does not hold; they destroy nothing. */
export interface Reapplied {
  readonly certificates: number
  readonly keys: number
  readonly refused: readonly string[]
}

interface Kept {
  readonly certificate: Certificate
  readonly signed: SignedCertificate
}

/**
 * Run at each start: a database restored from a backup forgets again what was destroyed since that backup was made. The
 * certificates outside the database say what; where nothing came back, nothing is done.
 */
export async function reapplyShredding(deps: ReapplyDeps): Promise<Reapplied> {
  await keepCertificates(deps.database, deps.files)
  const key = verifierKeyOf(deps.signer, 'ed25519')
  const refused: string[] = []
  const kept: Kept[] = []
  for (const { id, certificate: signed } of await deps.files.list()) {
    const certificate = findCertificate(signed, key)
    if (certificate?.id === id) kept.push({ certificate, signed })
    else refused.push(id)
  }
  const returned = await findReturned(deps.database, kept)
  if (returned.length === 0) return { certificates: 0, keys: 0, refused }
  const after: (() => Promise<void>)[] = []
  const command = reapply(deps.book, returned, (work) => after.push(work))
  const done = await deps.kernel.run(command, { kind: 'job', job: 'retention' }, deps.ids.next(), {
    certificates: returned.map(({ certificate }) => certificate.id),
  })
  for (const work of after) await work()
  return { certificates: returned.length, keys: done.keys, refused }
}

/** Puts every certificate of the database into its file; a crash between the two is made good here. */
export async function keepCertificates(database: Database, files: CertificateFiles): Promise<void> {
  const db = database.kysely as Kysely<RetentionTables>
  const stored = await db.selectFrom('retention.certificate').select(['id', 'body', 'note']).execute()
  for (const { id, body, note } of stored) if (!files.has(id)) await files.keep(id, { body, note })
}

async function findReturned(database: Database, kept: readonly Kept[]): Promise<Kept[]> {
  const db = database.kysely as Kysely<RetentionTables>
  const stored = new Set((await db.selectFrom('retention.certificate').select('id').execute()).map(({ id }) => id))
  const returned: Kept[] = []
  for (const each of kept) {
    const keyIds = each.certificate.keys.map(({ id }) => id)
    const alive =
      keyIds.length === 0
        ? undefined
        : await db
            .selectFrom('platform.data_key')
            .select('id')
            .where('id', 'in', keyIds)
            .where('wrapped', 'is not', null)
            .limit(1)
            .executeTakeFirst()
    if (alive || !stored.has(each.certificate.id)) returned.push(each)
  }
  return returned
}

function reapply(book: RetentionBook, returned: readonly Kept[], onDestroyed: (work: () => Promise<void>) => void) {
  return defineCommand({
    type: 'retention.reapply',
    permission: 'retention.carry-out',
    input: z.strictObject({ certificates: z.array(z.uuid()) }),
    execute: async (tx) => {
      let keys = 0
      for (const each of returned) keys += await reapplyOne(tx, book, each, onDestroyed)
      return {
        result: { keys },
        event: {
          type: 'retention.reapplied',
          subjects: returned
            .slice(0, 50)
            .map(({ certificate }) => ({ type: 'retention-proposal', id: certificate.proposal.id })),
          codes: { keys, certificates: returned.length },
        },
      }
    },
  })
}

async function reapplyOne(
  tx: Tx,
  book: RetentionBook,
  { certificate, signed }: Kept,
  onDestroyed: (work: () => Promise<void>) => void,
): Promise<number> {
  const handler = book.handlerOf(certificate.rule)
  const { afterCommit } = handler
    ? await handler.destroy(
        tx,
        certificate.records.map(({ id }) => id),
      )
    : {}
  if (afterCommit) onDestroyed(afterCommit)
  const shredded = await shredKeys(
    tx,
    certificate.keys.map(({ id }) => id),
  )
  await tx
    .tables<RetentionTables>()
    .insertInto('retention.certificate')
    .values({
      id: certificate.id,
      proposal_id: certificate.proposal.id,
      body: signed.body,
      note: signed.note,
      issued_at: new Date(certificate.issuedAt),
      unit_id: null,
      area: null,
    })
    .onConflict((conflict) => conflict.column('id').doNothing())
    .execute()
  return shredded.length
}
