import { z } from 'zod'
import { defineCommand } from '#platform/commands/types.ts'
import { type RetentionBook, findDue, getRule, isSure } from '../find-due.ts'
import { retentionErrors } from '../retention-errors.ts'
import type { RetentionTables } from '../retention-tables.ts'

/** Records that one run may destroy. */
export const runLimit = 500

export const proposeInput = z.strictObject({
  rule: z.string().max(100),
  limit: z.int().min(1).max(runLimit),
  reason: z.string().trim().min(3).max(500),
})

/** The first of two persons: takes down which records are due under a rule. Nothing is destroyed by it. */
export function proposeDestruction(book: RetentionBook) {
  return defineCommand({
    type: 'retention.propose',
    permission: 'retention.propose',
    input: proposeInput,
    execute: async (tx, { rule: code, limit, reason }) => {
      const { rule, handler } = getRule(book, code)
      if (!isSure(rule, tx.now)) throw retentionErrors.fail('RETENTION_RULE_UNSURE', { rule: code })
      const due = await findDue(tx, { rule, handler }, limit)
      if (due.length === 0 || tx.actor.officerId === null) throw retentionErrors.fail('RETENTION_NOTHING_DUE')
      const id = tx.ids.next()
      const sealed = await tx.encryptFor({ type: 'retention-proposal', id }, Buffer.from(reason))
      const db = tx.tables<RetentionTables>()
      await db
        .insertInto('retention.proposal')
        .values({
          id,
          state: 'proposed',
          record_type: rule.recordType,
          rule_code: rule.code,
          rule: JSON.stringify(rule),
          rule_version: book.version,
          reason: sealed.sealed,
          reason_key_id: sealed.keyId,
          unit_id: tx.actor.unitId,
          area: tx.actor.area,
          proposed_by: tx.actor.officerId,
          proposed_at: tx.now,
          decided_by: null,
          decided_at: null,
          run_command_id: null,
          carried_out_at: null,
        })
        .execute()
      await db
        .insertInto('retention.item')
        .values(
          due.map((record) => ({
            proposal_id: id,
            record_id: record.id,
            unit_id: record.unitId,
            area: record.area,
            starts_at: record.startsAt,
            due_at: record.dueAt,
            outcome: null,
          })),
        )
        .execute()
      return {
        result: { id, count: due.length },
        event: {
          type: 'retention.proposed',
          subjects: [{ type: 'retention-proposal', id }],
          codes: { rule: rule.code, count: due.length },
          detail: { reason },
        },
      }
    },
  })
}
