import { z } from 'zod'
import { officerRefSchema, unitRefSchema } from '../casework/values.ts'
import { placeKinds, storeKinds } from './lists.ts'

/** A place as others name it. */
export const placeRefSchema = z.object({
  id: z.uuid(),
  unitId: z.uuid(),
  kind: z.enum(placeKinds),
  code: z.string(),
  labelAr: z.string(),
  labelFr: z.string(),
})
export type PlaceRef = z.output<typeof placeRefSchema>

/** A room stands in nothing, a shelf in a room, a box on a shelf or in a room. */
export const foundPlaceBody = z.strictObject({
  /** The officer's own unit where it is left out. */
  unitId: z.uuid().optional(),
  kind: z.enum(storeKinds),
  /** Short, unique within the unit, e.g. A-3. */
  code: z
    .string()
    .trim()
    .regex(/^[\p{L}\p{N}][\p{L}\p{N}./-]{0,19}$/u),
  labelAr: z.string().trim().min(1).max(120),
  labelFr: z.string().trim().min(1).max(120),
  parentId: z.uuid().nullish(),
  /** How much fits, in words. */
  capacity: z.string().trim().max(300).nullish(),
})
export const closePlaceBody = z.strictObject({ baseVersion: z.int().positive() })
export const placeChangedSchema = z.object({ id: z.uuid(), version: z.int(), label: z.string() })

export const placeSchema = placeRefSchema.extend({
  unit: unitRefSchema,
  parentId: z.uuid().nullable(),
  capacity: z.string().nullable(),
  /** What its QR code holds. */
  label: z.string(),
  /** Exhibits that lie in it itself and that the reader may see. */
  exhibits: z.int(),
  closedAt: z.iso.datetime().nullable(),
  lastCountedAt: z.iso.datetime().nullable(),
  version: z.int(),
  can: z.object({ close: z.boolean(), count: z.boolean(), foundWithin: z.boolean() }),
})
export type Place = z.output<typeof placeSchema>

export const listPlacesQuery = z.strictObject({
  unit: z.uuid().optional(),
  closed: z.enum(['true', 'false']).default('false'),
})
/** Rooms, shelves and boxes first, each before what stands in it. */
export const placeListSchema = z.object({ items: z.array(placeSchema), can: z.object({ found: z.boolean() }) })

/** The own unit where none is named. */
export const listDeparturesQuery = z.strictObject({ unit: z.uuid().optional() })
/** What went from a unit's stores to another unit, the last first: its number, and nothing of its case. */
export const departureListSchema = z.object({
  items: z.array(
    z.object({
      /** Of the movement. */
      id: z.uuid(),
      reference: z.string(),
      from: placeRefSchema,
      toUnit: unitRefSchema,
      /** Null where it was nobody of the service. */
      receivedBy: officerRefSchema.nullable(),
      occurredAt: z.iso.datetime(),
    }),
  ),
})
