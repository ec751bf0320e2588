import { Button } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { useEffect, useRef } from 'react'
import type { z } from 'zod'
import { type findingSchema, findingsSchema } from '#contracts/documents/draft.ts'
import { callFor } from '../api/http.ts'
import page from '../design/page.module.css'
import { Section } from '../design/section.tsx'
import { StateChip } from '../design/state-chip.tsx'
import { KeyHint } from '../design/key-hint.tsx'
import { useLanguage } from '../i18n/language.tsx'
import { useAction } from '../keys/actions.ts'
import { confirmAll, openProposals } from './content-edit.ts'
import type { OpenDraft } from './draft-page.tsx'
import classes from './pv.module.css'

type Finding = z.output<typeof findingSchema>

/** What the checks of the law say of the text as it is saved. Only what harms validity hinders. */
export function ChecksPanel({
  handle,
  draft,
  content,
  onBlocking,
}: OpenDraft & { readonly onBlocking: (count: number) => void }) {
  const { t } = useLanguage()
  const savedAt = handle.saved.kind === 'saved' ? handle.saved.at.getTime() : 0
  const checks = useQuery({
    queryKey: [`/drafts/${draft.id}/check`, savedAt],
    queryFn: ({ signal }) =>
      callFor({ method: 'POST', path: `/drafts/${draft.id}/check`, body: {}, signal }, findingsSchema),
    placeholderData: (before) => before,
  })
  const findings = checks.data?.findings ?? []
  const blocking = findings.filter((finding) => finding.level === 'blocks' && !finding.fact)
  useEffect(() => onBlocking(blocking.length), [blocking.length, onBlocking])
  const waiting = openProposals(content)
  const ordered = [...blocking, ...findings.filter((finding) => !blocking.includes(finding))]
  const gone = useRef(-1)
  // From one open point to the next, round and round: what hinders first, then what is remarked.
  useAction({
    id: 'pv next',
    label: 'pv.checks.next',
    group: 'do',
    keys: 'f8',
    inFields: true,
    run: () => {
      const fields = [...new Set(ordered.flatMap(({ field }) => field ?? []))]
      gone.current = (gone.current + 1) % Math.max(1, fields.length)
      const next = fields[gone.current]
      if (next !== undefined) goTo(next)
    },
  })
  return (
    <Section title={t('pv.checks')} aside={ordered.length > 0 && <KeyHint keys="f8" />}>
      {waiting.length > 0 && (
        <div className={classes['waiting']}>
          <p>{t('pv.proposals', { count: waiting.length })}</p>
          <Button
            size="compact-sm"
            variant="default"
            disabled={handle.phase !== 'writing'}
            onClick={() => handle.change((before) => confirmAll(before, waiting))}
          >
            {t('pv.confirmAll')}
          </Button>
        </div>
      )}
      {checks.data && blocking.length === 0 && <StateChip tone="done">{t('pv.checks.clear')}</StateChip>}
      <ul className={page['stack']}>
        {ordered.map((finding, index) => (
          <FindingLine key={`${finding.check} ${finding.field ?? ''} ${index}`} finding={finding} />
        ))}
      </ul>
    </Section>
  )
}

function goTo(name: string): void {
  const field = document.querySelector<HTMLElement>(`[data-field="${name}"]`)
  field?.scrollIntoView({ block: 'center' })
  ;(field?.querySelector<HTMLElement>('input, textarea, [contenteditable]') ?? field)?.focus({ preventScroll: true })
}

function FindingLine({ finding }: { readonly finding: Finding }) {
  const { t, pick } = useLanguage()
  const [tone, name] = finding.fact
    ? (['plain', 'pv.checks.fact'] as const)
    : finding.level === 'blocks'
      ? (['late', 'pv.checks.blocks'] as const)
      : (['soon', 'pv.checks.warns'] as const)
  return (
    <li className={classes['finding']}>
      <StateChip tone={tone}>{t(name)}</StateChip>
      {finding.field === null ? (
        <p>{pick(finding.text)}</p>
      ) : (
        <button type="button" onClick={() => goTo(finding.field ?? '')}>
          {pick(finding.text)}
        </button>
      )}
      {finding.articles.length > 0 && <small>{t('pv.articles', { articles: finding.articles.join('، ') })}</small>}
    </li>
  )
}
