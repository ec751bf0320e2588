import { z } from 'zod'
import { daySchema, factDateSchema } from './fact-date.ts'
import { qualityRulesSchema, rankSchema } from './quality-data.ts'
import { crossCheck } from './country-data-check.ts'

const codeSchema = z.string().regex(/^[a-z0-9]+(?:[.-][a-z0-9]+)*$/, 'use small letters, digits, dots and hyphens')
const arabicSchema = z.string().regex(/\p{Script=Arabic}/u, 'an Arabic name needs Arabic letters')

export const labelsSchema = z.strictObject({ ar: arabicSchema, fr: z.string().min(1), en: z.string().min(1) })
export const confidenceSchema = z.enum(['HIGH', 'MED', 'LOW'])
const provenance = {
  source: codeSchema,
  confidence: confidenceSchema,
  note: z.string().optional(),
}

export const sourceSchema = z.strictObject({
  code: codeSchema,
  title: z.string().min(1),
  reference: z.string().min(1),
  published: daySchema.nullable(),
  confidence: confidenceSchema,
})

export const unitKindSchema = z.strictObject({
  code: codeSchema,
  labels: labelsSchema,
  /** Kinds that may stand directly above; null stands for the top of the tree. */
  parents: z.array(codeSchema.nullable()).min(1),
  /** A kind whose units head an area: the area of a unit is the nearest such unit above it. */
  headsArea: z.boolean(),
  ...provenance,
})

export const placeSchema = z.strictObject({
  commune: z.string().min(1),
  /** Degrees; the middle of the town, never the address of the building. */
  approximate: z.strictObject({ lat: z.number().min(-90).max(90), lon: z.number().min(-180).max(180) }).nullable(),
})

export const unitSchema = z.strictObject({
  code: codeSchema,
  kind: codeSchema,
  names: labelsSchema,
  /** False where no public source names the unit: the name is then a neutral one of ours. */
  nameKnown: z.boolean(),
  area: codeSchema,
  place: placeSchema.nullable(),
  /** Units that may turn out to be this very one; no source says. */
  possiblySame: z.array(codeSchema).optional(),
  ...provenance,
})

const eventBase = { id: codeSchema, unit: codeSchema, on: factDateSchema, ...provenance }
/** How sure the parent is, where that differs from the event itself. */
const parentConfidence = confidenceSchema.optional()

export const organisationEventSchema = z.discriminatedUnion('type', [
  z.strictObject({
    type: z.literal('founded'),
    ...eventBase,
    kind: codeSchema,
    parent: codeSchema.nullable(),
    parentConfidence,
  }),
  z.strictObject({ type: z.literal('upgraded'), ...eventBase, kind: codeSchema }),
  z.strictObject({ type: z.literal('renamed'), ...eventBase, names: labelsSchema }),
  z.strictObject({ type: z.literal('moved'), ...eventBase, parent: codeSchema, parentConfidence }),
  z.strictObject({ type: z.literal('split'), ...eventBase, into: z.array(codeSchema).min(1) }),
  z.strictObject({ type: z.literal('closed'), ...eventBase }),
  z.strictObject({
    type: z.literal('switched_on'),
    ...eventBase,
    system: codeSchema,
    stage: z.enum(['pilot', 'general']),
  }),
])

export const courtKindSchema = z.strictObject({
  code: codeSchema,
  level: z.enum(['first_instance', 'appeal', 'cassation']),
  labels: labelsSchema,
  article: z.string().min(1),
  ...provenance,
})

export const courtSchema = z.strictObject({
  code: codeSchema,
  kind: codeSchema,
  names: labelsSchema,
  place: placeSchema,
  /** The court above; null: to be filled by the deployment. */
  appealsTo: codeSchema.nullable(),
  appealsToConfidence: confidenceSchema.nullable(),
  /** The unit of kind `parquet` at this court. */
  parquet: codeSchema,
  ...provenance,
})

export const unitCourtSchema = z.strictObject({
  unit: codeSchema,
  /** Null: no source says; to be filled by the deployment. */
  firstInstance: codeSchema.nullable(),
  ...provenance,
})

const organisationShape = z.strictObject({
  country: z.string().regex(/^[a-z]{2}$/),
  sources: z.array(sourceSchema).min(1),
  unitKinds: z.array(unitKindSchema).min(1),
  units: z.array(unitSchema).min(1),
  events: z.array(organisationEventSchema).min(1),
  systems: z.array(z.strictObject({ code: codeSchema, labels: labelsSchema, ...provenance })),
  ranks: z.array(rankSchema).min(1),
  /** What an officer is posted as, to choose from; others may be written out. */
  posts: z.array(z.strictObject({ code: codeSchema, labels: labelsSchema, ...provenance })),
  qualityRules: qualityRulesSchema,
  courtKinds: z.array(courtKindSchema).min(1),
  courts: z.array(courtSchema).min(1),
  unitCourts: z.array(unitCourtSchema),
  /** What a reader must know before trusting the data, shown beside them. */
  remarks: z.array(z.strictObject({ code: codeSchema, text: labelsSchema, ...provenance })),
})

/** What the organisation module needs from a country; `migrate` refuses data that do not fit. */
export const organisationDataSchema = organisationShape.superRefine((data, context) => {
  for (const problem of crossCheck(data)) {
    context.addIssue({ code: 'custom', path: problem.path, message: problem.message })
  }
})

export type OrganisationData = z.infer<typeof organisationShape>
export type UnitKind = z.infer<typeof unitKindSchema>
export type Unit = z.infer<typeof unitSchema>
export type Labels = z.infer<typeof labelsSchema>
export type OrganisationEvent = z.infer<typeof organisationEventSchema>
export type Court = z.infer<typeof courtSchema>
export type UnitCourt = z.infer<typeof unitCourtSchema>
export type Source = z.infer<typeof sourceSchema>
