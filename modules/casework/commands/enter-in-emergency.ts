import { sql } from 'kysely'
import { emergencyAccessBody } from '#contracts/casework/seals.ts'
import { defineCommand } from '#platform/commands/types.ts'
import { platformErrors } from '#platform/errors/platform-errors.ts'
import type { CaseworkTables } from '../casework-tables.ts'
import { addAccess } from '../seal-store.ts'

const hours = 3

/** Opens a sealed case to its reader for three hours and tells the head of its unit and the inspectorate at once (G9). */
export const enterInEmergency = defineCommand({
  type: 'case.enter-in-emergency',
  permission: 'case.emergency-access',
  input: emergencyAccessBody,
  execute: async (tx, { caseId, unitId, reference, reason }) => {
    const officerId = tx.actor.officerId
    const { rows } = await sql<{ id: string; unit_id: string; area: string; reference: string }>`
      select * from casework.find_sealed(${caseId ?? null}::uuid, ${unitId ?? null}::uuid, ${reference ?? null}::text)`.execute(
      tx.tables(),
    )
    const found = rows[0]
    if (!found || !officerId) throw platformErrors.fail('NOT_FOUND')
    const until = new Date(tx.now.getTime() + hours * 3_600_000)
    await addAccess(tx, found.id, officerId, 'emergency', { reason, until })
    const barred = await tx
      .tables<CaseworkTables>()
      .selectFrom('casework.case_access')
      .select('officer_id')
      .where('case_id', '=', found.id)
      .where('kind', '=', 'barred')
      .where('until', 'is', null)
      .execute()
    await tx.enqueue('notices.emergency-access', {
      caseId: found.id,
      unitId: found.unit_id,
      officerId,
      since: tx.now.toISOString(),
      until: until.toISOString(),
      barred: barred.map(({ officer_id }) => officer_id),
    })
    return {
      result: { id: found.id, until: until.toISOString() },
      event: {
        type: 'case.entered-in-emergency',
        subjects: [{ type: 'case', id: found.id }],
        unitId: found.unit_id,
        area: found.area,
        purpose: { kind: 'case', id: found.id },
        codes: { reference: found.reference, hours },
        detail: { why: reason },
      },
    }
  },
})
