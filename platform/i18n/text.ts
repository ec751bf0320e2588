import { z } from 'zod'

/** The working languages, Arabic first. */
export const locales = ['ar', 'fr', 'en'] as const
export type Locale = (typeof locales)[number]
export const localeSchema = z.enum(locales)

/** A text for people, in every working language. */
export const textSchema = z.object({ ar: z.string().min(1), fr: z.string().min(1), en: z.string().min(1) })
export type Text = z.infer<typeof textSchema>

/** Fills `{name}` places of a text. A place without a value stays as it is, so that a mistake can be seen. */
export function fill(template: string, params: Readonly<Record<string, string | number>> = {}): string {
  return template.replaceAll(/\{(\w+)\}/g, (place, name: string) => {
    const value = params[name]
    return value === undefined ? place : isolate(String(value))
  })
}

/** Wraps a value in Unicode isolates (U+2068, U+2069) so that numbers and references keep their order in Arabic. */
export function isolate(value: string): string {
  return `\u2068${value}\u2069`
}

/** Picks the first working language that an Accept-Language header asks for; Arabic where it asks for none. */
export function localeFrom(header: string | undefined): Locale {
  for (const part of header?.split(',') ?? []) {
    const tag = part.split(';')[0]?.trim().slice(0, 2).toLowerCase()
    const found = locales.find((locale) => locale === tag)
    if (found) return found
  }
  return 'ar'
}
