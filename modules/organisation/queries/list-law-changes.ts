import { z } from 'zod'
import { defineQuery } from '#platform/commands/types.ts'
import type { OrganisationTables } from '../organisation-tables.ts'

const pageSize = 50

/** Proposals of changes of law data, the newest first. */
export const listLawChanges = defineQuery({
  type: 'law.list',
  permission: 'law.approve',
  input: z.strictObject({ cursor: z.uuid().optional() }),
  recorded: false,
  execute: async (tx, { cursor }) => {
    const rows = await tx
      .tables<OrganisationTables>()
      .selectFrom('organisation.law_change')
      .selectAll()
      .$if(cursor !== undefined, (query) => query.where('id', '<', cursor ?? ''))
      .orderBy('id', 'desc')
      .limit(pageSize + 1)
      .execute()
    const page = rows.slice(0, pageSize)
    return {
      result: {
        items: page.map((row) => ({
          id: row.id,
          name: row.name,
          baseVersion: row.base_version,
          data: row.data,
          legalBasis: row.legal_basis,
          state: row.state,
          proposedBy: row.proposed_by,
          proposedAt: row.proposed_at.toISOString(),
          decidedBy: row.decided_by,
          decidedAt: row.decided_at?.toISOString() ?? null,
        })),
        next: rows.length > pageSize ? (page.at(-1)?.id ?? null) : null,
      },
    }
  },
})
