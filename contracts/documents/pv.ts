import { z } from 'zod'
import { textSchema } from '#platform/i18n/text.ts'
import { pvContentSchema, strokeSchema } from './content.ts'
import { findingSchema } from './draft.ts'
import { actKinds, findingLevels, formSchema } from './form.ts'

const instant = z.iso.datetime()
export const pvStates = ['finalised', 'sealed', 'abandoned'] as const
export const signingModes = ['paper', 'screen'] as const
export const abandonReasons = ['not-signed', 'no-quality', 'text-wrong', 'entered-in-error', 'other'] as const

const officer = z.object({ id: z.uuid(), nameAr: z.string(), nameLatin: z.string() })
/** A remark that stays with the PV. */
const mark = z.object({
  check: z.string(),
  level: z.enum(findingLevels),
  effect: z.string(),
  articles: z.array(z.string()),
  field: z.string().nullable(),
  /** What it says, to be read. */
  text: textSchema,
})

export const pvAbilities = ['sign', 'signOnScreen', 'abandon', 'copy', 'correct'] as const

export const pvSummarySchema = z.object({
  id: z.uuid(),
  caseId: z.uuid(),
  reference: z.string(),
  year: z.int(),
  number: z.int(),
  act: z.enum(actKinds),
  form: z.string(),
  labels: textSchema,
  state: z.enum(pvStates),
  actAt: instant.nullable(),
  finalisedAt: instant,
  sealedAt: instant.nullable(),
  author: officer,
  unitId: z.uuid(),
  pages: z.int(),
  marks: z.int(),
  corrects: z.uuid().nullable(),
  correctedBy: z.array(z.object({ id: z.uuid(), reference: z.string() })),
})
export type PvSummary = z.output<typeof pvSummarySchema>
export const pvListSchema = z.object({ items: z.array(pvSummarySchema) })

export const signaturesToGetSchema = z.array(
  z.object({
    code: z.string(),
    /** `author`, or the key of the person's statement. */
    key: z.string(),
    name: z.string(),
    labels: textSchema,
    need: z.enum(findingLevels),
    ownHand: z.boolean(),
  }),
)

export const pvSchema = pvSummarySchema.extend({
  draftedAt: instant.nullable(),
  draftedBy: officer,
  formData: formSchema,
  content: pvContentSchema,
  text: z.string(),
  qualityAtAct: z.object({ rank: z.string().nullable(), qualities: z.array(z.string()), suspended: z.boolean() }),
  remarks: z.array(mark),
  signingRemarks: z.array(mark),
  /** Whose signatures are needed, as the text names them. */
  toSign: signaturesToGetSchema,
  signedOn: z.enum(signingModes).nullable(),
  signatures: z.array(
    z.object({
      code: z.string(),
      key: z.string(),
      how: z.enum(['signature', 'fingerprint', 'refused', 'impossible']),
      reason: z.string().nullable(),
      /** On screen: how the signer came to know the text. */
      review: z.object({ how: z.enum(['read', 'read-out']), at: instant }).nullable(),
    }),
  ),
  strikeOuts: z.object({ words: z.int(), insertions: z.int() }).nullable(),
  /** SHA-256 in hexadecimal. */
  sourceHash: z.string(),
  sealedHash: z.string().nullable(),
  sealKey: z.string().nullable(),
  hasScan: z.boolean(),
  abandonedAt: instant.nullable(),
  abandonReason: z.enum(abandonReasons).nullable(),
  copies: z.array(
    z.object({
      id: z.uuid(),
      number: z.int(),
      certified: z.boolean(),
      purpose: z.string().nullable(),
      issuedAt: instant,
      issuedBy: officer,
    }),
  ),
  can: z.record(z.enum(pvAbilities), z.boolean()),
})
export type Pv = z.output<typeof pvSchema>

const line = z.string().max(2000)
/** How whoever signs on the screen came to know the text, and when that was said. */
export const signingReviewSchema = z.strictObject({ how: z.enum(['read', 'read-out']), at: instant })
export type SigningReview = z.output<typeof signingReviewSchema>

export const signPvBody = z.strictObject({
  mode: z.enum(signingModes).default('paper'),
  /** The finished upload of the scan; on paper only. */
  scanUploadId: z.uuid().nullish(),
  /** Sheets counted on the signed paper. */
  pagesCounted: z.int().min(0).max(10_000).nullish(),
  strikeOuts: z
    .strictObject({
      words: z.int().min(0).max(100_000),
      insertions: z.int().min(0).max(100_000),
      /** By the author and by whoever was heard. */
      approved: z.boolean(),
    })
    .default({ words: 0, insertions: 0, approved: false }),
  signatures: z
    .array(
      z.strictObject({
        code: z.string().max(60),
        key: z.string().max(40),
        how: z.enum(['signature', 'fingerprint', 'refused', 'impossible']),
        /** Of a refusal, an impossibility, or why the name is not in the own hand. */
        reason: line.nullish(),
        ownHand: z.boolean().optional(),
        /** On screen: the strokes of the pen. */
        strokes: z.array(strokeSchema).max(500).optional(),
        /** On screen: the name, written in the own hand. */
        nameStrokes: z.array(strokeSchema).max(500).optional(),
        /** On screen: what was confirmed before the pen was given. */
        review: signingReviewSchema.optional(),
      }),
    )
    .max(100),
})
/** What a file of a PV is opened for: each is another line in the list of who looked. */
export const pvFileQuery = z.strictObject({ as: z.enum(['screen', 'print', 'download']).default('screen') })
export const signCheckAnswer = z.object({ findings: z.array(findingSchema), clear: z.boolean() })
export const pvSealedSchema = z.object({
  id: z.uuid(),
  reference: z.string(),
  sealedAt: instant,
  sha256: z.string(),
  /** How many remarks stay with it. */
  marks: z.int(),
})
export const abandonPvBody = z.strictObject({ reason: z.enum(abandonReasons), note: line.nullish() })
export const pvStateSchema = z.object({ id: z.uuid(), state: z.enum(pvStates) })

export const copyPvBody = z.strictObject({
  certified: z.boolean().default(false),
  /** For whom and why; it is printed on the copy. */
  purpose: z.string().trim().min(3).max(500),
})
export const pvCopiedSchema = z.object({ id: z.uuid(), number: z.int(), sha256: z.string() })
