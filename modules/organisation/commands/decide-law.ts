import { z } from 'zod'
import type { Command, Tx } from '#platform/commands/types.ts'
import { defineCommand } from '#platform/commands/types.ts'
import { platformErrors } from '#platform/errors/platform-errors.ts'
import { qualityRulesSchema } from '../domain/quality-data.ts'
import { type LawSets, findLawData } from '../law-sets.ts'
import { organisationErrors } from '../organisation-errors.ts'
import type { OrganisationTables } from '../organisation-tables.ts'
import { requireValid } from './propose-law.ts'

const decideInput = z.strictObject({
  lawChangeId: z.uuid(),
  approve: z.boolean(),
  reason: z.string().trim().min(5).max(500).optional(),
})

type DecideLaw = Command<typeof decideInput, { lawChangeId: string; version: number | null }>

/** Approves or rejects a proposal of another person; approved, it is in use from this moment. */
export function createDecideLaw(sets: LawSets): DecideLaw {
  return defineCommand({
    type: 'law.decide',
    permission: 'law.approve',
    stepUp: true,
    input: decideInput,
    execute: async (tx, { lawChangeId, approve, reason }): Promise<Awaited<ReturnType<DecideLaw['execute']>>> => {
      const officerId = tx.actor.officerId
      if (!tx.reach.all || officerId === null) throw platformErrors.fail('NOT_PERMITTED')
      const db = tx.tables<OrganisationTables>()
      const change = await db
        .selectFrom('organisation.law_change')
        .selectAll()
        .where('id', '=', lawChangeId)
        .executeTakeFirst()
      if (!change) throw platformErrors.fail('NOT_FOUND')
      if (change.state !== 'proposed') throw organisationErrors.fail('LAW_ALREADY_DECIDED')
      if (change.proposed_by === officerId) throw organisationErrors.fail('LAW_NEEDS_ANOTHER')
      if (!approve && reason === undefined) throw organisationErrors.fail('LAW_REASON_NEEDED')
      const decided = await db
        .updateTable('organisation.law_change')
        .set({
          state: approve ? 'approved' : 'rejected',
          decided_by: officerId,
          decided_at: tx.now,
          reason: approve ? null : (reason ?? null),
        })
        .where('id', '=', change.id)
        .where('state', '=', 'proposed')
        .returning('id')
        .executeTakeFirst()
      if (!decided) throw organisationErrors.fail('LAW_ALREADY_DECIDED')
      const subjects = [{ type: 'law-change', id: change.id }]
      if (!approve) {
        return {
          result: { lawChangeId, version: null },
          event: { type: 'law.rejected', subjects, codes: { name: change.name, reason: reason ?? null } },
        }
      }
      requireValid(sets, change.name, change.data)
      if (change.name === 'quality-rules') await requireUsedCodes(tx, change.data)
      if (((await findLawData(tx, change.name))?.version ?? 0) !== change.base_version) {
        throw platformErrors.fail('STALE_EDIT')
      }
      const version = change.base_version + 1
      await db
        .insertInto('organisation.reference')
        .values({
          name: change.name,
          version,
          data: JSON.stringify(change.data),
          valid_from: tx.now,
          origin: 'decision',
        })
        .execute()
      return {
        result: { lawChangeId, version },
        event: { type: 'law.approved', subjects, codes: { name: change.name, version } },
      }
    },
  })
}

// An act of the past is judged by the record of its day: a code that a record names cannot go.
async function requireUsedCodes(tx: Tx, data: unknown): Promise<void> {
  const rules = qualityRulesSchema.parse(data)
  const known = new Set([...rules.qualities, ...rules.measures].map(({ code }) => code))
  const used = await tx
    .tables<OrganisationTables>()
    .selectFrom('organisation.quality')
    .select('quality')
    .distinct()
    .execute()
  const gone = used.map((row) => row.quality).filter((code) => !known.has(code))
  if (gone.length > 0) throw organisationErrors.fail('LAW_DATA_IN_USE', { codes: gone.join(', ') })
}
