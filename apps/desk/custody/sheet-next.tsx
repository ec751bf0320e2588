import { useState } from 'react'
import type { Custody } from '#contracts/custody/custody.ts'
import { type EntryKind, entryKinds } from '#contracts/custody/entry.ts'
import caseClasses from '../cases/case-page.module.css'
import { useLanguage } from '../i18n/language.tsx'
import { ActButton } from '../keys/act-button.tsx'
import { usePreferences } from '../preferences.ts'
import { formatWhen } from '../time/format-when.ts'
import { clockState, welfareLate } from './clock-words.ts'
import { kindKey } from './entry-words.tsx'
import { newDraft } from './entry-draft.ts'
import { EntryDialog } from './entry-dialog.tsx'
import { useNow } from './use-now.ts'
import { useStart } from './use-start.ts'

const knownKinds = (codes: readonly string[]): EntryKind[] =>
  codes.flatMap((code) => entryKinds.find((kind) => kind === code) ?? [])

/** What is missing by law first, then what the hour asks for. */
export function SheetNext({ held }: { readonly held: Custody }) {
  const { t, locale } = useLanguage()
  const { digits } = usePreferences()
  const start = useStart(held)
  const now = useNow(10_000)
  const [kind, setKind] = useState<EntryKind>()
  const missing = knownKinds(held.missing)
  const [first] = missing
  const separator = locale === 'ar' ? '، ' : ', '
  const { kind: stands } = clockState(held, now)
  const late = (welfareLate(held, now) ?? 0) > 0
  const step = ((): { text: string; kind?: EntryKind | undefined; tone?: 'late' } => {
    if (stands === 'over') return { text: t('custody.next.over'), tone: 'late' }
    if (first !== undefined) {
      const what = missing.map((each) => t(kindKey(each))).join(separator)
      return { text: t('custody.next.missing', { what }), kind: first }
    }
    if (held.endedAt !== null) return { text: t(held.signed ? 'custody.next.done' : 'custody.next.toSign') }
    if (late) return { text: t('custody.next.welfare'), kind: 'welfare' }
    const deadline = held.clock.deadlineProven
    if (deadline === null) return { text: t('custody.clock.none'), tone: 'late' }
    return { text: t('custody.next.wait', { time: formatWhen(new Date(deadline), 'moment', { locale, digits }) }) }
  })()
  const { kind: asked } = step
  return (
    <div className={caseClasses['next']} data-tone={step.tone}>
      <div>
        <small>{t('custody.next')}</small>
        <p>{step.text}</p>
      </div>
      {held.abilities.record && asked !== undefined && (
        <ActButton id="custody next" label={kindKey(asked)} keys="n" size="xs" onRun={() => setKind(asked)} />
      )}
      {kind !== undefined && (
        <EntryDialog
          held={held}
          start={newDraft(kind, start)}
          title={kindKey(kind)}
          onClose={() => setKind(undefined)}
        />
      )}
    </div>
  )
}
