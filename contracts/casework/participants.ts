import { z } from 'zod'
import { personInputSchema, personSchema, personSummarySchema, readPersonQuery } from '../registry/person.ts'
import { instant, baseVersion } from './values.ts'

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
export const endParticipantBody = z.strictObject({ reason: z.enum(participantEndReasons), baseVersion })

export const changeParticipantBody = z.strictObject({
  baseVersion,
  role: z.enum(participantRoles),
  standing: z.enum(standings),
})

/** Takes back that a role ended. */
export const resumeParticipantBody = z.strictObject({ baseVersion })

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

export const protectedPersonsSchema = z.object({
  items: z.array(z.object({ participantId: z.uuid(), alias: z.string(), person: personSchema })),
})

/** Why one looks behind an alias; always asked, whatever work is in hand. */
export const protectedQuery = readPersonQuery
