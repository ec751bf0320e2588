import { z } from 'zod'
import { personSummarySchema } from '../registry/person.ts'
import { datePrecisions } from './case-facts.ts'
import { caseStates } from './case-states.ts'
import { offenceClasses, offenceRef } from './offences.ts'
import { participantRoles, standings } from './participants.ts'
import { unitRefSchema, officerRefSchema } from './values.ts'

export const queues = ['mine', 'unit', 'overdue', 'waiting', 'incoming'] as const
export type Queue = (typeof queues)[number]

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
