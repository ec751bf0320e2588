import { z } from 'zod'
import { pointSchema } from '#contracts/casework/case-facts.ts'
import { contactSchema } from '#contracts/intake/register.ts'

/** What of a line is personal; encrypted under the line's own key. */
export const lineContentSchema = z.object({
  text: z.string(),
  place: z.string().nullable(),
  /** Lines taken down before lines had a point have none. */
  point: pointSchema.nullable().default(null),
  sender: z.string().nullable(),
  contact: contactSchema.nullable(),
})
export type LineContent = z.infer<typeof lineContentSchema>

export const encodeContent = (content: LineContent): Buffer => Buffer.from(JSON.stringify(content))
export const decodeContent = (bytes: Uint8Array): LineContent =>
  lineContentSchema.parse(JSON.parse(Buffer.from(bytes).toString('utf8')))

/** First words, for lists. Cut between words, by characters as people count them. */
export function summaryOf(text: string, length = 120): string {
  const line = text.replaceAll(/\s+/g, ' ').trim()
  const characters = [...new Intl.Segmenter('ar', { granularity: 'grapheme' }).segment(line)].map(
    (each) => each.segment,
  )
  if (characters.length <= length) return line
  const cut = characters.slice(0, length).join('')
  const space = cut.lastIndexOf(' ')
  return `${space > length / 2 ? cut.slice(0, space) : cut}…`
}

/** The name a list shows: of who came, in the script asked for where it is known, else of who wrote. */
export function nameOf(content: LineContent, script: 'ar' | 'latin' = 'ar'): string | null {
  const { nameAr, nameLatin } = content.contact ?? {}
  return (script === 'ar' ? (nameAr ?? nameLatin) : (nameLatin ?? nameAr)) ?? content.sender
}
