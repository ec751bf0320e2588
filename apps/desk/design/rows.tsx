import type { ReactNode } from 'react'
import classes from './rows.module.css'

export { classes as rowClasses }

/** Two lines of a list row: what it is with its state, then who and when, quietly. */
export function RowText({
  lead,
  title,
  more,
  state,
  second,
  end,
}: {
  readonly lead?: ReactNode
  readonly title: ReactNode
  /** Goes on beside the title in whichever direction it is written: a name. */
  readonly more?: ReactNode
  readonly state?: ReactNode
  readonly second?: ReactNode
  readonly end?: ReactNode
}) {
  return (
    <>
      <span className={classes['line']}>
        {lead}
        <span className={classes['title']}>{title}</span>
        {more !== undefined && (
          <span className={`${classes['grow']} ${classes['more']}`} dir="auto">
            {more}
          </span>
        )}
        {state}
      </span>
      {(second !== undefined || end !== undefined) && (
        <span className={`${classes['line']} ${classes['quiet']}`}>
          <span className={classes['grow']} dir="auto">
            {second}
          </span>
          {end}
        </span>
      )}
    </>
  )
}
