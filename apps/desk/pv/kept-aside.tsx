import { Button } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import type { PvContent } from '#contracts/documents/content.ts'
import { draftCopySchema } from '#contracts/documents/draft.ts'
import { read } from '../api/queries.ts'
import { Failure } from '../design/failure.tsx'
import { Loading } from '../design/loading.tsx'
import page from '../design/page.module.css'
import { Section } from '../design/section.tsx'
import { offerUndo } from '../design/undo.tsx'
import { When } from '../design/when.tsx'
import { useLanguage } from '../i18n/language.tsx'
import { Dialog } from '../keys/dialog.tsx'
import type { OpenDraft } from './draft-page.tsx'
import classes from './kept-aside.module.css'
import { valueText } from './value-text.ts'

/** Texts of this draft that another window wrote apart. Nothing of them is taken over unasked. */
export function KeptAside(open: OpenDraft) {
  const { t, number } = useLanguage()
  const [compared, setCompared] = useState<string>()
  const copies = open.draft.copyList
  if (copies.length === 0) return null
  return (
    <Section title={t('draft.aside')} count={number(copies.length)}>
      <p className={page['quiet']}>{t('draft.aside.why')}</p>
      <ul className={classes['copies']}>
        {copies.map((copy) => (
          <li key={copy.id}>
            <When at={copy.keptAt} />
            <Button size="compact-sm" variant="default" onClick={() => setCompared(copy.id)}>
              {t('draft.aside.compare')}
            </Button>
          </li>
        ))}
      </ul>
      {compared !== undefined && <Comparison {...open} copyId={compared} onClose={() => setCompared(undefined)} />}
    </Section>
  )
}

interface ComparisonProps extends OpenDraft {
  readonly copyId: string
  readonly onClose: () => void
}

function Comparison({ handle, draft, content, copyId, onClose }: ComparisonProps) {
  const language = useLanguage()
  const { t, pick } = language
  const copy = useQuery(read(`/drafts/${draft.id}/copies/${copyId}`, draftCopySchema))
  const kept = copy.data?.content
  const take = (change: (before: PvContent) => PvContent): void => {
    const before = content
    handle.change(change)
    offerUndo({
      text: t('draft.aside.taken'),
      undoText: t('common.undo'),
      onUndo: () => handle.change(() => before),
    })
  }
  const fields = draft.formData?.sections.flatMap((section) => section.fields) ?? []
  const different = kept
    ? fields.flatMap((field) => {
        const here = valueText(field, content.values[field.id], language)
        const there = valueText(field, kept.values[field.id], language)
        return here === there ? [] : [{ field, here, there }]
      })
    : []
  return (
    <Dialog onClose={onClose} size="xl" title={t('draft.aside')}>
      <div className={page['stack']}>
        {copy.error && <Failure error={copy.error} onRetry={() => void copy.refetch()} />}
        {copy.isPending && <Loading lines={6} />}
        {kept && different.length === 0 && <p>{t('draft.aside.same')}</p>}
        {kept &&
          different.map(({ field, here, there }) => (
            <div key={field.id} className={classes['pair']}>
              <h3>{pick(field.labels)}</h3>
              <Side name={t('draft.aside.here')} text={here} />
              <Side name={t('draft.aside.there')} text={there} />
              <Button
                size="compact-sm"
                variant="default"
                onClick={() =>
                  take((before) => ({ ...before, values: withValue(before.values, field.id, kept.values[field.id]) }))
                }
              >
                {t('draft.aside.take')}
              </Button>
            </div>
          ))}
        {kept && different.length > 0 && (
          <Button
            onClick={() => {
              take(() => kept)
              onClose()
            }}
          >
            {t('draft.aside.takeAll')}
          </Button>
        )}
      </div>
    </Dialog>
  )
}

function Side({ name, text }: { readonly name: string; readonly text: string }) {
  const { t } = useLanguage()
  return (
    <div className={classes['side']}>
      <small>{name}</small>
      <p dir="auto">{text === '' ? <span className={page['quiet']}>{t('draft.nothing')}</span> : text}</p>
    </div>
  )
}

function withValue(values: PvContent['values'], field: string, value: PvContent['values'][string] | undefined) {
  if (value !== undefined) return { ...values, [field]: value }
  return Object.fromEntries(Object.entries(values).filter(([name]) => name !== field))
}
