import type { Icon } from '@tabler/icons-react'
import type { ReactNode } from 'react'
import classes from './states.module.css'

/** A place with nothing in it: what it is, why it is empty, what to do next. */
export function Empty({
  icon: Shape,
  title,
  children,
  action,
}: {
  readonly icon: Icon
  readonly title: ReactNode
  readonly children?: ReactNode
  readonly action?: ReactNode
}) {
  return (
    <div className={classes['empty']}>
      <Shape size={34} stroke={1.3} aria-hidden="true" />
      <h2>{title}</h2>
      {children && <p>{children}</p>}
      {action && <div className={classes['actions']}>{action}</div>}
    </div>
  )
}
