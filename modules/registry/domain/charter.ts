import { z } from 'zod'

const text = z.strictObject({ ar: z.string().min(1), fr: z.string().min(1) })
const texts = z.array(text).min(1)

/** What a country says of a register before it may open (safeguard G1). Everything is stated; nothing is left to be guessed. */
export const charterSchema = z.strictObject({
  register: z.string().regex(/^[a-z]+(?:-[a-z]+)*$/),
  version: z.string().min(1),
  inForceFrom: z.iso.date(),
  controller: text,
  legalBasis: z
    .array(z.strictObject({ law: z.string().min(1), article: z.string().min(1), note: z.string().min(1).nullable() }))
    .min(1),
  purposes: texts,
  personCategories: texts,
  dataCategories: texts,
  origin: texts,
  recipients: texts,
  retention: z.strictObject({ rule: text, basis: z.string().min(1).nullable() }),
  security: texts,
  /** Reference of the authorisation or opinion; null where none is known, and the reason then says so. */
  authorisation: z.strictObject({ reference: z.string().min(1).nullable(), note: text }),
  /** What the charter rests on and how sure that is. */
  source: z.string().min(1),
  confidence: z.enum(['high', 'medium', 'low']),
})
export type Charter = z.infer<typeof charterSchema>

/** The registers that open without a charter, in a sentence each; none where all is well (G1). */
export function findUnchartered(registers: readonly string[], charters: readonly Charter[]): string[] {
  return registers
    .filter((register) => !charters.some((charter) => charter.register === register))
    .map((register) => `the register ${register} has no charter: add one to the country’s charters`)
}
