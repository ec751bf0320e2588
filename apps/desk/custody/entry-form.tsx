import { Switch, TextInput, Textarea } from '@mantine/core'
import { DateTimeInput } from '../design/date-time-input.tsx'
import page from '../design/page.module.css'
import { useT } from '../i18n/language.tsx'
import { type EntryDraft, askedFields, isLasting } from './entry-draft.ts'
import { type About, EntryInput } from './entry-inputs.tsx'
import { pastHour } from './past-hour.ts'
import { serverNow } from './use-now.ts'

/** What an entry asks, made from the table of its kind; the hours come first where they come from paper, else after it. */
export function EntryForm({
  draft,
  about,
  onChange,
}: {
  readonly draft: EntryDraft
  readonly about: About
  readonly onChange: (draft: EntryDraft) => void
}) {
  const t = useT()
  const { paper } = draft
  const set = (change: Partial<EntryDraft>): void => onChange({ ...draft, ...change })
  return (
    <>
      {askedFields(draft).map((field, index) => (
        <EntryInput
          key={field.name}
          field={field}
          values={draft.values}
          about={about}
          first={index === 0}
          onChange={(values) => set({ values })}
        />
      ))}
      <div className={page['fields']}>
        <DateTimeInput
          label={t('custody.field.at')}
          description={t(paper ? 'custody.field.atPaper' : 'custody.field.atHint')}
          value={draft.at}
          onChange={(at) => set({ at: pastHour(at, serverNow()) })}
        />
        {isLasting(draft.kind) && (
          <DateTimeInput
            label={t('custody.field.until')}
            description={t('custody.field.untilHint')}
            value={draft.until}
            onChange={(until) => set({ until: pastHour(until, serverNow()) })}
          />
        )}
      </div>
      <Textarea
        label={t('custody.field.note')}
        description={draft.kind === 'medical' || draft.kind === 'injury' ? t('custody.field.noteHint') : undefined}
        dir="auto"
        minRows={1}
        value={draft.note}
        data-autofocus={askedFields(draft).length === 0 || undefined}
        onChange={(event) => set({ note: event.currentTarget.value })}
      />
      <Switch
        label={t('custody.entry.fromPaper')}
        checked={paper !== null}
        onChange={(event) => set({ paper: event.currentTarget.checked ? { page: '', line: '' } : null })}
      />
      {paper && (
        <div className={page['fields']}>
          <TextInput
            label={t('custody.entry.page')}
            dir="ltr"
            required
            withAsterisk={false}
            value={paper.page}
            onChange={(event) => set({ paper: { ...paper, page: event.currentTarget.value } })}
          />
          <TextInput
            label={t('custody.entry.line')}
            dir="ltr"
            value={paper.line}
            onChange={(event) => set({ paper: { ...paper, line: event.currentTarget.value } })}
          />
        </div>
      )}
    </>
  )
}
