import { useEffect, useRef } from 'react'
import type { TextKey } from '../i18n/translate.ts'
import { createStore, useStore } from '../app-store.ts'
import type { KeyCombo } from './key-combo.ts'

export type ActionGroup = 'go' | 'do' | 'desk' | 'list'

/** Something the officer can do now: it stands in the palette, on the sheet of keys, and under its key. */
export interface Action {
  readonly id: string
  readonly label: TextKey
  readonly group: ActionGroup
  readonly keys?: KeyCombo
  /** Runs also while the caret is in a field. */
  readonly inFields?: boolean
  readonly run: () => void
}

export const actions = createStore<readonly Action[]>([])

/** Offers an action as long as the calling component is shown; a later one with the same key goes first. */
export function useAction(action: Action & { readonly when?: boolean }): void {
  const run = useRef(action.run)
  useEffect(() => {
    run.current = action.run
  })
  const { id, label, group, keys, inFields, when = true } = action
  useEffect(() => {
    if (!when) return undefined
    const offered: Action = {
      id,
      label,
      group,
      ...(keys === undefined ? {} : { keys }),
      ...(inFields === undefined ? {} : { inFields }),
      run: () => run.current(),
    }
    actions.set((all) => [...all, offered])
    return () => actions.set((all) => all.filter((each) => each !== offered))
  }, [id, label, group, keys, inFields, when])
}

export function useActions(): readonly Action[] {
  return useStore(actions)
}
