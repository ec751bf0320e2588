import { z } from 'zod'
import { defineCommand } from '#platform/commands/types.ts'
import { localeSchema } from '#platform/i18n/text.ts'
import type { IdentityTables } from '../identity-tables.ts'
import { ownSubjects, requireSignedIn } from '../session-store.ts'

/** Chooses the language the officer works in. */
export const chooseLocale = defineCommand({
  type: 'locale.choose',
  permission: 'self.session',
  input: z.strictObject({ locale: localeSchema }),
  execute: async (tx, { locale }) => {
    const own = requireSignedIn(tx)
    await tx
      .tables<IdentityTables>()
      .updateTable('identity.credential')
      .set({ locale })
      .where('officer_id', '=', own.officerId)
      .execute()
    return { result: { locale }, event: { type: 'locale.chosen', subjects: ownSubjects(own), codes: { locale } } }
  },
})
