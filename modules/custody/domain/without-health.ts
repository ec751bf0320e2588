import type { EntryInput } from '#contracts/custody/entry.ts'

/** Kinds whose note may touch on health. */
const touching = new Set<EntryInput['kind']>(['medical', 'injury', 'death', 'welfare', 'risk'])

/** An entry as it may leave the house, on paper or by the feed: what is clinical is the doctor's alone. */
export function withoutHealth(entry: EntryInput): EntryInput {
  const said = touching.has(entry.kind) ? { ...entry, note: null } : entry
  if (said.kind === 'meal') return { ...said, diet: null }
  return said.kind === 'risk' ? { ...said, reasons: [] } : said
}
