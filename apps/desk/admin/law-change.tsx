import { Button, Textarea } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import type { z } from 'zod'
import { decideLawAnswer, lawChangeAnswer } from '#contracts/organisation/law.ts'
import { useCommand } from '../api/commands.ts'
import { read } from '../api/queries.ts'
import { Failure } from '../design/failure.tsx'
import { Loading } from '../design/loading.tsx'
import page from '../design/page.module.css'
import { Fact, Facts, Section } from '../design/section.tsx'
import { StateChip } from '../design/state-chip.tsx'
import { When } from '../design/when.tsx'
import { useLanguage } from '../i18n/language.tsx'
import { useMe } from '../session/me.tsx'
import { lawRefresh } from './law-data.ts'
import { RowDifference } from './law-difference.tsx'
import { LawSetName, useSetName } from './law-words.ts'

type Change = z.output<typeof lawChangeAnswer>

/** A proposal as a difference, row by row; another than who made it approves or rejects it. */
export function LawChange({ id }: { readonly id: string }) {
  const { t, locale } = useLanguage()
  const nameOf = useSetName()
  const { data: change, error, refetch } = useQuery(read(`/law-changes/${id}`, lawChangeAnswer))
  if (error) return <Failure error={error} onRetry={() => void refetch()} />
  if (!change) return <Loading lines={10} />
  const person = (who: Change['proposedBy']) => <bdi>{locale === 'ar' ? who.nameAr : who.nameLatin}</bdi>
  return (
    <article className={page['reading']}>
      <header className={page['head']}>
        <h1>{nameOf(change.name)}</h1>
        <StateChip tone={change.state === 'proposed' ? 'soon' : change.state === 'approved' ? 'done' : 'plain'}>
          {t(`law.state.${change.state}`)}
        </StateChip>
      </header>
      <Facts>
        <Fact name={t('law.basis')}>
          <bdi>{change.legalBasis}</bdi>
        </Fact>
        <Fact name={t('law.proposedBy')}>
          {person(change.proposedBy)} · <When at={change.proposedAt} />
        </Fact>
        {change.decidedBy && change.decidedAt && (
          <Fact name={t('law.decidedBy')}>
            {person(change.decidedBy)} · <When at={change.decidedAt} />
          </Fact>
        )}
        {change.reason !== null && (
          <Fact name={t('law.reason')}>
            <bdi>{change.reason}</bdi>
          </Fact>
        )}
      </Facts>
      <Section title={t('law.difference')} count={change.difference.length}>
        <LawSetName value={change.name}>
          {change.difference.map((row) => (
            <RowDifference key={`${row.list ?? ''} ${row.key}`} row={row} />
          ))}
        </LawSetName>
      </Section>
      {change.state === 'proposed' && <Decision change={change} />}
    </article>
  )
}

function Decision({ change }: { readonly change: Change }) {
  const { t } = useLanguage()
  const me = useMe()
  const [reason, setReason] = useState('')
  const decide = useCommand(
    {
      path: `/law-changes/${change.id}/decide`,
      body: (approve: boolean) => (approve ? { approve } : { approve, reason: reason.trim() }),
      answer: decideLawAnswer,
    },
    { refresh: [...lawRefresh, [`/law-changes/${change.id}`], [`/law-sets/${change.name}`]] },
  )
  if (change.proposedBy.id === me.officer.id) return <p>{t('law.ownProposal')}</p>
  return (
    <Section title={t('law.decision')}>
      <div className={page['stack']}>
        {change.stale && <p>{t('law.stale')}</p>}
        <Textarea
          label={t('law.reason')}
          description={t('law.reasonNote')}
          dir="auto"
          autosize
          value={reason}
          onChange={(event) => setReason(event.currentTarget.value)}
        />
        {decide.error && <Failure error={decide.error} />}
        <div className={page['actions']}>
          <Button disabled={change.stale} loading={decide.isPending} onClick={() => decide.mutate(true)}>
            {t('law.approve')}
          </Button>
          <Button
            variant="default"
            disabled={reason.trim().length < 5}
            loading={decide.isPending}
            onClick={() => decide.mutate(false)}
          >
            {t('law.reject')}
          </Button>
        </div>
      </div>
    </Section>
  )
}
