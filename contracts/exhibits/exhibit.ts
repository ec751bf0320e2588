import { z } from 'zod'
import { localeSchema, textSchema } from '#platform/i18n/text.ts'
import { participantRoles } from '../casework/participants.ts'
import { officerRefSchema, unitRefSchema } from '../casework/values.ts'
import { pvStates } from '../documents/pv.ts'
import {
  exhibitAbilities,
  exhibitKinds,
  exhibitOrigins,
  exhibitStates,
  fileRoles,
  markCodes,
  measures,
  movementKinds,
  orderAuthorities,
  outsideCapacities,
  sealStates,
} from './lists.ts'
import { placeRefSchema } from './place.ts'

const instant = z.iso.datetime()

/** A rule that was broken, with what the country's law says of it. */
export const markSchema = z.object({
  code: z.enum(markCodes),
  text: textSchema,
  articles: z.array(z.string()),
  /** True where no certificate of an unbroken chain can be given with it. */
  breaksChain: z.boolean(),
})

/** A person of a movement, as it was named then. */
export const partySchema = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('officer'), officer: officerRefSchema }),
  z.object({
    kind: z.literal('participant'),
    participantId: z.uuid(),
    role: z.enum(participantRoles),
    /** Null once retention has destroyed it. A protected person goes by the alias. */
    name: z.string().nullable(),
    /** The same in Latin letters, where both were known then. */
    nameLatin: z.string().nullable(),
  }),
  z.object({ kind: z.literal('outside'), name: z.string().nullable(), capacity: z.enum(outsideCapacities) }),
])
export type Party = z.output<typeof partySchema>

export const movementSchema = z.object({
  seq: z.int(),
  kind: z.enum(movementKinds),
  occurredAt: instant,
  /** When the server had it: later than `occurredAt` where the line was down or it was added afterwards. */
  recordedAt: instant,
  recordedBy: officerRefSchema.nullable(),
  /** Who took it down was one of the two, or a witness of both. */
  recorderWas: z.enum(['hander', 'receiver', 'witness']),
  from: placeRefSchema.nullable(),
  to: placeRefSchema,
  handedBy: partySchema,
  receivedBy: partySchema,
  /** Set by this movement. */
  sealNumber: z.string().nullable(),
  sealSeen: z.string().nullable(),
  order: z
    .object({ authority: z.enum(orderAuthorities), number: z.string().nullable(), date: z.iso.date() })
    .nullable(),
  expectedBack: instant.nullable(),
  note: z.string().nullable(),
  correctsSeq: z.int().nullable(),
  /** Movements that add to this one. */
  correctedBy: z.array(z.int()),
  marks: z.array(markSchema),
  /** The movement as a sentence. */
  sentence: textSchema,
})
export type Movement = z.output<typeof movementSchema>

/** An exhibit in one line. */
export const exhibitSummarySchema = z.object({
  id: z.uuid(),
  reference: z.string(),
  year: z.int(),
  number: z.int(),
  caseId: z.uuid(),
  caseReference: z.string(),
  unit: unitRefSchema,
  origin: z.enum(exhibitOrigins),
  kind: z.enum(exhibitKinds),
  /** Null once retention has destroyed it. */
  description: z.string().nullable(),
  quantity: z.number().nullable(),
  measure: z.enum(measures),
  currency: z.string().nullable(),
  state: z.enum(exhibitStates),
  sealState: z.enum(sealStates),
  sealNumber: z.string().nullable(),
  place: placeRefSchema,
  takenAt: instant,
  /** When it is expected back from a laboratory. */
  expectedBack: instant.nullable(),
  overdue: z.boolean(),
  /** How many rules were broken over its chain. */
  marks: z.int(),
  photos: z.int(),
  files: z.int(),
  version: z.int(),
})
export type ExhibitSummary = z.output<typeof exhibitSummarySchema>

export const exhibitsOfCaseSchema = z.object({
  items: z.array(exhibitSummarySchema),
  /** ISO 4217 code of the country's money, proposed where money is counted. */
  currency: z.string(),
  /** The reader may record more in this case. */
  can: z.object({ record: z.boolean() }),
})

export const listExhibitsQuery = z.strictObject({
  /** Reference, seal number, label (a scan), or words of the description; all words given, each whole. */
  q: z.string().trim().min(1).max(200).optional(),
  unit: z.uuid().optional(),
  /** The place itself and all that stands in it. */
  place: z.uuid().optional(),
  state: z.enum(exhibitStates).optional(),
  kind: z.enum(exhibitKinds).optional(),
  /** Only what should be back from the laboratory. */
  overdue: z.enum(['true', 'false']).default('false'),
  /** Only those with a broken rule. */
  marked: z.enum(['true', 'false']).default('false'),
  cursor: z.string().max(200).optional(),
  limit: z.coerce.number().int().min(1).max(100).default(50),
})
export const exhibitListSchema = z.object({ items: z.array(exhibitSummarySchema), next: z.string().nullable() })

const photoSchema = z.object({
  id: z.uuid(),
  takenAt: instant,
  addedAt: instant,
  addedBy: officerRefSchema.nullable(),
  sha256: z.string(),
  mediaType: z.string(),
  caption: z.string().nullable(),
})

export const digitalFileSchema = z.object({
  id: z.uuid(),
  role: z.enum(fileRoles),
  name: z.string().nullable(),
  mediaType: z.string(),
  size: z.int(),
  /** Taken by the server on arrival. */
  sha256: z.string(),
  /** Of a working copy: its original, and what it was made for. */
  copyOf: z.uuid().nullable(),
  purpose: z.string().nullable(),
  note: z.string().nullable(),
  addedAt: instant,
  addedBy: officerRefSchema.nullable(),
  /** The last time its bytes were compared with the hash, and whether they agreed; null before the first. */
  checkedAt: instant.nullable(),
  intact: z.boolean().nullable(),
})

/** Someone of the case that the exhibit names. */
const namedParticipant = z.object({
  participantId: z.uuid(),
  role: z.enum(participantRoles),
  name: z.string().nullable(),
  nameLatin: z.string().nullable(),
})

/** What the country's law asks of this exhibit and is not there yet. */
export const duePointSchema = z.object({ code: z.enum(markCodes), text: textSchema, articles: z.array(z.string()) })

export const exhibitSchema = exhibitSummarySchema.extend({
  area: z.string(),
  /** What its QR code holds. */
  label: z.string(),
  serialNumbers: z.array(z.string()),
  distinguishing: z.string().nullable(),
  foundAt: z.string().nullable(),
  countedWith: officerRefSchema.nullable(),
  pv: z.object({ id: z.uuid(), reference: z.string(), state: z.enum(pvStates) }).nullable(),
  owner: namedParticipant.nullable(),
  heldFrom: namedParticipant.nullable(),
  recordedAt: instant,
  recordedBy: officerRefSchema.nullable(),
  qualityAtAct: z.object({ rank: z.string().nullable(), qualities: z.array(z.string()), suspended: z.boolean() }),
  /** The whole chain, the first movement first. */
  movements: z.array(movementSchema),
  /** True where no mark breaks the chain. */
  unbroken: z.boolean(),
  due: z.array(duePointSchema),
  photoList: z.array(photoSchema),
  fileList: z.array(digitalFileSchema),
  certificates: z.array(
    z.object({
      id: z.uuid(),
      upToSeq: z.int(),
      digest: z.string(),
      certifiedAt: instant,
      certifiedBy: officerRefSchema.nullable(),
      purpose: z.string().nullable(),
    }),
  ),
  can: z.record(z.enum(exhibitAbilities), z.boolean()),
})
export type Exhibit = z.output<typeof exhibitSchema>

/** What a scanned label belongs to. A label of something the reader may not see answers NOT_FOUND. */
export const scannedSchema = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('exhibit'), exhibit: exhibitSummarySchema }),
  z.object({ kind: z.literal('place'), place: placeRefSchema }),
])
/** The text of the code as scanned, or the label as typed; letters of either case, spaces and dashes are left out. */
export const labelParams = z.strictObject({ label: z.string().min(1).max(80) })

const idList = z.string().regex(/^[0-9a-f-]{36}(?:,[0-9a-f-]{36}){0,59}$/)
/** Ids with commas between them; labels are printed in the order given, those of places first. */
export const labelSheetQuery = z.strictObject({
  exhibits: idList.optional(),
  places: idList.optional(),
  lang: localeSchema.optional(),
})
