import { sql } from 'kysely'
import { z } from 'zod'
import { defineCommand } from '#platform/commands/types.ts'
import { platformErrors } from '#platform/errors/platform-errors.ts'
import { retentionErrors } from '../retention-errors.ts'
import type { RetentionTables } from '../retention-tables.ts'

export const carryOutJob = 'retention.carry-out'

/** The second of two persons, who proves anew who that is: approves, and the worker destroys; or refuses. */
export const decideDestruction = defineCommand({
  type: 'retention.decide',
  permission: 'retention.approve',
  stepUp: true,
  input: z.strictObject({ id: z.uuid(), decision: z.enum(['approve', 'refuse']) }),
  execute: async (tx, { id, decision }) => {
    const db = tx.tables<RetentionTables>()
    const proposal = await db
      .selectFrom('retention.proposal')
      .select(['state', 'proposed_by', 'rule_code'])
      .where('id', '=', id)
      .forUpdate()
      .executeTakeFirst()
    if (!proposal) throw platformErrors.fail('NOT_FOUND')
    if (proposal.state !== 'proposed') throw retentionErrors.fail('RETENTION_ALREADY_DECIDED')
    if (proposal.proposed_by === tx.actor.officerId) throw retentionErrors.fail('RETENTION_SAME_PERSON')
    const commandId = decision === 'approve' ? tx.ids.next() : null
    await db
      .updateTable('retention.proposal')
      .set({
        state: commandId === null ? 'refused' : 'approved',
        decided_by: tx.actor.officerId,
        decided_at: tx.now,
        run_command_id: commandId,
      })
      .where('id', '=', id)
      .execute()
    if (commandId !== null)
      await tx.enqueue(carryOutJob, { proposalId: id, commandId }, { key: `${carryOutJob}:${id}` })
    const { rows } = await sql<{ count: number }>`
      select count(*) as count from retention.item where proposal_id = ${id}`.execute(tx.tables())
    return {
      result: { id, state: commandId === null ? ('refused' as const) : ('approved' as const) },
      event: {
        type: commandId === null ? 'retention.refused' : 'retention.approved',
        subjects: [{ type: 'retention-proposal', id }],
        codes: { rule: proposal.rule_code, count: rows[0]?.count ?? 0 },
      },
    }
  },
})
