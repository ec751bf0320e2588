import { z } from 'zod'

/** A fictional officer of a training installation, with all that opens a session. */
export const trainingSignIn = z.object({
  serviceNumber: z.string(),
  nameAr: z.string(),
  nameLatin: z.string(),
  role: z.string(),
  /** Names of the unit. */
  unitAr: z.string(),
  unitFr: z.string(),
  password: z.string(),
  pin: z.string(),
  /** Codes of the authenticator, the present one first; each works once. */
  codes: z.array(z.string()),
})
export const trainingSignIns = z.object({ items: z.array(trainingSignIn) })
export type TrainingSignIn = z.output<typeof trainingSignIn>
