import { type ReactNode, useId } from 'react'
import classes from './section.module.css'

/** A titled part of a page that reads on: a hairline, a quiet title, the content. */
export function Section({
  title,
  count,
  aside,
  children,
}: {
  readonly title: string
  readonly count?: ReactNode
  readonly aside?: ReactNode
  readonly children: ReactNode
}) {
  const id = useId()
  return (
    <section className={classes['section']} aria-labelledby={id}>
      <header>
        <h2 id={id}>
          {title}
          {count !== undefined && <span className={classes['count']}>{count}</span>}
        </h2>
        {aside}
      </header>
      {children}
    </section>
  )
}

/** Name and value in one line, for the few facts that have no sentence. */
export function Facts({ children }: { readonly children: ReactNode }) {
  return <dl className={classes['facts']}>{children}</dl>
}

export function Fact({ name, children }: { readonly name: string; readonly children: ReactNode }) {
  return (
    <div>
      <dt>{name}</dt>
      <dd>{children}</dd>
    </div>
  )
}
