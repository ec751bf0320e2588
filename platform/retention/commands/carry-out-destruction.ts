import { createHash } from 'node:crypto'
import { z } from 'zod'
import type { CheckpointSigner } from '#platform/audit/log/index.ts'
import { type Tx, defineCommand } from '#platform/commands/types.ts'
import { platformErrors } from '#platform/errors/platform-errors.ts'
import { type SignedCertificate, signCertificate } from '../certificate.ts'
import { retentionRuleSchema } from '../domain/retention-rules.ts'
import { type DueRecord, type RetentionBook, findDue } from '../find-due.ts'
import type { RetentionTables } from '../retention-tables.ts'
import { type ShreddedKey, shredKeysOf } from '../shred-keys.ts'

export interface CarryOutDeps {
  readonly book: RetentionBook
  readonly signer: CheckpointSigner
  readonly origin: string
  /** Told what lies outside the database and is to go once this is committed. */
  readonly onDestroyed: (afterCommit: () => Promise<void>) => void
}

/** The worker's part: what is still due is destroyed, its keys are shredded, and a certificate says so. All or nothing. */
export function carryOutDestruction(deps: CarryOutDeps) {
  return defineCommand({
    type: 'retention.carry-out',
    permission: 'retention.carry-out',
    input: z.strictObject({ proposalId: z.uuid() }),
    execute: async (tx, { proposalId }) => {
      const db = tx.tables<RetentionTables>()
      const proposal = await db
        .selectFrom('retention.proposal')
        .selectAll()
        .where('id', '=', proposalId)
        .where('state', '=', 'approved')
        .forUpdate()
        .executeTakeFirst()
      if (!proposal) throw platformErrors.fail('NOT_FOUND')
      const rule = retentionRuleSchema.parse(proposal.rule)
      const handler = deps.book.handlerOf(rule)
      if (!handler) throw new Error(`no module of this installation destroys ${rule.recordType}`)
      const items = await db
        .selectFrom('retention.item')
        .select('record_id')
        .where('proposal_id', '=', proposalId)
        .execute()
      const ids = items.map((item) => item.record_id)
      // Between proposal and approval an appeal may have come in, or a hold.
      const due = await findDue(tx, { rule, handler }, ids.length, ids)
      const gone = due.map(({ id }) => id)
      const { shred, afterCommit } = await handler.destroy(tx, gone)
      if (afterCommit) deps.onDestroyed(afterCommit)
      const keys = await shredKeysOf(tx, [...gone.map((id) => ({ type: rule.recordType, id })), ...shred])
      const { id, signed } = await certify(tx, deps, { ...proposal, rule }, due, keys)
      await finish(tx, proposal, ids, new Set(gone), { id, signed })
      return {
        result: { certificateId: id, destroyed: gone.length, keys: keys.length },
        event: {
          type: 'retention.carried-out',
          subjects: [{ type: 'retention-proposal', id: proposalId }],
          ...(proposal.unit_id === null ? {} : { unitId: proposal.unit_id }),
          ...(proposal.area === null ? {} : { area: proposal.area }),
          codes: {
            rule: rule.code,
            count: gone.length,
            keys: keys.length,
            certificate: id,
            sha256: createHash('sha256').update(signed.body).digest('hex'),
          },
        },
      }
    },
  })
}

type Proposal = RetentionTables['retention.proposal']

async function certify(
  tx: Tx,
  { signer, origin }: CarryOutDeps,
  proposal: Omit<Proposal, 'rule'> & { readonly rule: z.output<typeof retentionRuleSchema> },
  due: readonly DueRecord[],
  keys: readonly ShreddedKey[],
): Promise<{ id: string; signed: SignedCertificate }> {
  const id = tx.ids.next()
  const { decided_by: approvedBy, decided_at: approvedAt } = proposal
  if (approvedBy === null || approvedAt === null) throw new Error(`the proposal ${proposal.id} was approved by nobody`)
  const signed = await signCertificate(
    {
      format: 'daira-deletion-certificate/1',
      id,
      origin,
      issuedAt: tx.now.toISOString(),
      rule: proposal.rule,
      ruleVersion: proposal.rule_version,
      proposal: {
        id: proposal.id,
        proposedBy: proposal.proposed_by,
        proposedAt: proposal.proposed_at.toISOString(),
        approvedBy,
        approvedAt: approvedAt.toISOString(),
      },
      records: due.map((record) => ({
        id: record.id,
        startsAt: record.startsAt.toISOString(),
        dueAt: record.dueAt.toISOString(),
      })),
      keys: [...keys],
    },
    signer,
  )
  return { id, signed }
}

async function finish(
  tx: Tx,
  proposal: Proposal,
  ids: readonly string[],
  gone: ReadonlySet<string>,
  { id, signed }: { readonly id: string; readonly signed: SignedCertificate },
): Promise<void> {
  const db = tx.tables<RetentionTables>()
  for (const outcome of ['destroyed', 'no-longer-due'] as const) {
    const concerned = ids.filter((record) => gone.has(record) === (outcome === 'destroyed'))
    if (concerned.length === 0) continue
    await db
      .updateTable('retention.item')
      .set({ outcome })
      .where('proposal_id', '=', proposal.id)
      .where('record_id', 'in', concerned)
      .execute()
  }
  await db
    .updateTable('retention.proposal')
    .set({ state: 'carried-out', carried_out_at: tx.now })
    .where('id', '=', proposal.id)
    .execute()
  await db
    .insertInto('retention.certificate')
    .values({
      id,
      proposal_id: proposal.id,
      body: signed.body,
      note: signed.note,
      issued_at: tx.now,
      unit_id: proposal.unit_id,
      area: proposal.area,
    })
    .execute()
}
