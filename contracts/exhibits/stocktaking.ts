import { z } from 'zod'
import { officerRefSchema } from '../casework/values.ts'
import { exhibitSummarySchema } from './exhibit.ts'
import { differenceKinds } from './lists.ts'
import { placeRefSchema } from './place.ts'

/** Opens a place for counting. One count at a time. */
export const openStocktakingBody = z.strictObject({ placeId: z.uuid() })
export const stocktakingOpenedSchema = z.object({ id: z.uuid(), expected: z.int() })

export const addScansBody = z.strictObject({
  scans: z
    .array(
      z.strictObject({
        /** What the camera read. */
        text: z.string().min(1).max(300),
        at: z.iso.datetime({ offset: true }).nullish(),
        /** The seal as seen, where it was looked at. */
        sealSeen: z.string().trim().min(1).max(60).nullish(),
      }),
    )
    .min(1)
    .max(200),
})
/** What each scan was, in the order given, so that whoever counts hears at once. */
export const scansAddedSchema = z.object({
  items: z.array(
    z.object({
      scanId: z.uuid(),
      /** `sealed`: of a sealed file that whoever counts may not see. Nothing more is said of it. */
      result: z.enum(['expected', 'again', 'surplus', 'unknown', 'sealed', 'seal-differs']),
      exhibitId: z.uuid().nullable(),
      reference: z.string().nullable(),
    }),
  ),
  scanned: z.int(),
  expected: z.int(),
})

/** How the count stands without the scan that was taken back. */
export const scanTakenBackSchema = z.object({ id: z.uuid(), scanned: z.int(), expected: z.int() })

export const closeStocktakingBody = z.strictObject({
  /** The second person: an officer who counted along. */
  withOfficerId: z.uuid(),
  note: z.string().trim().max(2000).nullish(),
  /** Makes a task in the case of each exhibit that is missing. */
  tasks: z.boolean().default(true),
})
const difference = z.object({
  kind: z.enum(differenceKinds),
  /** Null for an unknown label or one of a sealed file, and for an exhibit that the reader may not see. */
  exhibit: exhibitSummarySchema.nullable(),
  /** What was scanned; null for what is missing. */
  text: z.string().nullable(),
  /** Of a surplus: where it is recorded to be. */
  recordedIn: placeRefSchema.nullable(),
  sealSeen: z.string().nullable(),
  /** Of an open count: the last scan that says so, to be taken back; null for what is missing. */
  scanId: z.uuid().nullable(),
})
export const stocktakingClosedSchema = z.object({ id: z.uuid(), differences: z.int() })

const stocktakingLine = z.object({
  id: z.uuid(),
  place: placeRefSchema,
  openedAt: z.iso.datetime(),
  openedBy: officerRefSchema.nullable(),
  closedAt: z.iso.datetime().nullable(),
  closedBy: officerRefSchema.nullable(),
  closedWith: officerRefSchema.nullable(),
  expected: z.int(),
  scanned: z.int(),
  /** Of an open count: as it would be if it were closed now. */
  differences: z.int(),
})
export const listStocktakingsQuery = z.strictObject({
  unit: z.uuid().optional(),
  place: z.uuid().optional(),
  open: z.enum(['true', 'false']).optional(),
})
export const stocktakingListSchema = z.object({ items: z.array(stocktakingLine) })
export const stocktakingSchema = stocktakingLine.extend({
  note: z.string().nullable(),
  /** What is there as recorded. */
  present: z.array(exhibitSummarySchema),
  differenceList: z.array(difference),
  /** Scans that were taken back: what was read, and who took it back. */
  takenBack: z.array(
    z.object({
      scanId: z.uuid(),
      text: z.string(),
      /** Of an exhibit that the reader may see. */
      reference: z.string().nullable(),
      scannedAt: z.iso.datetime(),
      takenBackAt: z.iso.datetime(),
      takenBackBy: officerRefSchema.nullable(),
    }),
  ),
  can: z.object({ scan: z.boolean(), close: z.boolean() }),
})
export type Stocktaking = z.output<typeof stocktakingSchema>
