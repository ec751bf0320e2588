import type { JsonObject } from '#platform/commands/types.ts'

/** A job's work. It is repeated after a failure, so that it must bear being run twice. */
export type JobHandler = (payload: JsonObject) => Promise<void>
