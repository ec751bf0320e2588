import { z } from 'zod'
import {
  carryingKinds,
  exhibitKinds,
  exhibitOrigins,
  exhibitStates,
  measures,
  movementKinds,
  orderAuthorities,
  outsideCapacities,
  sealStates,
} from './lists.ts'

const instant = z.iso.datetime({ offset: true })
const line = z.string().trim().min(1).max(300)
const text = z.string().trim().min(1).max(4000)
/** Of the exhibit: a movement that was made knowing another version answers STALE_EDIT. */
const baseVersion = z.int().positive()
const sealNumber = z.string().trim().min(1).max(60)

/** Who handed over or received: an officer, someone of the case, or someone from outside with name and capacity. */
export const partyInputSchema = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('officer'), officerId: z.uuid() }),
  z.strictObject({ kind: z.literal('participant'), participantId: z.uuid() }),
  z.strictObject({ kind: z.literal('outside'), name: line, capacity: z.enum(outsideCapacities) }),
])
export type PartyInput = z.output<typeof partyInputSchema>

/** The order of an authority. Without one, or under one of another authority, an end is recorded and marked. */
export const orderInputSchema = z.strictObject({
  authority: z.enum(orderAuthorities),
  number: z.string().trim().min(1).max(100),
  date: z.iso.date(),
})
export type OrderInput = z.output<typeof orderInputSchema>

/** What is said of the thing itself; kept encrypted. */
export const exhibitDetailSchema = z.strictObject({
  description: text,
  /** Numbers of its own: of a weapon, a phone (IMEI), an engine. */
  serialNumbers: z.array(z.string().trim().min(1).max(100)).max(20).default([]),
  /** Marks, damage, inscriptions. */
  distinguishing: z.string().trim().max(4000).nullish(),
  /** Where exactly it was found or taken. */
  foundAt: z.string().trim().max(600).nullish(),
})
export type ExhibitDetail = z.output<typeof exhibitDetailSchema>

const amount = z.number().positive().max(1e12)
const exhibitItem = z
  .strictObject({
    kind: z.enum(exhibitKinds),
    detail: exhibitDetailSchema,
    /** Null where it was not measured; some kinds are marked then. */
    quantity: amount.nullish(),
    measure: z.enum(measures).default('piece'),
    /** ISO 4217, where the measure is `currency`. */
    currency: z
      .string()
      .regex(/^[A-Z]{3}$/)
      .nullish(),
    /** The second officer by whom money was counted. */
    countedWith: z.uuid().nullish(),
    ownerParticipantId: z.uuid().nullish(),
    /** Sealed at once: the number of the seal. A second movement, `sealed`, is recorded. */
    sealNumber: sealNumber.nullish(),
  })
  .refine((item) => (item.measure === 'currency') === (typeof item.currency === 'string'), { path: ['currency'] })

/** Things taken at one time from one person: what they have in common is said once. */
export const recordExhibitsBody = z.strictObject({
  caseId: z.uuid(),
  origin: z.enum(exhibitOrigins).default('seized'),
  /** The PV of the seizure; may be named later by POST /exhibits/:id/links. */
  pvId: z.uuid().nullish(),
  takenAt: instant,
  /** Someone of the case from whom it was taken. */
  heldFromParticipantId: z.uuid().nullish(),
  handedBy: partyInputSchema,
  receivedBy: partyInputSchema,
  /** Where it lies now; in the hands of the officer (the unit's place of kind `in-hand`) where it is left out. */
  placeId: z.uuid().nullish(),
  items: z.array(exhibitItem).min(1).max(50),
})
export const exhibitsRecordedSchema = z.object({
  items: z.array(
    z.object({
      id: z.uuid(),
      reference: z.string(),
      year: z.int(),
      number: z.int(),
      version: z.int(),
      /** What its QR code holds: 26 letters and digits, nothing personal. */
      label: z.string(),
      marks: z.int(),
    }),
  ),
})

/** Names what was not known when it was recorded. What stands is not replaced: that is corrected by addition. */
export const linkExhibitBody = z
  .strictObject({
    baseVersion,
    pvId: z.uuid().optional(),
    ownerParticipantId: z.uuid().optional(),
    heldFromParticipantId: z.uuid().optional(),
  })
  .refine((body) => body.pvId ?? body.ownerParticipantId ?? body.heldFromParticipantId, { path: ['pvId'] })

export const exhibitLinkedSchema = z.object({ id: z.uuid(), version: z.int() })

/** What every movement says. */
export const movementBase = {
  baseVersion,
  /** When it was done; now, or when the command was given, where it is left out. */
  occurredAt: instant.nullish(),
  /** For a seal: who set or opened it. */
  handedBy: partyInputSchema,
  /** Another person than the one before. For a seal: before whom. */
  receivedBy: partyInputSchema,
  /** Where it was, as seen; the last known place where it is left out. Another one is recorded and marked. */
  fromPlaceId: z.uuid().nullish(),
  /** The number of the seal as seen at the hand-over; another one than the one set is recorded and marked. */
  sealSeen: sealNumber.nullish(),
  sealBroken: z.boolean().default(false),
  note: z.string().trim().max(4000).nullish(),
}

export const sealExhibitBody = z.strictObject({ ...movementBase, sealNumber })
export const openExhibitBody = z.strictObject({ ...movementBase, why: text })
export const resealExhibitBody = z.strictObject({ ...movementBase, sealNumber })
export const carryExhibitBody = z.strictObject({
  ...movementBase,
  kind: z.enum(carryingKinds),
  /** For `sent-to-laboratory` the unit's place of kind `laboratory` where it is left out; needed otherwise. */
  toPlaceId: z.uuid().nullish(),
  /** Of a thing sent to a laboratory: when it is expected back. */
  expectedBack: instant.nullish(),
})
const ended = { ...movementBase, order: orderInputSchema.nullish() }
/** The place is the unit's own of kind `court-registry` where it is left out. */
export const depositExhibitBody = z.strictObject({ ...ended, toPlaceId: z.uuid().nullish() })
export const returnExhibitBody = z.strictObject(ended)
export const destroyExhibitBody = z.strictObject({ ...ended, how: text })
/** `handedBy` says who found that it is missing, `receivedBy` before whom. */
export const missingExhibitBody = z.strictObject({ ...movementBase, note: text })
export const foundAgainBody = z.strictObject({ ...movementBase, toPlaceId: z.uuid(), note: text })
/** Adds what was said wrongly of a movement, or of the exhibit itself (movement 1). Nothing of it changes. */
export const correctExhibitBody = z.strictObject({
  baseVersion,
  correctsSeq: z.int().positive(),
  text,
  handedBy: partyInputSchema,
  receivedBy: partyInputSchema,
})

export const movementRecordedSchema = z.object({
  id: z.uuid(),
  version: z.int(),
  seq: z.int(),
  kind: z.enum(movementKinds),
  state: z.enum(exhibitStates),
  sealState: z.enum(sealStates),
  placeId: z.uuid(),
  /** How many rules it broke; the exhibit tells which. */
  marks: z.int(),
})

export const addPhotoBody = z.strictObject({
  uploadId: z.uuid(),
  takenAt: instant.nullish(),
  caption: z.string().trim().max(600).nullish(),
})
export const photoAddedSchema = z.object({ id: z.uuid(), sha256: z.string() })

/** A digital file that belongs to the exhibit: it arrives as an original, hashed by the server, and is sealed from then on. */
export const addFileBody = z.strictObject({
  uploadId: z.uuid(),
  /** SHA-256 stated by whoever brings it, in hexadecimal; another one than the server's is refused. */
  statedSha256: z
    .string()
    .regex(/^[0-9a-f]{64}$/)
    .nullish(),
  note: z.string().trim().max(2000).nullish(),
})
export const workingCopyBody = z.strictObject({ purpose: z.string().trim().min(3).max(500) })
export const fileAddedSchema = z.object({ id: z.uuid(), sha256: z.string(), size: z.int() })
/** Why the original itself is opened. */
export const originalQuery = z.strictObject({ reason: z.string().trim().min(10).max(500) })

/** Claims that the chain is unbroken up to now; refused with EXHIBIT_CHAIN_BROKEN where it is not. */
export const certifyChainBody = z.strictObject({ baseVersion, purpose: z.string().trim().min(3).max(500) })
export const chainCertifiedSchema = z.object({
  id: z.uuid(),
  /** Movements it covers. */
  upToSeq: z.int(),
  /** SHA-256 of the chain in canonical JSON, in hexadecimal. */
  digest: z.string(),
  certifiedAt: z.iso.datetime(),
})
