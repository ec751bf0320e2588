import { Button, SegmentedControl, Textarea } from '@mantine/core'
import { useState } from 'react'
import type { Line } from '#contracts/intake/register.ts'
import caseClasses from '../cases/case-page.module.css'
import { Failure } from '../design/failure.tsx'
import page from '../design/page.module.css'
import { Section } from '../design/section.tsx'
import { When } from '../design/when.tsx'
import { useLanguage } from '../i18n/language.tsx'
import { isTextKey } from '../i18n/translate.ts'
import { GivenAt, KeptState } from '../outbox/kept-state.tsx'
import { useKept } from '../outbox/use-kept.ts'
import { useKeptOf } from '../outbox/use-kept-of.ts'
import { useKeptWords } from '../outbox/use-kept-words.ts'

/** What was added to a line or put right in it, and the field for more. */
export function LineEntries({ line }: { readonly line: Line }) {
  const { t, locale } = useLanguage()
  const [kind, setKind] = useState<'addition' | 'correction'>('addition')
  const [text, setText] = useKeptWords(`entry:${line.id}`)
  const sent = (): void => setText('')
  const add = useKept('register.add', { onDone: sent, onKept: sent })
  const waiting = useKeptOf('register.add', ({ lineId }) => lineId === line.id)
  return (
    <Section title={t('line.entries')}>
      <ol className={caseClasses['history']}>
        {line.entries.map((entry) => {
          const label = `line.entry.${entry.kind}`
          return (
            <li key={entry.id}>
              <When at={entry.happenedAt} />
              <span>
                {isTextKey(label) ? t(label) : entry.kind}
                {entry.text && (
                  <>
                    {': '}
                    <bdi>{entry.text}</bdi>
                  </>
                )}{' '}
                {entry.officer && (
                  <small>
                    <bdi>{locale === 'ar' ? entry.officer.nameAr : entry.officer.nameLatin}</bdi>
                  </small>
                )}
              </span>
            </li>
          )
        })}
        {waiting.map(({ kept, payload }) => (
          <li key={kept.id}>
            <GivenAt kept={kept} />
            <span>
              {t(`line.entry.${payload.kind}`)}
              {': '}
              <bdi>{payload.text}</bdi> <KeptState kept={kept} />
            </span>
          </li>
        ))}
      </ol>
      {line.steps.includes('add') && (
        <form
          className={caseClasses['addLine']}
          onSubmit={(event) => {
            event.preventDefault()
            if (text.trim())
              add.mutate({ lineId: line.id, reference: `${line.number}/${line.year}`, kind, text: text.trim() })
          }}
        >
          <Textarea
            aria-label={t('line.entryNew')}
            placeholder={t('line.entryNew')}
            value={text}
            minRows={1}
            dir="auto"
            onChange={(event) => setText(event.currentTarget.value)}
          />
          {add.error && <Failure error={add.error} />}
          {text.trim() && (
            <div className={page['actions']}>
              <SegmentedControl
                aria-label={t('line.entryNew')}
                size="xs"
                value={kind}
                onChange={setKind}
                data={(['addition', 'correction'] as const).map((value) => ({
                  value,
                  label: t(`line.entry.${value}`),
                }))}
              />
              <Button type="submit" size="xs" loading={add.isPending}>
                {t('common.save')}
              </Button>
            </div>
          )}
        </form>
      )}
    </Section>
  )
}
