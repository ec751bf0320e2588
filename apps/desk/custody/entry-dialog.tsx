import { useState } from 'react'
import type { Custody } from '#contracts/custody/custody.ts'
import type { EntryInput } from '#contracts/custody/entry.ts'
import { tell } from '../design/undo.tsx'
import { useT } from '../i18n/language.tsx'
import type { TextKey } from '../i18n/translate.ts'
import { FormDialog } from '../keys/form-dialog.tsx'
import { useKept } from '../outbox/use-kept.ts'
import { type EntryDraft, asEntry } from './entry-draft.ts'
import { EntryForm } from './entry-form.tsx'
import { useAbout } from './use-about.ts'
import { useEntryWords } from './entry-words.tsx'
import { serverNow } from './use-now.ts'

/** Takes down one fact: its form is made from the table of its kind. With the line down it is kept and goes later. */
export function EntryDialog({
  held,
  start,
  title,
  beside,
  onClose,
}: {
  readonly held: Custody
  readonly start: EntryDraft
  readonly title: TextKey
  /** What follows from the entry and is taken down with it, so that nobody types it twice. */
  readonly beside?: ((entry: EntryInput) => readonly EntryInput[]) | undefined
  readonly onClose: () => void
}) {
  const t = useT()
  const sayWords = useEntryWords(held)
  const about = useAbout(held)
  const [draft, setDraft] = useState(start)
  const record = useKept('custody.record', {
    onDone: () => {
      tell(t('custody.entry.saved'))
      onClose()
    },
    onKept: () => {
      tell(t('custody.entry.waits'))
      onClose()
    },
  })
  const entry = draft.paper !== null && draft.at === null ? undefined : asEntry(draft, new Date(serverNow()))
  const run = (): void => {
    if (!entry) return
    const words = [t(`custody.kind.${entry.kind}`), ...sayWords(entry), entry.note ?? ''].filter(Boolean).join(' · ')
    const entries = [entry, ...(beside?.(entry) ?? [])]
    record.mutate({ custodyId: held.id, reference: held.reference, entries, words })
  }
  return (
    <FormDialog
      id="custody entry"
      title={title}
      {...(draft.corrects === null ? {} : { heading: `${t('custody.entry.correction')}: ${t(title)}` })}
      label="custody.record"
      error={record.error}
      ready={entry !== undefined}
      pending={record.isPending}
      onRun={run}
      onClose={onClose}
    >
      <EntryForm draft={draft} about={about} onChange={setDraft} />
    </FormDialog>
  )
}
