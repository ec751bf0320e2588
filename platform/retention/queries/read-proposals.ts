import { z } from 'zod'
import { type Tx, defineQuery } from '#platform/commands/types.ts'
import { platformErrors } from '#platform/errors/platform-errors.ts'
import type { RetentionTables } from '../retention-tables.ts'

const proposal = z.object({
  id: z.uuid(),
  state: z.enum(['proposed', 'approved', 'refused', 'carried-out']),
  recordType: z.string(),
  rule: z.string(),
  reason: z.string(),
  proposedBy: z.uuid(),
  proposedAt: z.iso.datetime(),
  decidedBy: z.uuid().nullable(),
  decidedAt: z.iso.datetime().nullable(),
  carriedOutAt: z.iso.datetime().nullable(),
})
export const proposalPage = z.object({ items: z.array(proposal), next: z.string().nullable() })
export const proposalWithItems = proposal.extend({
  certificateId: z.uuid().nullable(),
  items: z.array(
    z.object({
      id: z.uuid(),
      unitId: z.uuid().nullable(),
      startsAt: z.iso.datetime(),
      dueAt: z.iso.datetime(),
      outcome: z.enum(['destroyed', 'no-longer-due']).nullable(),
    }),
  ),
})
export const certificateAnswer = z.object({ id: z.uuid(), body: z.string(), note: z.string() })

const pageSize = 50

export const listProposals = defineQuery({
  type: 'retention.list-proposals',
  permission: 'retention.read',
  input: z.strictObject({ cursor: z.uuid().optional() }),
  recorded: false,
  execute: async (tx, { cursor }) => {
    let query = tx
      .tables<RetentionTables>()
      .selectFrom('retention.proposal')
      .selectAll()
      .orderBy('id', 'desc')
      .limit(pageSize + 1)
    if (cursor !== undefined) query = query.where('id', '<', cursor)
    const rows = await query.execute()
    const page = rows.slice(0, pageSize)
    const items = []
    for (const row of page) items.push(await present(tx, row))
    return { result: { items, next: rows.length > pageSize ? (page.at(-1)?.id ?? null) : null } }
  },
})

export const readProposal = defineQuery({
  type: 'retention.read-proposal',
  permission: 'retention.read',
  input: z.strictObject({ id: z.uuid() }),
  recorded: false,
  execute: async (tx, { id }) => {
    const db = tx.tables<RetentionTables>()
    const row = await db.selectFrom('retention.proposal').selectAll().where('id', '=', id).executeTakeFirst()
    if (!row) throw platformErrors.fail('NOT_FOUND')
    const items = await db
      .selectFrom('retention.item')
      .selectAll()
      .where('proposal_id', '=', id)
      .orderBy('due_at')
      .execute()
    const certificate = await db
      .selectFrom('retention.certificate')
      .select('id')
      .where('proposal_id', '=', id)
      .executeTakeFirst()
    return {
      result: {
        ...(await present(tx, row)),
        certificateId: certificate?.id ?? null,
        items: items.map((item) => ({
          id: item.record_id,
          unitId: item.unit_id,
          startsAt: item.starts_at.toISOString(),
          dueAt: item.due_at.toISOString(),
          outcome: item.outcome,
        })),
      },
    }
  },
})

export const readCertificate = defineQuery({
  type: 'retention.read-certificate',
  permission: 'retention.read',
  input: z.strictObject({ id: z.uuid() }),
  recorded: true,
  execute: async (tx, { id }) => {
    const row = await tx
      .tables<RetentionTables>()
      .selectFrom('retention.certificate')
      .select(['id', 'body', 'note'])
      .where('id', '=', id)
      .executeTakeFirst()
    if (!row) throw platformErrors.fail('NOT_FOUND')
    return {
      result: row,
      access: { type: 'retention.certificate-read', subjects: [{ type: 'retention-certificate', id }] },
    }
  },
})

async function present(tx: Tx, row: RetentionTables['retention.proposal']): Promise<z.output<typeof proposal>> {
  const reason = await tx.decrypt(row.reason_key_id, row.reason)
  return {
    id: row.id,
    state: row.state,
    recordType: row.record_type,
    rule: row.rule_code,
    reason: reason?.toString() ?? '',
    proposedBy: row.proposed_by,
    proposedAt: row.proposed_at.toISOString(),
    decidedBy: row.decided_by,
    decidedAt: row.decided_at?.toISOString() ?? null,
    carriedOutAt: row.carried_out_at?.toISOString() ?? null,
  }
}
