import { z } from 'zod'

/** `open` while a real installation has no administrator. */
export const setUpAnswer = z.object({ state: z.enum(['open', 'closed']) })

/** The first administrator, with the code that the terminal showed. The second factor follows in the session it opens. */
export const setUpBody = z.strictObject({
  code: z.string().trim().min(1).max(40),
  serviceNumber: z
    .string()
    .trim()
    .regex(/^[A-Za-z0-9][A-Za-z0-9.-]{1,31}$/),
  nameAr: z
    .string()
    .trim()
    .max(120)
    .regex(/\p{Script=Arabic}/u),
  nameLatin: z.string().trim().min(1).max(120),
  sex: z.enum(['female', 'male']),
  password: z.string().min(1).max(256),
})
export const setUpDone = z.object({ endsAt: z.iso.datetime() })
