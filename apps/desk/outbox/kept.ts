import { z } from 'zod'

/**
 * What may be given while the server does not answer. Nothing that finalises, extends or refers is on this list: a
 * placement is a fact with its hour, whose number the server gives; that a prosecutor extended a custody is another.
 */
export const keptTypes = [
  'register.record',
  'register.add',
  'case.add-note',
  'task.add',
  'task.finish',
  'task.reopen',
  'custody.open',
  'custody.record',
  'exhibit.record',
  'exhibit.carry',
  'exhibit.scan',
] as const
export type KeptType = (typeof keptTypes)[number]

const refusalSchema = z.object({ code: z.string(), message: z.string(), correlationId: z.string() })
export type Refusal = z.output<typeof refusalSchema>

/** A command on this computer: the envelope that the server gets, and how it stands. */
export const keptSchema = z.object({
  /** UUIDv7; under this key it is carried out at most once, however often it is sent. */
  id: z.uuid(),
  type: z.enum(keptTypes),
  version: z.literal(1),
  /** When it was given, by the clock of this computer. */
  occurredAt: z.iso.datetime(),
  /** By how many milliseconds the server's clock was ahead of this computer's; null where that was not known. */
  ahead: z.number().nullable(),
  /** Its place in the order of this officer at this computer. */
  place: z.int(),
  payload: z.json(),
  /** Why the server said no; it stays until it is mended or thrown away. */
  refusal: refusalSchema.nullable(),
})
export type Kept = z.output<typeof keptSchema>
