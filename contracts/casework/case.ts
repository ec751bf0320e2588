import { z } from 'zod'
import { personInputSchema, personSchema, personSummarySchema, readPersonQuery } from '../registry/person.ts'

export const caseStates = ['open', 'waiting-prosecutor', 'closed', 'reopened'] as const
export type CaseState = (typeof caseStates)[number]
export const closeReasons = [
  'referred',
  'prosecutor-decision',
  'complaint-withdrawn',
  'joined',
  'unfounded',
  'other',
] as const
export const caseOrigins = ['register', 'visit', 'post', 'call', 'own-motion', 'other'] as const
export const inquiryFrames = ['flagrant', 'preliminary', 'rogatory'] as const
export const sealReasons = ['minor', 'officer-party', 'secrecy'] as const
export type SealReason = (typeof sealReasons)[number]
export const offenceClasses = ['crime', 'delit_correctionnel', 'delit_de_police', 'contravention'] as const
export const datePrecisions = ['minute', 'hour', 'day', 'month', 'year', 'unknown'] as const
export const participantRoles = [
  'complainant',
  'victim',
  'witness',
  'suspect',
  'person-in-custody',
  'convicted',
  'minor-guardian',
  'declarant',
  'other',
] as const
export type ParticipantRole = (typeof participantRoles)[number]
export const standings = ['fact', 'assessment'] as const
export const participantEndReasons = ['entered-in-error', 'new-role', 'withdrawn', 'other'] as const
export const queues = ['mine', 'unit', 'overdue', 'waiting', 'incoming'] as const
/** How exactly a point is known: the spot itself, the street, the district, the town. */
export const pointPrecisions = ['spot', 'street', 'district', 'town'] as const
export type PointPrecision = (typeof pointPrecisions)[number]
export type Queue = (typeof queues)[number]

const instant = z.iso.datetime({ offset: true })
const shortText = z.string().min(1).max(300)
const longText = z.string().min(1).max(20_000)
export const baseVersion = z.int().positive()

/** A point on the map, and how exactly it is known. */
export const pointSchema = z.strictObject({
  latitude: z.number().min(-90).max(90),
  longitude: z.number().min(-180).max(180),
  precision: z.enum(pointPrecisions).default('street'),
})

/** When, where and how. What is left out stays as it is; null says that it is not known. */
export const caseFactsSchema = z.strictObject({
  happenedFrom: instant.nullish(),
  happenedTo: instant.nullish(),
  happenedPrecision: z.enum(datePrecisions).optional(),
  place: z.string().max(600).nullish(),
  point: pointSchema.nullish(),
  how: z.string().max(20_000).nullish(),
  inquiry: z.enum(inquiryFrames).nullish(),
})
export type CaseFactsInput = z.output<typeof caseFactsSchema>

export const offenceChoiceSchema = z.strictObject({
  code: z.string().min(1).max(100),
  main: z.boolean().default(false),
})

export const participantInputSchema = z.strictObject({
  /** Someone the registry knows already, or a new person; exactly one of the two. */
  personId: z.uuid().optional(),
  person: personInputSchema.optional(),
  role: z.enum(participantRoles),
  standing: z.enum(standings),
  /** For a minor's guardian: the link of the minor. */
  guards: z.uuid().nullish(),
  since: instant.nullish(),
  /** A protected witness: everything given with it is protected and the file knows an alias only. */
  protected: z.boolean().default(false),
})
export type ParticipantInput = z.output<typeof participantInputSchema>

export const sealInputSchema = z.strictObject({
  reason: z.enum(sealReasons),
  /** Officers for whom the case goes on existing; who seals is always one of them. */
  officers: z.array(z.uuid()).max(50).default([]),
  /** Officers who are parties: never let in, not even in an emergency. */
  barred: z.array(z.uuid()).max(50).default([]),
})

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

export const changeFactsBody = z.strictObject({ baseVersion, facts: caseFactsSchema })
export const changeOffencesBody = z.strictObject({ baseVersion, offences: z.array(offenceChoiceSchema).max(30) })
export const endParticipantBody = z.strictObject({ reason: z.enum(participantEndReasons), baseVersion })
export const changeParticipantBody = z.strictObject({
  baseVersion,
  role: z.enum(participantRoles),
  standing: z.enum(standings),
})
/** Takes back that a role ended. */
export const resumeParticipantBody = z.strictObject({ baseVersion })
export const assignCaseBody = z.strictObject({ officerId: z.uuid(), baseVersion: baseVersion.optional() })
export const transferCaseBody = z.strictObject({ toUnitId: z.uuid(), reason: shortText })
export const answerTransferBody = z.strictObject({
  answer: z.enum(['accepted', 'refused']),
  note: z.string().max(300).nullish(),
})
export const awaitProsecutorBody = z.strictObject({ prosecutorUnitId: z.uuid(), baseVersion })
export const resumeCaseBody = z.strictObject({ baseVersion })
export const closeCaseBody = z.strictObject({
  reason: z.enum(closeReasons),
  baseVersion,
  note: z.string().max(2000).nullish(),
})
export const reopenCaseBody = z.strictObject({ reason: shortText, baseVersion })
export const sealCaseBody = z.strictObject({ ...sealInputSchema.shape, baseVersion })
export const unsealCaseBody = z.strictObject({ reason: shortText, baseVersion })
export const changeAccessBody = z.strictObject({
  add: z.array(z.uuid()).max(50).default([]),
  remove: z.array(z.uuid()).max(50).default([]),
  bar: z.array(z.uuid()).max(50).default([]),
})
export const emergencyAccessBody = z
  .strictObject({
    caseId: z.uuid().optional(),
    unitId: z.uuid().optional(),
    reference: z.string().min(1).max(40).optional(),
    reason: z.string().min(10).max(500),
  })
  .refine((body) => body.caseId !== undefined || (body.unitId !== undefined && body.reference !== undefined), {
    path: ['caseId'],
  })
export const addTaskBody = z.strictObject({
  title: shortText,
  dueAt: instant.nullish(),
  assignedTo: z.uuid().nullish(),
})
export const changeTaskBody = z.strictObject({
  baseVersion,
  title: shortText.optional(),
  dueAt: instant.nullish(),
  assignedTo: z.uuid().nullish(),
})
export const finishTaskBody = z.strictObject({ baseVersion, outcome: z.string().max(2000).nullish() })
export const reopenTaskBody = z.strictObject({ baseVersion })
export const addNoteBody = z.strictObject({ text: longText })

export const unitRefSchema = z.object({ id: z.uuid(), code: z.string(), nameAr: z.string(), nameFr: z.string() })
export const officerRefSchema = z.object({
  id: z.uuid(),
  nameAr: z.string(),
  nameLatin: z.string(),
  rank: z.string().nullable(),
})
const offenceRef = z.object({ code: z.string(), labelAr: z.string(), labelFr: z.string() })

/** A case in one line of a queue. */
export const caseSummarySchema = z.object({
  id: z.uuid(),
  reference: z.string(),
  year: z.int(),
  number: z.int(),
  sealed: z.boolean(),
  unit: unitRefSchema,
  state: z.enum(caseStates),
  offenceClass: z.enum(offenceClasses).nullable(),
  mainOffence: offenceRef.nullable(),
  /** Up to three people, complainants and victims first. A protected one appears under the alias. */
  people: z.array(
    z.object({ role: z.enum(participantRoles), nameAr: z.string().nullable(), nameLatin: z.string().nullable() }),
  ),
  place: z.string().nullable(),
  happenedFrom: z.iso.datetime().nullable(),
  happenedPrecision: z.enum(datePrecisions),
  assignedTo: officerRefSchema.nullable(),
  openedAt: z.iso.datetime(),
  nextDueAt: z.iso.datetime().nullable(),
  overdue: z.boolean(),
  waitingSince: z.iso.datetime().nullable(),
  transferTo: unitRefSchema.nullable(),
})
export type CaseSummary = z.output<typeof caseSummarySchema>

export const listCasesQuery = z.strictObject({
  queue: z.enum(queues).default('unit'),
  unit: z.uuid().optional(),
  cursor: z.string().max(200).optional(),
  limit: z.coerce.number().int().min(1).max(100).default(50),
})
export const caseListSchema = z.object({ items: z.array(caseSummarySchema), next: z.string().nullable() })
export const queueCountsSchema = z.object({
  mine: z.int(),
  unit: z.int(),
  overdue: z.int(),
  waiting: z.int(),
  incoming: z.int(),
})

export const participantSchema = z.object({
  id: z.uuid(),
  role: z.enum(participantRoles),
  standing: z.enum(standings),
  guards: z.uuid().nullable(),
  protected: z.boolean(),
  alias: z.string().nullable(),
  since: z.iso.datetime(),
  until: z.iso.datetime().nullable(),
  endReason: z.enum(participantEndReasons).nullable(),
  version: z.int(),
  /** Null for a protected person: the file knows the alias only. */
  person: personSummarySchema.nullable(),
})

export const caseOffenceSchema = z.object({
  id: z.uuid(),
  code: z.string(),
  labelAr: z.string(),
  labelFr: z.string(),
  law: z.string(),
  article: z.string(),
  offenceClass: z.enum(offenceClasses),
  wordingFrom: z.iso.date(),
  inForce: z.boolean(),
  main: z.boolean(),
  flags: z.record(z.string(), z.boolean()),
})

export const taskSchema = z.object({
  id: z.uuid(),
  caseId: z.uuid(),
  title: z.string(),
  dueAt: z.iso.datetime().nullable(),
  overdue: z.boolean(),
  assignedTo: officerRefSchema.nullable(),
  state: z.enum(['open', 'done']),
  outcome: z.string().nullable(),
  createdAt: z.iso.datetime(),
  doneAt: z.iso.datetime().nullable(),
  version: z.int(),
})

/** One's own open tasks over all cases, what is due first on top. */
export const myTasksSchema = z.object({
  items: z.array(taskSchema.omit({ assignedTo: true }).extend({ reference: z.string() })),
})

export const transferSchema = z.object({
  id: z.uuid(),
  from: unitRefSchema,
  to: unitRefSchema,
  reason: z.string(),
  state: z.enum(['asked', 'accepted', 'refused', 'withdrawn']),
  askedAt: z.iso.datetime(),
  answeredAt: z.iso.datetime().nullable(),
  answer: z.string().nullable(),
})

export const accessSchema = z.object({
  officer: officerRefSchema,
  kind: z.enum(['listed', 'emergency', 'barred']),
  reason: z.string().nullable(),
  since: z.iso.datetime(),
  until: z.iso.datetime().nullable(),
})

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

export const historyQuery = z.strictObject({ cursor: z.string().max(200).optional() })
export const historySchema = z.object({
  items: z.array(
    z.object({
      id: z.uuid(),
      at: z.iso.datetime(),
      recordedAt: z.iso.datetime(),
      type: z.string(),
      sentence: z.string(),
      officer: officerRefSchema.nullable(),
      unit: unitRefSchema.nullable(),
    }),
  ),
  next: z.string().nullable(),
})

/**
 * What kind of look it was: the file read, a PV read on the screen, opened for printing, taken as a file, read before a
 * signature, or given out as a copy; an emergency; this list. `opened` is a PV of which nobody said what for.
 */
export const lookKinds = [
  'read',
  'screen',
  'print',
  'download',
  'signing',
  'copy',
  'certified-copy',
  'opened',
  'emergency',
  'list',
] as const
export type LookKind = (typeof lookKinds)[number]

export const readersSchema = z.object({
  items: z.array(
    z.object({
      id: z.uuid(),
      at: z.iso.datetime(),
      type: z.string(),
      look: z.enum(lookKinds),
      sentence: z.string(),
      officer: officerRefSchema.nullable(),
      unit: unitRefSchema.nullable(),
      purpose: z.object({ kind: z.string(), id: z.uuid().nullable(), reason: z.string().nullable() }).nullable(),
    }),
  ),
  next: z.string().nullable(),
})
export type CaseReaders = z.output<typeof readersSchema>

export const caseSearchQuery = z.strictObject({
  q: z.string().min(2).max(100),
  reason: z.string().min(3).max(300).optional(),
})
export const caseSearchAnswer = z.object({
  /** How the search was understood. */
  kind: z.enum(['number', 'document', 'name']),
  cases: z.array(caseSummarySchema),
  /** Persons with the cases the reader may see; null where a purpose or a reason is needed first. */
  persons: z
    .array(personSummarySchema.extend({ matched: z.enum(['name', 'document']), caseIds: z.array(z.uuid()) }))
    .nullable(),
  purposeNeeded: z.boolean(),
})

export const offenceQuery = z.strictObject({
  q: z.string().max(100).default(''),
  /** Day of the facts; today where it is left out. */
  on: z.iso.date().optional(),
  category: z.string().max(40).optional(),
})
export const offenceListSchema = z.object({
  items: z.array(
    z.object({
      code: z.string(),
      labelAr: z.string(),
      labelFr: z.string(),
      law: z.string(),
      article: z.string(),
      offenceClass: z.enum(offenceClasses),
      category: z.string(),
      penalty: z.string(),
    }),
  ),
})

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

export const protectedPersonsSchema = z.object({
  items: z.array(z.object({ participantId: z.uuid(), alias: z.string(), person: personSchema })),
})

/** Why one looks behind an alias; always asked, whatever work is in hand. */
export const protectedQuery = readPersonQuery

/** Under which aliases a person is protected, and where. */
export const aliasesOfPersonSchema = z.object({
  items: z.array(
    z.object({
      participantId: z.uuid(),
      alias: z.string(),
      role: z.enum(participantRoles),
      until: z.iso.datetime().nullable(),
      case: caseSummarySchema,
    }),
  ),
})

/** The cases of a person that the reader may see, each with the roles the person has or had in it. */
export const casesOfPersonSchema = z.object({
  items: z.array(
    z.object({
      case: caseSummarySchema,
      roles: z.array(
        z.object({
          role: z.enum(participantRoles),
          standing: z.enum(standings),
          since: z.iso.datetime(),
          until: z.iso.datetime().nullable(),
        }),
      ),
    }),
  ),
})
