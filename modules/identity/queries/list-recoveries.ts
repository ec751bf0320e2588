import { sql } from 'kysely'
import { z } from 'zod'
import { defineQuery } from '#platform/commands/types.ts'
import type { IdentityTables } from '../identity-tables.ts'
import { requireSignedIn } from '../session-store.ts'

/** What is asked and not decided for officers within reach, the oldest first. */
export const listRecoveries = defineQuery({
  type: 'recovery.list',
  permission: 'credential.approve',
  input: z.strictObject({ officerId: z.uuid().optional() }),
  recorded: false,
  execute: async (tx, { officerId }) => {
    const rows = await tx
      .tables<IdentityTables>()
      .selectFrom('identity.recovery as r')
      .innerJoin('organisation.officer as o', 'o.id', 'r.officer_id')
      .innerJoin('organisation.officer as a', 'a.id', 'r.asked_by')
      .select(['r.id', 'r.officer_id', 'r.asked_by', 'r.reason', 'r.asked_at', 'r.expires_at'])
      .select(['o.name_ar', 'o.name_latin', 'o.service_number', 'a.name_ar as asker_ar', 'a.name_latin as asker_latin'])
      .select(sql<boolean>`identity.may_approve_recovery(r.officer_id, r.asked_by)`.as('may_approve'))
      .where('r.state', '=', 'asked')
      .where('r.expires_at', '>', tx.now)
      // One's own stands on the account page: there it can be objected to.
      .where('r.officer_id', '!=', requireSignedIn(tx).officerId)
      .$if(officerId !== undefined, (query) => query.where('r.officer_id', '=', officerId ?? ''))
      .orderBy('r.id')
      .limit(100)
      .execute()
    return {
      result: {
        items: rows.map((row) => ({
          id: row.id,
          officer: {
            id: row.officer_id,
            serviceNumber: row.service_number,
            nameAr: row.name_ar,
            nameLatin: row.name_latin,
          },
          askedBy: { id: row.asked_by, nameAr: row.asker_ar, nameLatin: row.asker_latin },
          askedAt: row.asked_at.toISOString(),
          expiresAt: row.expires_at.toISOString(),
          reason: row.reason,
          mayApprove: row.may_approve,
        })),
      },
    }
  },
})

/** What is asked in the officer's own name, and can still be objected to. */
export const listOwnRecoveries = defineQuery({
  type: 'recovery.list-own',
  permission: 'self.session',
  input: z.strictObject({}),
  recorded: false,
  execute: async (tx) => {
    const rows = await tx
      .tables<IdentityTables>()
      .selectFrom('identity.recovery as r')
      .innerJoin('organisation.officer as a', 'a.id', 'r.asked_by')
      .select(['r.id', 'r.asked_by', 'r.reason', 'r.asked_at', 'r.expires_at', 'a.name_ar', 'a.name_latin'])
      .where('r.officer_id', '=', requireSignedIn(tx).officerId)
      .where('r.state', '=', 'asked')
      .where('r.expires_at', '>', tx.now)
      .orderBy('r.id')
      .execute()
    return {
      result: {
        items: rows.map((row) => ({
          id: row.id,
          askedBy: { id: row.asked_by, nameAr: row.name_ar, nameLatin: row.name_latin },
          askedAt: row.asked_at.toISOString(),
          expiresAt: row.expires_at.toISOString(),
          reason: row.reason,
        })),
      },
    }
  },
})
