import { z } from 'zod'
import { inquiryFrames, pointPrecisions, caseFactsSchema } from './case-facts.ts'
import { caseSummarySchema } from './case-lists.ts'
import { closeReasons, caseOrigins } from './case-states.ts'
import { offenceChoiceSchema, caseOffenceSchema } from './offences.ts'
import { participantRoles, participantInputSchema, participantSchema } from './participants.ts'
import { sealReasons, sealInputSchema, accessSchema } from './seals.ts'
import { taskSchema } from './tasks.ts'
import { transferSchema } from './transfers.ts'
import { shortText, longText, baseVersion, unitRefSchema, officerRefSchema } from './values.ts'

export const openCaseBody = z.strictObject({
  /** The unit that opens it; the officer's own where it is left out. */
  unitId: z.uuid().optional(),
  origin: z.enum(caseOrigins).default('own-motion'),
  originId: z.uuid().nullish(),
  facts: caseFactsSchema.default({}),
  offences: z.array(offenceChoiceSchema).max(30).default([]),
  participants: z.array(participantInputSchema).max(30).default([]),
  assignTo: z.uuid().nullish(),
  /** Sealed from the start: it takes its number in the sealed series. */
  seal: sealInputSchema.optional(),
})

export const assignCaseBody = z.strictObject({ officerId: z.uuid(), baseVersion: baseVersion.optional() })
export const awaitProsecutorBody = z.strictObject({ prosecutorUnitId: z.uuid(), baseVersion })
export const resumeCaseBody = z.strictObject({ baseVersion })

export const closeCaseBody = z.strictObject({
  reason: z.enum(closeReasons),
  baseVersion,
  note: z.string().max(2000).nullish(),
})

export const reopenCaseBody = z.strictObject({ reason: shortText, baseVersion })
export const addNoteBody = z.strictObject({ text: longText })

/** What the reader may do to the case now: state and permission together, so that the interface derives no rule. */
export const caseAbilities = [
  'changeFacts',
  'changeOffences',
  'changeParticipants',
  'assign',
  'transfer',
  'withdrawTransfer',
  'answerTransfer',
  'awaitProsecutor',
  'resume',
  'close',
  'reopen',
  'changeTasks',
  'addNote',
  'seal',
  'unseal',
  'changeAccess',
  'seeReaders',
  'seeProtected',
  'draftPv',
] as const
export type CaseAbility = (typeof caseAbilities)[number]

/** A case file as its reader may see it. */
export const caseSchema = caseSummarySchema.omit({ people: true }).extend({
  area: z.string(),
  origin: z.enum(caseOrigins),
  originId: z.uuid().nullable(),
  closeReason: z.enum(closeReasons).nullable(),
  closedAt: z.iso.datetime().nullable(),
  inquiry: z.enum(inquiryFrames).nullable(),
  happenedTo: z.iso.datetime().nullable(),
  point: z
    .object({ latitude: z.number(), longitude: z.number(), precision: z.enum(pointPrecisions).nullable() })
    .nullable(),
  how: z.string().nullable(),
  sealReason: z.enum(sealReasons).nullable(),
  prosecutor: unitRefSchema.nullable(),
  version: z.int(),
  earlierNumbers: z.array(z.object({ reference: z.string(), unit: unitRefSchema })),
  offences: z.array(caseOffenceSchema),
  participants: z.array(participantSchema),
  tasks: z.array(taskSchema),
  notes: z.array(
    z.object({
      id: z.uuid(),
      text: z.string(),
      writtenAt: z.iso.datetime(),
      /** Later than `writtenAt` where the line was down. */
      recordedAt: z.iso.datetime(),
      writtenBy: officerRefSchema.nullable(),
    }),
  ),
  transfers: z.array(transferSchema),
  /** Of a sealed case only. */
  access: z.array(accessSchema),
  can: z.record(z.enum(caseAbilities), z.boolean()),
})
export type CaseFile = z.output<typeof caseSchema>

/** What most commands on a case answer. */
export const caseChangedSchema = z.object({ id: z.uuid(), version: z.int() })

export const caseOpenedSchema = z.object({
  id: z.uuid(),
  reference: z.string(),
  year: z.int(),
  number: z.int(),
  sealed: z.boolean(),
  participants: z.array(z.object({ id: z.uuid(), personId: z.uuid().nullable(), role: z.enum(participantRoles) })),
})
