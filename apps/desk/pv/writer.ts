import { v7 as uuidv7 } from 'uuid'

const key = 'daira.writer'

/** Name of this window as a writer: a reload keeps the pen, a second window is another writer. */
export function writerOfWindow(): string {
  const kept = sessionStorage.getItem(key)
  if (kept !== null) return kept
  const made = uuidv7()
  sessionStorage.setItem(key, made)
  return made
}
