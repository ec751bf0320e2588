import { z } from 'zod'

const text = z.object({ ar: z.string(), fr: z.string(), en: z.string() })
const labelled = z.object({ code: z.string(), labels: text })

export const referenceAnswer = z.object({
  unitKinds: z.array(labelled.extend({ parents: z.array(z.string().nullable()), headsArea: z.boolean() })),
  systems: z.array(labelled),
  ranks: z.array(labelled.extend({ position: z.int(), corps: z.string() })),
  /** What an officer is posted as; a post that is not on the list is shown as it was written. */
  posts: z.array(labelled),
  roles: z.array(labelled),
  qualities: z.array(labelled.extend({ abbreviation: z.string() })),
  measures: z.array(labelled.extend({ effect: z.enum(['none', 'suspends', 'ends']) })),
  sources: z.array(
    z.object({
      code: z.string(),
      title: z.string(),
      reference: z.string(),
      published: z.string().nullable(),
      confidence: z.string(),
    }),
  ),
})
