import { z } from 'zod'
import { textSchema } from '#platform/i18n/text.ts'
import { participantRoles } from '../casework/participants.ts'
import { originSchema, personStatementSchema, pvContentSchema } from './content.ts'
import { actKinds, confidences, findingLevels, formSchema } from './form.ts'

/** Name of the window that writes, made by the client once for each. */
const writer = z.string().regex(/^[A-Za-z0-9-]{1,60}$/)
const seq = z.int().min(0).max(2_000_000_000)

export const newDraftBody = z
  .strictObject({
    /** UUIDv7 made by the client; the same id again answers the same draft. */
    id: z.uuidv7(),
    caseId: z.uuid(),
    form: z.string().max(80),
    actAt: z.iso.datetime({ offset: true }).nullish(),
    /** The sealed PV to add to. */
    corrects: z.uuid().nullish(),
    /** A PV whose text is taken up again, e.g. one that was never signed. */
    from: z.uuid().nullish(),
  })
  .refine((body) => !(body.corrects && body.from), { path: ['from'] })

export const saveDraftBody = z.strictObject({ writer, seq, baseSeq: seq, content: pvContentSchema })
export const saveDraftAnswer = z.object({
  /** kept-aside: another window has the pen; the text is kept as a copy. older: something newer is stored already. */
  outcome: z.enum(['saved', 'older', 'kept-aside']),
  seq: z.int(),
  savedAt: z.iso.datetime(),
  heldUntil: z.iso.datetime().nullable(),
  copyId: z.uuid().nullable(),
})

export const takePenBody = z.strictObject({
  writer,
  /** Takes it even from a window that still has it: the same officer sits elsewhere now. */
  force: z.boolean().default(false),
})

export const findingSchema = z.object({
  check: z.string(),
  level: z.enum(findingLevels),
  effect: z.enum(['nullity', 'mere-information', 'form', 'none']),
  law: z.string(),
  articles: z.array(z.string()),
  field: z.string().nullable(),
  /** A fact that broke a rule: it stays with the PV as a mark and hinders nothing. */
  fact: z.boolean(),
  text: textSchema,
})
export const findingsSchema = z.object({
  findings: z.array(findingSchema),
  /** False where something hinders the closing or the signature. */
  clear: z.boolean(),
})

const draftLine = z.object({
  id: z.uuid(),
  caseId: z.uuid(),
  caseReference: z.string().nullable(),
  form: z.string(),
  act: z.enum(actKinds).nullable(),
  labels: textSchema.nullable(),
  corrects: z.uuid().nullable(),
  createdAt: z.iso.datetime(),
  savedAt: z.iso.datetime(),
  discardedAt: z.iso.datetime().nullable(),
  /** Texts kept aside. */
  copies: z.int(),
})
export const draftListQuery = z.strictObject({ discarded: z.enum(['true', 'false']).default('false') })
export const draftListSchema = z.object({ items: z.array(draftLine) })

export const draftSchema = draftLine.extend({
  seq: z.int(),
  writer: z.string().nullable(),
  heldUntil: z.iso.datetime().nullable(),
  content: pvContentSchema,
  /** The form in force on the day of the act; null where there is none. */
  formData: formSchema.extend({ confidence: z.enum(confidences) }).nullable(),
  copyList: z.array(z.object({ id: z.uuid(), writer: z.string(), keptAt: z.iso.datetime() })),
  /** Who stands in the file, as a statement to be put into a field. */
  people: z.array(
    z.object({
      role: z.enum(participantRoles),
      statement: personStatementSchema,
      origins: z.record(z.string(), originSchema),
    }),
  ),
})

export const penSchema = z.object({
  seq: z.int(),
  writer: z.string(),
  heldUntil: z.iso.datetime(),
  content: pvContentSchema,
})
export const draftStateSchema = z.object({ id: z.uuid(), discardedAt: z.iso.datetime().nullable() })
export const draftCopySchema = z.object({ id: z.uuid(), keptAt: z.iso.datetime(), content: pvContentSchema })

export const supervisorsQuery = z.strictObject({
  /** The hour of the act as it stands on the screen; that of the saved text where it is left out. */
  actAt: z.iso.datetime({ offset: true }).optional(),
})
/** Who may sign as supervisor what its writer has not the quality to sign. */
export const supervisorsSchema = z.object({
  /** True where the writer lacks the quality on the day of the act, or has been suspended. */
  needed: z.boolean(),
  items: z.array(
    z.object({
      id: z.uuid(),
      nameAr: z.string(),
      nameLatin: z.string(),
      rank: textSchema.nullable(),
      quality: textSchema,
    }),
  ),
})

export const finaliseBody = z.strictObject({
  /** The save that is closed; a later one refuses. */
  seq,
  /** The officer under whose supervision it was drawn up, and who signs. */
  supervisorId: z.uuid().nullish(),
})
export const finalisedSchema = z.object({
  id: z.uuid(),
  reference: z.string(),
  year: z.int(),
  number: z.int(),
  pages: z.int(),
  /** How many remarks stay with it. */
  marks: z.int(),
})
