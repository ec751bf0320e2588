import { z } from 'zod'

export const nameKinds = ['civil', 'birth', 'married', 'alias'] as const
export const scripts = ['ar', 'latin'] as const
export const documentKinds = ['national-id', 'passport', 'residence-card', 'driving-licence', 'other'] as const
export const factKinds = [
  'birth',
  'sex',
  'father',
  'mother',
  'nationality',
  'occupation',
  'civil-status',
  'address',
  'contact',
  'language',
] as const
export type FactKind = (typeof factKinds)[number]
export const sexes = ['female', 'male', 'unknown'] as const
export const civilStatuses = ['single', 'married', 'divorced', 'widowed'] as const
export const factSources = ['document', 'statement', 'other'] as const

const line = z.string().min(1).max(300)
const countryCode = z.string().regex(/^[A-Z]{2}$/, 'ISO 3166-1 alpha-2')
/** A date as far as it is known: `1987`, `1987-05` or `1987-05-03`. */
export const partialDateSchema = z
  .string()
  .regex(/^\d{4}(?:-(?:0[1-9]|1[0-2])(?:-(?:0[1-9]|[12]\d|3[01]))?)?$/)
  .refine((date) => date.length < 10 || !Number.isNaN(Date.parse(date)), 'no such day')

export const nameInputSchema = z.strictObject({
  kind: z.enum(nameKinds).default('civil'),
  script: z.enum(scripts),
  given: z.string().max(200),
  family: z.string().max(200),
})

export const documentInputSchema = z.strictObject({
  kind: z.enum(documentKinds),
  number: z.string().min(1).max(60),
  country: countryCode,
  validUntil: z.iso.date().nullish(),
})

const parentNames = z.strictObject({ ar: line.nullish(), latin: line.nullish() })

/** One fact, in the form of its kind. */
export const factInputSchema = z.discriminatedUnion('kind', [
  z.strictObject({
    kind: z.literal('birth'),
    date: partialDateSchema.nullish(),
    /** The date was stated, not read from a document, or is one of the 1 January kind. */
    approximate: z.boolean().default(false),
    place: line.nullish(),
    country: countryCode.nullish(),
  }),
  z.strictObject({ kind: z.literal('sex'), value: z.enum(sexes) }),
  z.strictObject({ kind: z.literal('father'), ...parentNames.shape }),
  z.strictObject({ kind: z.literal('mother'), ...parentNames.shape }),
  z.strictObject({ kind: z.literal('nationality'), country: countryCode }),
  z.strictObject({ kind: z.literal('occupation'), text: line }),
  z.strictObject({ kind: z.literal('civil-status'), value: z.enum(civilStatuses) }),
  z.strictObject({
    kind: z.literal('address'),
    text: z.string().min(1).max(600),
    commune: line.nullish(),
    /** Asked to be kept from the file: seen by special permission only, never prefilled. */
    hidden: z.boolean().default(false),
  }),
  z.strictObject({
    kind: z.literal('contact'),
    type: z.enum(['phone', 'email', 'other']),
    value: line,
    hidden: z.boolean().default(false),
  }),
  z.strictObject({ kind: z.literal('language'), text: line }),
])
export type FactInput = z.output<typeof factInputSchema>

/** Where a set of facts comes from. */
export const provenanceInputSchema = z.strictObject({
  source: z.enum(factSources),
  sourceNote: z.string().max(300).nullish(),
})

/** Everything known of someone at one moment. All of it may be missing: an unknown person is a person. */
export const personInputSchema = z.strictObject({
  names: z.array(nameInputSchema).max(12).default([]),
  documents: z.array(documentInputSchema).max(8).default([]),
  facts: z.array(factInputSchema).max(30).default([]),
  ...provenanceInputSchema.shape,
})
export type PersonInput = z.output<typeof personInputSchema>

const officerNameSchema = z.object({ id: z.uuid(), nameAr: z.string(), nameLatin: z.string() })

const provenance = {
  id: z.uuid(),
  source: z.enum(factSources),
  sourceNote: z.string().nullable(),
  caseId: z.uuid().nullable(),
  protected: z.boolean(),
  recordedAt: z.iso.datetime(),
  recordedBy: officerNameSchema.nullable(),
  /** Since when another fact stands in its place, who put it there and why; null while it holds. */
  endedAt: z.iso.datetime().nullable(),
  endedBy: officerNameSchema.nullable(),
  endReason: z.string().nullable(),
}

export const personNameSchema = z.object({
  kind: z.enum(nameKinds),
  script: z.enum(scripts),
  given: z.string(),
  family: z.string(),
  ...provenance,
})
export const personDocumentSchema = z.object({
  kind: z.enum(documentKinds),
  number: z.string(),
  country: z.string(),
  validUntil: z.iso.date().nullable(),
  ...provenance,
})
export const personFactSchema = z.object({
  kind: z.enum(factKinds),
  /** In the form of its kind, without the kind (`factInputSchema`). */
  value: z.record(z.string(), z.union([z.string(), z.boolean(), z.null()])),
  ...provenance,
})

/** A person with every fact the reader may see, each with its source and case. */
export const personSchema = z.object({
  id: z.uuid(),
  names: z.array(personNameSchema),
  documents: z.array(personDocumentSchema),
  facts: z.array(personFactSchema),
})
export type Person = z.output<typeof personSchema>

/** A person in one line. Null where nothing is known or may be seen. */
export const personSummarySchema = z.object({
  id: z.uuid(),
  nameAr: z.string().nullable(),
  nameLatin: z.string().nullable(),
  birthDate: z.string().nullable(),
  sex: z.enum(sexes).nullable(),
  documents: z.array(z.object({ kind: z.enum(documentKinds), number: z.string(), country: z.string() })),
})
export type PersonSummary = z.output<typeof personSummarySchema>

export const recordFactsBody = z.strictObject({
  ...personInputSchema.shape,
  /** The case it was learned in. */
  caseId: z.uuid().nullish(),
  /** Facts that this corrects or ends; they stay, and say why they hold no more. */
  ends: z.array(z.uuid()).max(40).default([]),
  /** Why; needed where a fact is ended. */
  endReason: z.string().trim().min(1).max(300).optional(),
})

export const readPersonQuery = z.strictObject({
  /** Why one looks, where no work in hand explains it. */
  reason: z.string().min(3).max(300).optional(),
})

export const personSearchQuery = z.strictObject({
  q: z.string().min(2).max(100),
  /** Why one looks, where no work in hand explains it. */
  reason: z.string().min(3).max(300).optional(),
  cursor: z.string().max(4000).optional(),
})
export const personSearchAnswer = z.object({
  items: z.array(personSummarySchema.extend({ matched: z.enum(['name', 'document']) })),
  next: z.string().nullable(),
})
