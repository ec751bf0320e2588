import { z } from 'zod'

export const instant = z.iso.datetime({ offset: true })
export const shortText = z.string().min(1).max(300)
export const longText = z.string().min(1).max(20_000)
/** The version an edit is based on. */
export const baseVersion = z.int().positive()
export const unitRefSchema = z.object({ id: z.uuid(), code: z.string(), nameAr: z.string(), nameFr: z.string() })

export const officerRefSchema = z.object({
  id: z.uuid(),
  nameAr: z.string(),
  nameLatin: z.string(),
  rank: z.string().nullable(),
})
