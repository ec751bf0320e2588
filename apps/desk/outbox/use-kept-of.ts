import { useStore } from '../app-store.ts'
import type { Kept, KeptType } from './kept.ts'
import { type PayloadOf, kinds } from './kinds.ts'
import { outbox } from './outbox.ts'

export interface KeptOf<K extends KeptType> {
  readonly kept: Kept
  readonly payload: PayloadOf<K>
}

/** What of a kind is still on this computer, as far as `belongs` says so. */
export function useKeptOf<K extends KeptType>(type: K, belongs: (payload: PayloadOf<K>) => boolean): KeptOf<K>[] {
  const { items } = useStore(outbox)
  return items.flatMap((kept) => {
    if (kept.type !== type) return []
    const parsed = kinds[type].payload.safeParse(kept.payload)
    if (!parsed.success) return []
    const payload = parsed.data as PayloadOf<K>
    return belongs(payload) ? [{ kept, payload }] : []
  })
}
