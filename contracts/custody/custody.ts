import { z } from 'zod'
import { participantInputSchema } from '../casework/participants.ts'
import { instant } from '../intake/time.ts'
import { alarmKinds } from './alarm.ts'
import { entryInputSchema, entrySchema, paperSchema } from './entry.ts'
import { endKinds, riskLevels } from './entry-said.ts'
import { ageSchema, bookSchema, findingSchema, inquirySchema, measureSchema, regimeNameSchema } from './measure.ts'

/** The person as stated at placement: frozen with the register line. */
export const heldPersonSchema = z.object({
  nameAr: z.string(),
  nameLatin: z.string().nullable(),
  sex: z.enum(['female', 'male']).nullable(),
  birth: z.string().nullable(),
  nationality: z.string().nullable(),
  document: z.string().nullable(),
  parents: z.string().nullable(),
  address: z.string().nullable(),
})
export type HeldPerson = z.output<typeof heldPersonSchema>

/** The one intake: who is held, why, since when, where; and what was told to whom at once. */
export const openCustodyBody = z
  .strictObject({
    caseId: z.uuid(),
    /** Someone of the case, or a new person for it; exactly one of the two. */
    participantId: z.uuid().optional(),
    participant: participantInputSchema.optional(),
    measure: measureSchema,
    inquiry: inquirySchema,
    age: ageSchema,
    /** Codes of the country's closed list. */
    grounds: z.array(z.string().min(1).max(80)).max(10).default([]),
    arrestedAt: instant,
    arrestedBy: z.uuid().nullish(),
    arrestPlace: z.string().trim().min(1).max(300),
    outsideDistrict: z.boolean().default(false),
    placedAt: instant,
    placeId: z.uuid(),
    cellId: z.uuid().nullish(),
    risk: z.enum(riskLevels).default('standard'),
    /** Competent prosecutors; the first is the one who is told. */
    prosecutors: z.array(z.uuid()).max(5).default([]),
    paper: paperSchema.nullish(),
    /** What was done at once: rights, notices, property, body search. Each with its own hour. */
    entries: z.array(entryInputSchema).max(40).default([]),
  })
  .refine((body) => (body.participantId === undefined) !== (body.participant === undefined), {
    path: ['participantId'],
  })
export type OpenCustodyInput = z.output<typeof openCustodyBody>

export const recordEntriesBody = z.strictObject({ entries: z.array(entryInputSchema).min(1).max(40) })

/** Signing the line of the register at the end: the one thing that quality and suspension can bar. */
export const signCustodyBody = z.strictObject({
  person: z.enum(['signed', 'fingerprint', 'refused', 'unable']),
  reason: z.string().trim().min(1).max(300).nullish(),
})

export const clockSchema = z.object({
  regime: regimeNameSchema.nullable(),
  baseHours: z.number().nullable(),
  extensionHours: z.number(),
  deadlineProven: instant.nullable(),
  deadlineClaimed: instant.nullable(),
  deadlineMax: instant.nullable(),
  realHours: z.number(),
  legalHours: z.number(),
  overdue: z.boolean(),
  lawyerFrom: instant.nullable(),
  findings: z.array(findingSchema),
  /** The articles behind what is shown, from the country's data. */
  sources: z.array(z.object({ what: z.string(), source: z.string(), confidence: z.enum(['high', 'medium', 'low']) })),
})
export type ClockView = z.output<typeof clockSchema>

export const whereSchema = z.object({
  /** in-cell; out: taken out for something; unplaced: no cell given yet; ended. */
  state: z.enum(['in-cell', 'out', 'unplaced', 'ended']),
  cellId: z.uuid().nullable(),
  cell: z.string().nullable(),
  outFor: z.string().nullable(),
  since: instant,
})

export const custodySummarySchema = z.object({
  id: z.uuid(),
  /** Null where the case is sealed to this reader: the person is fed and watched, the case is not there. */
  caseId: z.uuid().nullable(),
  caseReference: z.string().nullable(),
  book: bookSchema,
  year: z.int(),
  number: z.int(),
  reference: z.string(),
  measure: measureSchema,
  age: ageSchema,
  /** Null with the case. */
  name: z.object({ ar: z.string(), latin: z.string().nullable() }).nullable(),
  sex: z.enum(['female', 'male']).nullable(),
  unitId: z.uuid(),
  placeId: z.uuid(),
  arrestedAt: instant,
  placedAt: instant,
  endedAt: instant.nullable(),
  endKind: z.enum(endKinds).nullable(),
  where: whereSchema,
  risk: z.enum(riskLevels),
  /** When someone must look in next; null once ended. */
  welfareDueAt: instant.nullable(),
  clock: clockSchema,
  alarms: z.array(
    z.object({
      id: z.uuid(),
      what: z.enum(alarmKinds),
      hoursBefore: z.number(),
      dueAt: instant,
      raisedAt: instant.nullable(),
      acknowledged: z.array(z.object({ officer: z.string(), capacity: z.string(), at: instant })),
      /** True where it waits for this reader's name. */
      mine: z.boolean(),
    }),
  ),
  marks: z.int(),
  signed: z.boolean(),
  version: z.int(),
})
export type CustodySummary = z.output<typeof custodySummarySchema>

export const custodySchema = custodySummarySchema.extend({
  person: heldPersonSchema.nullable(),
  participantId: z.uuid().nullable(),
  inquiry: inquirySchema,
  grounds: z.array(z.object({ code: z.string(), ar: z.string(), fr: z.string() })),
  arrestPlace: z.string().nullable(),
  outsideDistrict: z.boolean(),
  prosecutors: z.array(z.object({ unitId: z.uuid(), nameAr: z.string(), nameFr: z.string() })),
  placeName: z.object({ ar: z.string(), fr: z.string() }),
  officer: z.object({ id: z.uuid(), nameAr: z.string(), nameLatin: z.string() }),
  entries: z.array(entrySchema),
  /** What the law still asks for and nobody has taken down yet: codes of entry kinds. */
  missing: z.array(z.string()),
  abilities: z.object({ record: z.boolean(), sign: z.boolean(), acknowledge: z.boolean() }),
})
export type Custody = z.output<typeof custodySchema>

export const openedCustodySchema = z.object({
  id: z.uuid(),
  reference: z.string(),
  book: bookSchema,
  number: z.int(),
  entries: z.int(),
})

/** Differs once anything changed of the people held whom the reader may see; says nothing of them. */
export const pulseSchema = z.object({ pulse: z.string() })
