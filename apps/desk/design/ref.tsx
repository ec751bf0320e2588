import type { ReactNode } from 'react'
import classes from './ref.module.css'

/** Keeps a piece of text whole within a line of the other direction: names, figures, dates. */
export function Bdi({ children }: { readonly children: ReactNode }) {
  return <bdi>{children}</bdi>
}

/** A reference as it is written everywhere (case number, letter number, phone): always left to right, figures in columns. */
export function Ref({ children, strong = false }: { readonly children: ReactNode; readonly strong?: boolean }) {
  return (
    <bdi dir="ltr" className={classes['ref']} data-strong={strong || undefined}>
      {children}
    </bdi>
  )
}

/** A vehicle's plate in its parts, drawn as one: number, letter, code of the prefecture, in the order of the plate. */
export function Plate(parts: { readonly number: string; readonly letter: string; readonly code: string }) {
  return (
    <bdi dir="ltr" className={classes['plate']}>
      <span>{parts.number}</span>
      <span lang="ar">{parts.letter}</span>
      <span>{parts.code}</span>
    </bdi>
  )
}

/** A person's name in both scripts as far as known; the reader's script leads. */
export function PersonName({
  ar,
  latin,
  locale,
  unknown,
}: {
  readonly ar: string | null
  readonly latin: string | null
  readonly locale: string
  readonly unknown: string
}) {
  const [first, second] = locale === 'ar' ? [ar, latin] : [latin, ar]
  const lead = first || second
  if (!lead) return <span className={classes['unknown']}>{unknown}</span>
  return (
    <span>
      <bdi>{lead}</bdi>
      {first && second && (
        <span className={classes['other']}>
          <bdi>{second}</bdi>
        </span>
      )}
    </span>
  )
}
