import type { Kysely } from 'kysely'
import type { z } from 'zod'
import type { Ids } from '#platform/ids.ts'
import type { Text } from '#platform/i18n/text.ts'

/** Who stands behind a request, before anything is known of that person's rights. */
export type Caller =
  | { readonly kind: 'session'; readonly tokenHash: Uint8Array }
  /** Someone at the door: signing in, nobody yet. */
  | { readonly kind: 'door' }
  /** The first start of an installation, until the first role is granted. */
  | { readonly kind: 'set-up' }
  /** A background job; only where the worker's database role is used. */
  | { readonly kind: 'job'; readonly job: string }

/** Who acts in a transaction. */
export interface Actor {
  /** Null at the door, at set-up and for jobs. */
  readonly officerId: string | null
  readonly sessionId: string | null
  readonly unitId: string | null
  readonly area: string | null
  readonly steppedUpAt: Date | null
  /** Where a screen on the wall asks: the one place that it shows. Null for everyone who sits at a desk. */
  readonly wallPlaceId: string | null
}

/** How far the permission of this transaction reaches. The same reach stands in every row-level policy. */
export interface Reach {
  readonly all: boolean
  readonly own: boolean
  readonly units: ReadonlySet<string>
  /** True where the permission holds for a record of that unit (the officer's own records aside). */
  covers(unitId: string): boolean
}

export interface SubjectRef {
  readonly type: string
  readonly id: string
}

/** The work in hand that explains a look-up; `reason` where there is none and it was asked for. */
export interface Purpose {
  readonly kind: 'case' | 'register' | 'call' | 'custody' | 'request' | 'duty' | 'reason'
  readonly id?: string | undefined
}

export type JsonScalar = string | number | boolean | null
export type Json = JsonScalar | readonly Json[] | { readonly [name: string]: Json | undefined }
export type JsonObject = { readonly [name: string]: Json | undefined }

/** What goes into the log. The first subject is the main one: the detail is encrypted under its key. */
export interface AuditEntry {
  readonly type: string
  readonly subjects: readonly SubjectRef[]
  /** Unit and area of the record concerned; the actor's where it is left out. */
  readonly unitId?: string
  readonly area?: string
  /** When it happened, where that differs from now. */
  readonly occurredAt?: Date
  readonly purpose?: Purpose | undefined
  /** States, codes, counts: nothing personal. Integers only. */
  readonly codes?: JsonObject
  /** Personal detail; ends with the key of the main subject. Integers only. */
  readonly detail?: JsonObject
}

/** What a use case works with. Everything happens in one transaction. */
export interface Tx {
  /** Tables of the calling module (and, in read models, of the modules it joins). */
  tables<T>(): Kysely<T>
  readonly actor: Actor
  readonly reach: Reach
  readonly permission: string
  readonly now: Date
  /** When what is recorded was done: earlier than `now` where it comes from afar, after a cut. */
  readonly occurredAt: Date
  readonly ids: Ids
  /** The next number of a gapless series. Take it last: it locks the series until the commit. */
  nextNumber(series: string, unitId: string, year: number): Promise<number>
  /** Hands a job to the worker; it exists if, and only if, this transaction commits. */
  enqueue(task: string, payload: JsonObject, options?: { runAt?: Date; key?: string }): Promise<void>
  /** Encrypts under the record's own key (made when missing), so that retention can shred it. NOT_FOUND once it has. */
  encryptFor(subject: SubjectRef, plain: Uint8Array): Promise<{ keyId: string; sealed: Buffer }>
  /** Undefined where the key has been shredded. */
  decrypt(keyId: string, sealed: Uint8Array): Promise<Buffer | undefined>
  /** The key itself, for bytes kept outside the database. NOT_FOUND where it has been shredded. */
  keyBytes(keyId: string): Promise<Buffer>
}

/** What a command brings that was given while the server could not be reached. */
export interface FromAfar {
  /** When the officer gave it. */
  readonly occurredAt?: Date | undefined
  /** Who gave it: at a shared desk another may be signed in by now. */
  readonly officerId?: string | undefined
}

/** A use case that changes something. One command, one transaction, one audit event. */
export interface Command<I extends z.ZodType = z.ZodType, R = unknown> {
  /** As `case.open`. */
  readonly type: string
  /** The permission it runs under; `self.…` holds for every signed-in officer, `door` and `set-up` for nobody yet. */
  readonly permission: string
  /** Zod schema of the input; unknown members are refused. */
  readonly input: I
  /** True where a proof of identity not older than five minutes is asked for. */
  readonly stepUp?: boolean
  /** True where it may be given while the server is out of reach and carried out later, with both times. */
  readonly fromAfar?: boolean
  readonly execute: (tx: Tx, input: z.output<I>) => Promise<{ readonly result: R; readonly event: AuditEntry }>
}

/**
 * A read model, or work on what is still a draft (schema `draft`, no event). `recorded` ones put a look-up into the log in
 * the same transaction, or do not answer.
 */
export interface Query<I extends z.ZodType = z.ZodType, R = unknown> {
  readonly type: string
  readonly permission: string
  readonly input: I
  readonly recorded: boolean
  readonly execute: (tx: Tx, input: z.output<I>) => Promise<{ readonly result: R; readonly access?: AuditEntry }>
}

/**
 * How a module vouches for one kind of work in hand. The reader names it (`case:<id>`), and a look-up it explains is answered
 * only where the reader may see that work, under the permission that shows it.
 */
export interface PurposeCheck {
  readonly permission: string
  /** True where the work exists for the officer of this transaction. */
  readonly sees: (tx: Tx, id: string) => Promise<boolean>
}
export type PurposeTable = Readonly<Partial<Record<Purpose['kind'], PurposeCheck>>>

/** Keeps the types of input and result of a use case. */
export function defineCommand<I extends z.ZodType, R>(command: Command<I, R>): Command<I, R> {
  return command
}

export function defineQuery<I extends z.ZodType, R>(query: Query<I, R>): Query<I, R> {
  return query
}

/** What an event means: its sentence for people, with places filled from codes and detail. */
export interface EventType {
  readonly sentence: Text
}
export type EventTable = Readonly<Record<string, EventType>>
