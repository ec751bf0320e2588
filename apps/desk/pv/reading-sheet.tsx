import { useEffect, useRef } from 'react'
import type { Reading } from '#contracts/documents/reading.ts'
import { useT } from '../i18n/language.tsx'
import classes from './read-back.module.css'
import { ReadingParts } from './reading-parts.tsx'

const placeKey = (place: string): string => `daira.reading.${place}`

/** The words of a PV in large type, turned page by page with the keys. */
export function ReadingSheet({
  reading,
  place,
}: {
  readonly reading: Reading
  /** Under this name it is remembered how far one was; from the top where it is left out. */
  readonly place?: string
}) {
  const t = useT()
  const box = useRef<HTMLDivElement>(null)
  useEffect(() => {
    const sheet = box.current
    if (!sheet) return
    if (place !== undefined) sheet.scrollTop = Number(sessionStorage.getItem(placeKey(place)) ?? 0)
    sheet.focus({ preventScroll: true })
  }, [place])
  const page = (pages: number): void => {
    const sheet = box.current
    // A line stays in view, so that the eye finds where it was.
    sheet?.scrollBy({ top: pages * (sheet.clientHeight - 72) })
  }
  return (
    // oxlint-disable-next-line jsx-a11y/no-noninteractive-element-interactions -- It scrolls by keys, a page at a time.
    <div
      ref={box}
      className={classes['sheet']}
      role="document"
      aria-label={t('reading.text')}
      // oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex -- What scrolls must be reached by keys.
      tabIndex={0}
      lang={reading.language}
      dir={reading.language === 'ar' ? 'rtl' : 'ltr'}
      onScroll={(event) => {
        if (place !== undefined) sessionStorage.setItem(placeKey(place), String(event.currentTarget.scrollTop))
      }}
      onKeyDown={(event) => {
        if (event.key !== ' ' && event.key !== 'PageDown' && event.key !== 'PageUp') return
        event.preventDefault()
        page(event.key === 'PageUp' || event.shiftKey ? -1 : 1)
      }}
    >
      <article>
        <h1>{reading.title}</h1>
        <ReadingParts reading={reading} />
      </article>
    </div>
  )
}
