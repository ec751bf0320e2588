import { Button } from '@mantine/core'
import { IconBook2, IconCheck } from '@tabler/icons-react'
import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { type Reading, readingSchema } from '#contracts/documents/reading.ts'
import type { FormFieldOf } from '#contracts/documents/form.ts'
import { read } from '../api/queries.ts'
import { Failure } from '../design/failure.tsx'
import { Loading } from '../design/loading.tsx'
import { useLanguage } from '../i18n/language.tsx'
import { Dialog } from '../keys/dialog.tsx'
import { ActButton } from '../keys/act-button.tsx'
import { useHearingPresence } from '../session/presence.ts'
import { SchemeButton } from '../shell/scheme-button.tsx'
import { setValue } from './content-edit.ts'
import type { OpenDraft } from './draft-page.tsx'
import classes from './read-back.module.css'
import { ReadingSheet } from './reading-sheet.tsx'

/** The text as it will stand, full screen and large: read aloud to the person heard, or by that person. */
export function ReadBack({ handle, draft, content }: OpenDraft) {
  const [open, setOpen] = useState(false)
  const start = async (): Promise<void> => {
    try {
      await handle.flush()
      setOpen(true)
    } catch {
      // What the server has not got cannot be read back; the text itself says why.
    }
  }
  return (
    <>
      <ActButton
        id="pv read back"
        label="reading.open"
        keys="mod+shift+y"
        icon={IconBook2}
        inFields
        fullWidth
        variant="default"
        onRun={() => void start()}
      />
      {open && <ReadingRoom handle={handle} draft={draft} content={content} onClose={() => setOpen(false)} />}
    </>
  )
}

function ReadingRoom({ handle, draft, content, onClose }: OpenDraft & { readonly onClose: () => void }) {
  const { t, pick } = useLanguage()
  useHearingPresence()
  const savedAt = handle.saved.kind === 'saved' ? handle.saved.at.getTime() : 0
  const { data, error } = useQuery({
    ...read(`/drafts/${draft.id}/reading`, readingSchema),
    // Asked for anew after each save: what is read is what stands on the server.
    queryKey: [`/drafts/${draft.id}/reading`, { savedAt }] as const,
    placeholderData: (before: Reading | undefined) => before,
  })
  const mention = draft.formData?.sections
    .flatMap((section) => section.fields)
    .find((field): field is FormFieldOf<'mention'> => field.type === 'mention' && field.use === 'reading')
  const value = mention && content.values[mention.id]
  const chosen = value?.type === 'mention' ? value.variant : null
  return (
    <Dialog
      fullScreen
      onClose={onClose}
      title={draft.labels ? pick(draft.labels) : draft.form}
      closeButtonProps={{ 'aria-label': t('reading.close') }}
      classNames={{ content: classes['room'] ?? '', body: classes['body'] ?? '' }}
      transitionProps={{ duration: 0 }}
    >
      {error ? (
        <Failure error={error} />
      ) : data ? (
        <ReadingSheet place={draft.id} reading={data} />
      ) : (
        <Loading lines={12} />
      )}
      <footer className={classes['foot']}>
        {mention && (
          <div className={classes['ways']}>
            {mention.variants
              .filter(({ note }) => note !== 'required')
              .map(({ code, labels }) => (
                <Button
                  key={code}
                  aria-pressed={chosen === code}
                  variant={chosen === code ? 'filled' : 'default'}
                  leftSection={chosen === code && <IconCheck size={17} stroke={1.8} />}
                  onClick={() => {
                    const at = new Date().toISOString()
                    handle.change((before) => setValue(before, mention.id, { type: 'mention', variant: code, at }))
                  }}
                >
                  {pick(labels)}
                </Button>
              ))}
          </div>
        )}
        <output>{chosen ? t('reading.done') : t('reading.keys')}</output>
        <SchemeButton />
      </footer>
    </Dialog>
  )
}
