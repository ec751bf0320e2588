import { Button, Textarea } from '@mantine/core'
import { useState } from 'react'
import { z } from 'zod'
import type { CaseFile } from '#contracts/casework/case.ts'
import { useCommand } from '../api/commands.ts'
import { Failure } from '../design/failure.tsx'
import { Section } from '../design/section.tsx'
import { When } from '../design/when.tsx'
import { useLanguage } from '../i18n/language.tsx'
import { caseRefresh } from './case-api.ts'
import classes from './case-page.module.css'

/** Notes of the officers on the file. */
export function CaseNotes({ file }: { readonly file: CaseFile }) {
  const { t, locale } = useLanguage()
  const [text, setText] = useState('')
  const add = useCommand(
    {
      path: `/cases/${file.id}/notes`,
      body: (note: string) => ({ text: note }),
      answer: z.object({ id: z.uuid() }),
      purpose: `case:${file.id}`,
    },
    { refresh: caseRefresh(file.id), onDone: () => setText('') },
  )
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
            </small>
          </li>
        ))}
      </ul>
      {file.can.addNote && (
        <form
          className={classes['addLine']}
          onSubmit={(event) => {
            event.preventDefault()
            if (text.trim()) add.mutate(text.trim())
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
