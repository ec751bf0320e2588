import { type Selectable, sql } from 'kysely'
import type { Tx } from '#platform/commands/types.ts'
import { platformErrors } from '#platform/errors/platform-errors.ts'
import { notify } from '#modules/notices/index.ts'
import type { IntakeTables } from './intake-tables.ts'
import { intakeErrors } from './intake.errors.ts'
import { lineSubject, ownerAudience } from './line-store.ts'

export type TransferRow = Selectable<IntakeTables['intake.transfer']>

/** A line another unit sent to one within reach, not yet answered. */
export async function getTransferToAnswer(tx: Tx, id: string): Promise<TransferRow> {
  const transfer = await tx
    .tables<IntakeTables>()
    .selectFrom('intake.transfer')
    .selectAll()
    .where('id', '=', id)
    .executeTakeFirst()
  if (!transfer || !tx.reach.covers(transfer.to_unit_id)) throw platformErrors.fail('NOT_FOUND')
  if (transfer.state !== 'sent') throw intakeErrors.fail('REGISTER_TRANSFER_SETTLED')
  return transfer
}

/** Answers a transfer in the register of the unit that asked, and tells who owns the line there. */
export async function settleTransfer(
  tx: Tx,
  transfer: TransferRow,
  answer: { readonly toLineId: string } | { readonly refusal: string },
): Promise<void> {
  const toLine = 'toLineId' in answer ? answer.toLineId : null
  const words =
    'refusal' in answer ? await tx.encryptFor(lineSubject(transfer.line_id), Buffer.from(answer.refusal)) : undefined
  const { rows } = await sql<{
    line_id: string
    from_unit_id: string
    owner_id: string | null
    year: number
    number: number
  }>`select line_id, from_unit_id, owner_id, year, number from intake.settle_transfer(
      ${transfer.id}, ${toLine}, ${tx.ids.next()}, ${words?.keyId ?? null}, ${words?.sealed ?? null}, ${tx.now})`.execute(
    tx.tables(),
  )
  const line = rows[0]
  // Two officers answered at once; the other one was first.
  if (!line) throw intakeErrors.fail('REGISTER_TRANSFER_SETTLED')
  await notify(tx, {
    kind: toLine ? 'register.accepted' : 'register.refused',
    to: [await ownerAudience(tx, { owner_id: line.owner_id, unit_id: line.from_unit_id })],
    link: lineSubject(line.line_id),
    unitId: line.from_unit_id,
    params: { number: line.number, year: line.year },
    aboutOfficerId: tx.actor.officerId,
  })
}
