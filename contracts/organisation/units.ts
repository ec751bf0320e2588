import { z } from 'zod'

const text = z.object({ ar: z.string(), fr: z.string(), en: z.string() })

export const unitsQuery = z.object({
  /** The tree as it stood at the end of that day; today where it is left out. */
  on: z.iso.date().optional(),
})
export const unitAnswer = z.object({
  id: z.uuid(),
  code: z.string(),
  kind: z.string(),
  parentId: z.uuid().nullable(),
  area: z.string(),
  names: text,
  /** False where no public source names the unit: the name is then a neutral one. */
  nameKnown: z.boolean(),
  since: z.string(),
  /** False where `since` is only the day by which a source shows the unit. */
  dateKnown: z.boolean(),
  place: z.string().nullable(),
  latitude: z.number().nullable(),
  longitude: z.number().nullable(),
  confidence: z.string(),
  systems: z.array(
    z.object({ system: z.string(), stage: z.enum(['pilot', 'general']), from: z.string(), dateKnown: z.boolean() }),
  ),
  signOnScreen: z.boolean(),
})
export const unitsAnswer = z.object({ date: z.string(), items: z.array(unitAnswer) })

const day = z.iso.date()
const decisionRef = z.string().trim().min(1).max(200)
const newNames = z.strictObject({
  ar: z.string().min(1).max(200),
  fr: z.string().min(1).max(200),
  en: z.string().min(1).max(200),
})

export const foundUnitBody = z.strictObject({
  code: z.string().min(1).max(80).optional(),
  kind: z.string().min(1).max(80),
  names: newNames,
  parentId: z.uuid(),
  on: day,
  decisionRef,
  place: z.string().trim().max(120).nullable().optional(),
})
export const foundUnitAnswer = z.object({ unitId: z.uuid(), code: z.string() })

export const changeUnitBody = z.strictObject({
  baseVersion: z.int().min(1).max(2_000_000_000),
  on: day,
  decisionRef,
  change: z.discriminatedUnion('type', [
    z.strictObject({ type: z.literal('upgraded'), kind: z.string().min(1).max(80) }),
    z.strictObject({ type: z.literal('renamed'), names: newNames }),
    z.strictObject({ type: z.literal('moved'), parentId: z.uuid() }),
    z.strictObject({ type: z.literal('closed') }),
    z.strictObject({
      type: z.literal('switched_on'),
      system: z.string().min(1).max(80),
      stage: z.enum(['pilot', 'general']),
    }),
  ]),
})
export const unitSettingBody = z.strictObject({
  baseVersion: z.int().min(1).max(2_000_000_000),
  setting: z.enum(['sign_on_screen']),
  value: z.boolean(),
})
export const unitChangedAnswer = z.object({ unitId: z.uuid(), version: z.int() })

const unitRef = z.object({ id: z.uuid(), code: z.string(), kind: z.string(), names: text })
export const unitDetailAnswer = z.object({
  id: z.uuid(),
  code: z.string(),
  kind: z.string(),
  parentId: z.uuid().nullable(),
  area: z.string(),
  names: text,
  nameKnown: z.boolean(),
  place: z.string().nullable(),
  foundedOn: z.string().nullable(),
  closedOn: z.string().nullable(),
  source: z.string(),
  confidence: z.string(),
  note: z.string().nullable(),
  signOnScreen: z.boolean(),
  version: z.int(),
  officers: z.int(),
  /** From the unit itself (depth 0) upwards. */
  chain: z.array(unitRef.extend({ depth: z.int() })),
  below: z.array(unitRef),
  /** `by` is the code of the unit whose switch it is: this one or one above. */
  systems: z.array(
    z.object({
      system: z.string(),
      stage: z.enum(['pilot', 'general']),
      from: z.string(),
      dateKnown: z.boolean(),
      by: z.string(),
    }),
  ),
  history: z.array(
    z.object({
      id: z.uuid(),
      type: z.string(),
      /** To the precision known: 2024, 2024-05 or 2024-05-16; null where not known. */
      on: z.string().nullable(),
      precision: z.enum(['day', 'month', 'year', 'unknown']),
      data: z.record(z.string(), z.unknown()),
      source: z.string(),
      confidence: z.string(),
    }),
  ),
})
