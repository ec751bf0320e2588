import type { ReactNode } from 'react'
import classes from './states.module.css'

/** What a state asks of its reader. Each tone has a shape of its own, so that it can be told without colour. */
export type Tone = 'plain' | 'active' | 'done' | 'soon' | 'late'

const shapes: Readonly<Record<Tone, ReactNode>> = {
  plain: <circle cx="5" cy="5" r="3" fill="none" strokeWidth="1.5" />,
  active: <circle cx="5" cy="5" r="3.6" stroke="none" fill="currentColor" />,
  done: <path d="M1.5 5.2 4 7.7 8.7 2.6" fill="none" strokeWidth="1.8" />,
  soon: <path d="M5 1 9.2 8.6H.8Z" fill="none" strokeWidth="1.5" strokeLinejoin="round" />,
  late: <path d="M5 .8 9.4 9H.6Z" fill="currentColor" stroke="none" />,
}

/** A state in a word, with shape and colour. */
export function StateChip({ tone, children }: { readonly tone: Tone; readonly children: ReactNode }) {
  return (
    <span className={classes['chip']} data-tone={tone}>
      <svg viewBox="0 0 10 10" width="10" height="10" stroke="currentColor" aria-hidden="true">
        {shapes[tone]}
      </svg>
      <span>{children}</span>
    </span>
  )
}
