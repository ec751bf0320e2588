import type { ReactNode } from 'react'
import { Portal } from '@mantine/core'
import { useLanguage } from '../i18n/language.tsx'
import { Mark } from '../design/mark.tsx'
import classes from './curtain.module.css'

/**
 * Hides the page behind it and asks something first: sign-in, PIN. The page stays mounted, so that what was being
 * typed is there afterwards; it can be neither seen nor reached meanwhile (see `data-behind` in the shell).
 */
export function Curtain({
  title,
  text,
  children,
  foot,
}: {
  readonly title: string
  readonly text?: ReactNode
  readonly children?: ReactNode
  readonly foot?: ReactNode
}) {
  const { dir } = useLanguage()
  return (
    <Portal>
      <dialog open className={classes['curtain']} aria-modal="true" aria-label={title} dir={dir}>
        <main className={classes['panel']}>
          <div className={classes['head']}>
            <Mark size={64} />
            <h1>{title}</h1>
            {text && <p>{text}</p>}
          </div>
          {children}
        </main>
        <footer className={classes['foot']}>{foot}</footer>
      </dialog>
    </Portal>
  )
}
