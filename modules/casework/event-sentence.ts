import { SALT_BYTES } from '#platform/audit/log/index.ts'
import type { EventTable, JsonObject, Tx } from '#platform/commands/types.ts'
import { type Locale, type Text, fill } from '#platform/i18n/text.ts'

export type Labels = Readonly<Record<string, Readonly<Record<string, Text>>>>

/** The personal detail of an event; undefined where its key has been shredded. */
export async function openDetail(tx: Tx, keyId: string, sealed: Uint8Array): Promise<JsonObject | undefined> {
  const plain = await tx.decrypt(keyId, sealed)
  return plain ? (JSON.parse(plain.subarray(SALT_BYTES).toString()) as JsonObject) : undefined
}

const gone: Text = { ar: '[حُذف]', fr: '[supprimé]', en: '[deleted]' }

/** What happened, as a sentence of the reader's language: places filled from codes and detail, codes put into words. */
export function sentenceOf(
  table: EventTable,
  labels: Labels,
  locale: Locale,
  event: { readonly type: string; readonly codes: JsonObject; readonly detail: JsonObject | undefined },
): string {
  const template = table[event.type]?.sentence[locale] ?? event.type
  const values: Record<string, string | number> = {}
  for (const [, name] of template.matchAll(/\{(\w+)\}/g)) {
    if (name === undefined) continue
    const value = event.codes[name] ?? event.detail?.[name]
    if (value !== undefined && value !== null) values[name] = words(labels, name, value, locale)
    else if (event.detail === undefined) values[name] = gone[locale]
    else values[name] = '—'
  }
  return fill(template, values)
}

function words(labels: Labels, place: string, value: unknown, locale: Locale): string | number {
  if (Array.isArray(value)) {
    return value.map((each) => words(labels, place, each, locale)).join(locale === 'ar' ? '، ' : ', ')
  }
  if (typeof value === 'number') return value
  const text = typeof value === 'string' ? value : JSON.stringify(value)
  return labels[place]?.[text]?.[locale] ?? text
}
