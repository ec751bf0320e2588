import { z } from 'zod'
import { acknowledgeBody } from '#contracts/intake/shift.ts'
import { defineCommand } from '#platform/commands/types.ts'
import { platformErrors } from '#platform/errors/platform-errors.ts'
import { notify } from '#modules/notices/index.ts'
import type { IntakeTables } from '../intake-tables.ts'
import { intakeErrors } from '../intake.errors.ts'

/** Takes over a shift, by name: whoever takes over is another than who wrote. */
export const acknowledgeHandover = defineCommand({
  type: 'handover.acknowledge',
  permission: 'handover.write',
  input: acknowledgeBody.extend({ handoverId: z.uuid() }),
  execute: async (tx, { handoverId, remark }) => {
    const db = tx.tables<IntakeTables>()
    const handover = await db
      .selectFrom('intake.handover')
      .select(['unit_id', 'area', 'written_by', 'acknowledged_at'])
      .where('id', '=', handoverId)
      .forUpdate()
      .executeTakeFirst()
    if (!handover || !tx.reach.covers(handover.unit_id)) throw platformErrors.fail('NOT_FOUND')
    if (handover.acknowledged_at) throw intakeErrors.fail('HANDOVER_ACKNOWLEDGED')
    if (handover.written_by === tx.actor.officerId) throw intakeErrors.fail('HANDOVER_OWN')
    const subject = { type: 'handover', id: handoverId }
    const words = remark === undefined ? undefined : await tx.encryptFor(subject, Buffer.from(remark))
    await db
      .updateTable('intake.handover')
      .set({
        acknowledged_by: tx.actor.officerId,
        acknowledged_at: tx.now,
        remark_key_id: words?.keyId ?? null,
        remark: words?.sealed ?? null,
      })
      .where('id', '=', handoverId)
      .execute()
    await notify(tx, {
      kind: 'handover.acknowledged',
      to: [{ kind: 'officer', officerId: handover.written_by }],
      link: subject,
      unitId: handover.unit_id,
      aboutOfficerId: tx.actor.officerId,
    })
    return {
      result: { id: handoverId, acknowledgedAt: tx.now.toISOString() },
      event: { type: 'handover.acknowledged', subjects: [subject], unitId: handover.unit_id, area: handover.area },
    }
  },
})
