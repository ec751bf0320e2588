import { type Kysely, sql } from 'kysely'
import { z } from 'zod'
import { defineQuery } from '#platform/commands/types.ts'
import { platformErrors } from '#platform/errors/platform-errors.ts'
import { auditErrors } from '../audit-errors.ts'
import { theLog } from '../audit-tables.ts'
import { databaseNodes } from '../database-nodes.ts'
import { findHead, findNewestCheckpoint } from '../export/log-reader.ts'
import { inclusionProof, toBase64 } from '../log/index.ts'

export const eventProof = z.object({
  /** Canonical text of the leaf; its hash is SHA-256(0x00 || text). */
  leaf: z.string(),
  index: z.int().nonnegative(),
  size: z.int().positive(),
  proof: z.array(z.string()),
  /** Signed note of the checkpoint of that size. */
  checkpoint: z.string(),
})

/** The proof that one event stands in the log, to be checked elsewhere (RFC 9162, 2.1.3). */
export const proveEvent = defineQuery({
  type: 'log.prove-event',
  permission: 'audit.read',
  input: z.strictObject({ eventId: z.uuid() }),
  recorded: true,
  execute: async (tx, { eventId }) => {
    const db: Kysely<unknown> = tx.tables()
    const { rows } = await sql<{ seq: number | null; leaf: Buffer | null }>`
      select l.seq, l.leaf from audit.event e left join audit.leaf l on l.event_id = e.id where e.id = ${eventId}`.execute(
      db,
    )
    const found = rows[0]
    if (!found) throw platformErrors.fail('NOT_FOUND')
    const { seq, leaf } = found
    const head = await findHead(db)
    const covering = head && seq !== null && seq < head.size ? head : await findNewestCheckpoint(db)
    if (seq === null || leaf === null || !covering || seq >= covering.size)
      throw auditErrors.fail('AUDIT_ENTRY_WAITING')
    const proof = await inclusionProof(databaseNodes(db), seq, covering.size)
    return {
      result: {
        leaf: leaf.toString(),
        index: seq,
        size: covering.size,
        proof: proof.map(toBase64),
        checkpoint: covering.note,
      },
      access: { type: 'log.entry-proved', subjects: [theLog, { type: 'audit-event', id: eventId }] },
    }
  },
})
