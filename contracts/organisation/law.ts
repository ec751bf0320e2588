import { z } from 'zod'
import { textSchema } from '#platform/i18n/text.ts'

const person = z.object({ id: z.uuid(), nameAr: z.string(), nameLatin: z.string() })
/** A list inside a set of law data; null where the set is one list. */
const list = z.string().max(80).nullable()
/** Code of a row, with `@` and its first day where it has one. */
const key = z.string().min(1).max(200)

export const lawSetsAnswer = z.object({
  items: z.array(
    z.object({
      name: z.string(),
      version: z.int(),
      rows: z.int(),
      /** When this version came into use. */
      since: z.iso.datetime(),
      origin: z.enum(['country', 'decision']),
      /** Proposals that wait for a decision. */
      waiting: z.int(),
      /** What the codes in a row are called, by the path of the member they stand in, as `source.text`. */
      words: z.record(z.string(), z.array(z.object({ code: z.string(), labels: textSchema }))),
    }),
  ),
})
export const lawSetAnswer = z.object({
  name: z.string(),
  version: z.int(),
  data: z.unknown(),
  /** What the rows of its lists look like, as JSON Schema. */
  shapes: z.array(z.object({ list, row: z.record(z.string(), z.unknown()) })),
})

export const lawRowChange = z.strictObject({
  list,
  /** The row that is replaced or taken out; null where one is added. */
  key: key.nullable(),
  /** The row as it is to stand; null where it is taken out. Numbers are integers. */
  row: z.record(z.string(), z.json()).nullable(),
})
export const proposeLawBody = z.strictObject({
  name: z.string().min(1).max(80),
  /** Version the proposal was made from. */
  baseVersion: z.int().min(0).max(2_000_000_000),
  /** The whole set as it is to stand; numbers are integers. Or `rows`, never both. */
  data: z.json().optional(),
  rows: z.array(lawRowChange).min(1).max(200).optional(),
  /** Text, article and publication it rests on. */
  legalBasis: z.string().trim().min(5).max(500),
})
export const proposeLawAnswer = z.object({ lawChangeId: z.uuid() })

export const decideLawBody = z.strictObject({
  approve: z.boolean(),
  /** Why it is rejected; asked for then. */
  reason: z.string().trim().min(5).max(500).optional(),
})
export const decideLawAnswer = z.object({ lawChangeId: z.uuid(), version: z.int().nullable() })

const lawChange = z.object({
  id: z.uuid(),
  name: z.string(),
  baseVersion: z.int(),
  legalBasis: z.string(),
  state: z.enum(['proposed', 'approved', 'rejected']),
  proposedBy: person,
  proposedAt: z.iso.datetime(),
  decidedBy: person.nullable(),
  decidedAt: z.iso.datetime().nullable(),
  reason: z.string().nullable(),
})
export const lawChangesQuery = z.object({ cursor: z.uuid().optional() })
export const lawChangesAnswer = z.object({ items: z.array(lawChange), next: z.uuid().nullable() })
export const lawChangeAnswer = lawChange.extend({
  /** True where another version came into use since: it can only be rejected and proposed anew. */
  stale: z.boolean(),
  difference: z.array(
    z.object({
      list,
      key: z.string(),
      kind: z.enum(['added', 'removed', 'changed']),
      /** The row as it is to stand; as it stood where it is taken out. */
      row: z.record(z.string(), z.unknown()),
      /** Members that differ, as `penalty.fineMax`; of a changed row only. */
      fields: z.array(z.object({ path: z.string(), before: z.unknown(), after: z.unknown() })),
    }),
  ),
})
