import type { ReactNode } from 'react'
import classes from './rows.module.css'

export { classes as rowClasses }

/** Two lines of a list row: what it is with its state, then who and when, quietly. */
export function RowText({
  lead,
  title,
  state,
  second,
  end,
}: {
  readonly lead?: ReactNode
  readonly title: ReactNode
  readonly state?: ReactNode
  readonly second?: ReactNode
  readonly end?: ReactNode
}) {
  return (
    <>
      <span className={classes['line']}>
        {lead}
        <span className={`${classes['grow']} ${classes['title']}`}>{title}</span>
        {state}
      </span>
      {(second !== undefined || end !== undefined) && (
        <span className={`${classes['line']} ${classes['quiet']}`}>
          <span className={classes['grow']}>{second}</span>
          {end}
        </span>
      )}
    </>
  )
}
