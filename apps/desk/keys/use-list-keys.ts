import { type RefObject, useRef } from 'react'
import { useAction } from './actions.ts'

/**
 * `j` and `k` walk through the rows of a list: the elements marked `data-row` inside the returned ref. They are links
 * or buttons, so that Enter opens them and a screen reader knows them.
 */
export function useListKeys<E extends HTMLElement>(): RefObject<E | null> {
  const list = useRef<E>(null)
  const move = (step: 1 | -1): void => {
    const rows = [...(list.current?.querySelectorAll<HTMLElement>('[data-row]') ?? [])]
    const at = rows.findIndex((row) => row === document.activeElement)
    const current = rows.findIndex((row) => row.dataset['status'] === 'active' || row.ariaCurrent === 'page')
    const from = at === -1 ? current : at
    const next = rows[Math.min(Math.max(from + step, 0), rows.length - 1)]
    next?.focus()
    next?.scrollIntoView({ block: 'nearest' })
  }
  useAction({ id: 'list next', label: 'keys.next', group: 'list', keys: 'j', run: () => move(1) })
  useAction({ id: 'list previous', label: 'keys.previous', group: 'list', keys: 'k', run: () => move(-1) })
  return list
}
