import { Button, Textarea } from '@mantine/core'
import type { CaseFile } from '#contracts/casework/case.ts'
import { Failure } from '../design/failure.tsx'
import { Section } from '../design/section.tsx'
import { When } from '../design/when.tsx'
import { useLanguage } from '../i18n/language.tsx'
import { GivenAt, KeptState } from '../outbox/kept-state.tsx'
import { useKept } from '../outbox/use-kept.ts'
import { useKeptOf } from '../outbox/use-kept-of.ts'
import { useKeptWords } from '../outbox/use-kept-words.ts'
import classes from './case-page.module.css'

/** Notes of the officers on the file. */
export function CaseNotes({ file }: { readonly file: CaseFile }) {
  const { t, locale } = useLanguage()
  const [text, setText] = useKeptWords(`note:${file.id}`)
  const add = useKept('case.add-note', { onDone: () => setText(''), onKept: () => setText('') })
  const waiting = useKeptOf('case.add-note', ({ caseId }) => caseId === file.id)
  if (!file.can.addNote && file.notes.length === 0) return null
  return (
    <Section title={t('case.notes')}>
      <ul>
        {file.notes.map((note) => (
          <li key={note.id} className={classes['note']}>
            <p dir="auto">{note.text}</p>
            <small>
              {note.writtenBy && <bdi>{locale === 'ar' ? note.writtenBy.nameAr : note.writtenBy.nameLatin}</bdi>}
              {' · '}
              <When at={note.writtenAt} />
              {Date.parse(note.recordedAt) - Date.parse(note.writtenAt) > 60_000 && (
                <>
                  {' · '}
                  {t('case.notes.recorded')} <When at={note.recordedAt} />
                </>
              )}
            </small>
          </li>
        ))}
        {waiting.map(({ kept, payload }) => (
          <li key={kept.id} className={classes['note']}>
            <p dir="auto">{payload.text}</p>
            <small>
              <KeptState kept={kept} /> <GivenAt kept={kept} />
            </small>
          </li>
        ))}
      </ul>
      {file.can.addNote && (
        <form
          className={classes['addLine']}
          onSubmit={(event) => {
            event.preventDefault()
            if (text.trim()) add.mutate({ caseId: file.id, reference: file.reference, text: text.trim() })
          }}
        >
          <Textarea
            aria-label={t('case.notes.write')}
            placeholder={t('case.notes.write')}
            value={text}
            dir="auto"
            minRows={1}
            onChange={(event) => setText(event.currentTarget.value)}
          />
          {add.error && <Failure error={add.error} />}
          {text.trim() && (
            <Button type="submit" size="xs" loading={add.isPending}>
              {t('case.notes.add')}
            </Button>
          )}
        </form>
      )}
    </Section>
  )
}
