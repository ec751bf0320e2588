import type { SubjectRef, Tx } from '#platform/commands/types.ts'

/** A record whose time has begun. */
export interface StartedRecord {
  readonly id: string
  /** The event from which its time runs. */
  readonly startsAt: Date
  readonly unitId: string | null
  readonly area: string | null
}

export interface StartedQuery {
  /** The event from which the rule counts, one of the handler's `starts`. */
  readonly from: string
  /** Only records whose time began at or before this. */
  readonly startedBefore: Date
  readonly limit: number
  /** Only these, where given: asked again just before they are destroyed. */
  readonly among?: readonly string[]
}

/** What a destroyed record leaves behind. */
export interface Destruction {
  /** Everything that was encrypted for the record: itself, its files, its parts. Their keys are shredded. */
  readonly shred: readonly SubjectRef[]
  /** Removes what lies outside the database, once the destruction is committed. Must bear being run twice or never. */
  readonly afterCommit?: () => Promise<void>
}

/**
 * How a module lets its records end. It runs in the transaction of the retention command; `destroy` and `findStarted` also
 * run as the worker's role, whose policies the module's migrations write.
 */
export interface RetentionHandler {
  readonly recordType: string
  /** Events from which the time of a record may run, e.g. `case.closed`. */
  readonly starts: readonly string[]
  /**
   * Records of which nothing is open any more, the longest ended first. What is on hold (an appeal, a lawful order to keep
   * it, a link to a case that lives) must not be answered.
   */
  findStarted(tx: Tx, query: StartedQuery): Promise<readonly StartedRecord[]>
  /**
   * Takes out what must not be found again: plain columns are emptied, rows without further use deleted. Must bear records
   * that are gone already: after a restored backup the same certificate is applied again. From then on the module answers
   * NOT_FOUND for the record: nothing can be taken down about it any more, since its key is gone.
   */
  destroy(tx: Tx, ids: readonly string[]): Promise<Destruction>
}
