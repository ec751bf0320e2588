import { z } from 'zod'
import { localeSchema } from '#platform/i18n/text.ts'
import { createStore, useStore } from './app-store.ts'

const preferencesSchema = z.object({
  locale: localeSchema.catch('ar'),
  scheme: z.enum(['light', 'dark']).catch('light'),
  digits: z.enum(['latn', 'arab']).catch('latn'),
  hijri: z.boolean().catch(false),
  railOpen: z.boolean().catch(true),
  /** Width of panes by the name of the desk they stand in, in per cent. */
  panes: z.record(z.string(), z.array(z.number())).catch({}),
})

/** How this officer likes this desk; kept in the browser, nothing of it is data about a case. */
export type Preferences = z.output<typeof preferencesSchema>

// The same key stands in public/first-paint.js.
const storageKey = 'daira.preferences'

function read(): Preferences {
  try {
    return preferencesSchema.parse(JSON.parse(localStorage.getItem(storageKey) ?? '{}'))
  } catch {
    return preferencesSchema.parse({})
  }
}

export const preferences = createStore<Preferences>(read())

preferences.subscribe(() => {
  try {
    localStorage.setItem(storageKey, JSON.stringify(preferences.get()))
  } catch {
    // A full or forbidden storage costs the memory of a preference, nothing else.
  }
})

export function prefer(change: Partial<Preferences>): void {
  preferences.set((before) => ({ ...before, ...change }))
}

export function usePreferences(): Preferences {
  return useStore(preferences)
}
