import { z } from 'zod'
import { defineQuery } from '#platform/commands/types.ts'
import { sourceSchema, unitKindSchema } from '../domain/country-data.ts'
import { qualityRulesSchema } from '../domain/quality-data.ts'
import type { OrganisationTables } from '../organisation-tables.ts'
import { readReference } from '../unit-store.ts'

const labelled = z.array(
  z.looseObject({ code: z.string(), labels: z.object({ ar: z.string(), fr: z.string(), en: z.string() }) }),
)

/** The words of the organisation for pick-lists: kinds, systems, ranks, posts, roles, qualities, measures, sources. */
export const showReference = defineQuery({
  type: 'organisation.reference',
  permission: 'self.reference',
  input: z.strictObject({}),
  recorded: false,
  execute: async (tx) => {
    const db = tx.tables<OrganisationTables>()
    const kinds = unitKindSchema.array().parse((await readReference(db, 'unit-kinds')) ?? [])
    const rules = qualityRulesSchema.parse(await readReference(db, 'quality-rules'))
    const systems = labelled.parse((await readReference(db, 'systems')) ?? [])
    const posts = labelled.parse((await readReference(db, 'posts')) ?? [])
    const sources = sourceSchema.array().parse((await readReference(db, 'sources')) ?? [])
    const ranks = await db.selectFrom('organisation.rank').selectAll().orderBy('position').orderBy('code').execute()
    const roles = await db.selectFrom('organisation.role').selectAll().orderBy('code').execute()
    return {
      result: {
        unitKinds: kinds.map(({ code, labels, parents, headsArea }) => ({ code, labels, parents, headsArea })),
        systems: systems.map(({ code, labels }) => ({ code, labels })),
        ranks: ranks.map((rank) => ({
          code: rank.code,
          position: rank.position,
          corps: rank.corps,
          labels: { ar: rank.label_ar, fr: rank.label_fr, en: rank.label_en },
        })),
        posts: posts.map(({ code, labels }) => ({ code, labels })),
        roles: roles.map((role) => ({
          code: role.code,
          labels: { ar: role.label_ar, fr: role.label_fr, en: role.label_en },
        })),
        qualities: rules.qualities.map(({ code, labels, abbreviation }) => ({ code, labels, abbreviation })),
        measures: rules.measures.map(({ code, labels, effect }) => ({ code, labels, effect })),
        sources,
      },
    }
  },
})
