import { z } from 'zod'

const instant = z.iso.datetime({ offset: true })

export const grantRoleBody = z.strictObject({
  roleCode: z.string().min(1).max(60),
  unitId: z.uuid(),
  reason: z.enum(['posting', 'acting']).optional(),
  from: instant.optional(),
  to: instant.nullable().optional(),
})
export const grantRoleAnswer = z.object({ grantId: z.uuid() })

export const qualityBody = z.strictObject({
  /** `held` gives a quality; `suspended` records a measure against it. */
  kind: z.enum(['held', 'suspended']),
  code: z.string().min(1).max(80),
  decisionRef: z.string().trim().min(1).max(200),
  from: instant,
  to: instant.nullable().optional(),
})
export const qualityAnswer = z.object({ qualityId: z.uuid() })

const text = z.object({ ar: z.string(), fr: z.string(), en: z.string() })
const state = z.enum(['active', 'suspended', 'left'])
const period = { from: z.iso.datetime(), to: z.iso.datetime().nullable() }
const decisionRef = z.string().trim().min(1).max(200)

export const officersQuery = z.object({
  unitId: z.uuid().optional(),
  /** `true`: also the units below. */
  below: z.enum(['true', 'false']).optional(),
  /** Part of a name in either script, or of a service number. */
  text: z.string().trim().max(120).optional(),
  state: state.optional(),
  cursor: z.uuid().optional(),
})
const officerRow = z.object({
  id: z.uuid(),
  serviceNumber: z.string(),
  nameAr: z.string(),
  nameLatin: z.string(),
  rankCode: z.string().nullable(),
  sex: z.enum(['female', 'male']),
  post: z.string(),
  state,
})
export const officersAnswer = z.object({
  items: z.array(officerRow.extend({ unitId: z.uuid(), unitNames: text })),
  next: z.uuid().nullable(),
})

export const officerAnswer = officerRow.extend({
  version: z.int(),
  unit: z.object({ id: z.uuid(), code: z.string(), names: text }),
  qualityNow: z.object({ quality: z.string().nullable(), suspended: z.boolean(), reason: z.string() }),
  postings: z.array(
    z.object({
      id: z.uuid(),
      unitId: z.uuid(),
      unitNames: text,
      post: z.string(),
      rankCode: z.string().nullable(),
      ...period,
    }),
  ),
  roles: z.array(
    z.object({
      id: z.uuid(),
      roleCode: z.string(),
      unitId: z.uuid(),
      unitNames: text,
      reason: z.enum(['posting', 'acting', 'set-up']),
      ...period,
    }),
  ),
  qualities: z.array(
    z.object({
      id: z.uuid(),
      kind: z.enum(['held', 'suspended']),
      code: z.string(),
      decisionRef: z.string(),
      ...period,
    }),
  ),
  absences: z.array(
    z.object({
      id: z.uuid(),
      kind: z.enum(['leave', 'sick', 'mission', 'training', 'suspension']),
      decisionRef: z.string().nullable(),
      actingGrantId: z.uuid().nullable(),
      /** Who stands in. */
      acting: z.object({ id: z.uuid(), nameAr: z.string(), nameLatin: z.string() }).nullable(),
      ...period,
    }),
  ),
})

export const postOfficerBody = z.strictObject({
  baseVersion: z.int().min(1).max(2_000_000_000),
  unitId: z.uuid(),
  post: z.string().trim().min(1).max(60),
  rankCode: z.string().nullable(),
  from: instant.optional(),
  /** Roles at the new unit; those of the posting before end. */
  roles: z.array(z.string().min(1).max(60)).max(20),
})
export const postOfficerAnswer = z.object({ postingId: z.uuid(), version: z.int() })

export const decisionBody = z.strictObject({ decisionRef })
export const officerChangedAnswer = z.object({ officerId: z.uuid(), version: z.int() })

export const absenceBody = z.strictObject({
  kind: z.enum(['leave', 'sick', 'mission', 'training']),
  from: instant,
  to: instant.nullable(),
  /** Who stands in, and with which role at the unit of the absent officer. */
  acting: z.strictObject({ officerId: z.uuid(), roleCode: z.string().min(1).max(60) }).nullable(),
})
export const absenceAnswer = z.object({ absenceId: z.uuid(), grantId: z.uuid().nullable() })
export const absenceEndedAnswer = z.object({ absenceId: z.uuid() })

export const qualityQuery = z.object({ at: instant.optional() })
export const qualityAtAnswer = z.object({
  officerId: z.uuid(),
  rankCode: z.string().nullable(),
  unitId: z.uuid().nullable(),
  quality: z.string().nullable(),
  decisionRef: z.string().nullable(),
  suspended: z.boolean(),
  instant: z.iso.datetime(),
  held: z.array(
    z.object({
      quality: z.string(),
      rule: z.string(),
      articles: z.array(z.string()),
      decision: z.string().optional(),
    }),
  ),
  reason: z.looseObject({ code: z.string() }),
  remarks: z.array(z.looseObject({ code: z.string() })),
})
