import { z } from 'zod'
import { defineQuery } from '#platform/commands/types.ts'
import type { IdentityTables } from '../identity-tables.ts'
import { requireSignedIn } from '../session-store.ts'

/** The officer's own second factors. */
export const listOwnFactors = defineQuery({
  type: 'factor.list-own',
  permission: 'self.session',
  input: z.strictObject({}),
  recorded: false,
  execute: async (tx) => {
    const { officerId } = requireSignedIn(tx)
    const rows = await tx
      .tables<IdentityTables>()
      .selectFrom('identity.authenticator')
      .select(['id', 'kind', 'label', 'confirmed_at', 'last_used_at'])
      .where('officer_id', '=', officerId)
      .where('confirmed_at', 'is not', null)
      .where('removed_at', 'is', null)
      .orderBy('id')
      .execute()
    return {
      result: {
        items: rows.map((row) => ({
          id: row.id,
          kind: row.kind,
          label: row.label,
          confirmedAt: row.confirmed_at?.toISOString() ?? null,
          lastUsedAt: row.last_used_at?.toISOString() ?? null,
        })),
      },
    }
  },
})
