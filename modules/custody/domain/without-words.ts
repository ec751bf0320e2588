import { type EntryInput, hiddenWords } from '#contracts/custody/entry.ts'
import { isPersonal } from './entry-parts.ts'

/** What whoever brings food must know; it names nobody. */
const needed = new Set(['diet'])

/**
 * An entry as it is shown to whom the case is sealed: what happened and when, as a person in a cell is fed and watched; every
 * word that names or describes someone stands as a mark.
 */
export function withoutWords(entry: EntryInput): EntryInput {
  const members = Object.entries(entry).map(([name, value]) => [
    name,
    isPersonal(name) && !needed.has(name) ? hidden(value) : value,
  ])
  return Object.fromEntries(members) as EntryInput
}

/** Only what is one of the country's or the contract's codes stays of a thing that has several members. */
function hidden(value: unknown): unknown {
  if (typeof value === 'string') return hiddenWords
  if (Array.isArray(value)) return value.map(hidden)
  if (typeof value === 'object' && value !== null)
    return Object.fromEntries(
      Object.entries(value).map(([name, each]) => [name, name === 'kept' ? each : hidden(each)]),
    )
  return value
}
