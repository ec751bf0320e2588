import { Button, TextInput } from '@mantine/core'
import { useNavigate } from '@tanstack/react-router'
import { useState } from 'react'
import { proposeLawAnswer } from '#contracts/organisation/law.ts'
import { useCommand } from '../api/commands.ts'
import { Failure } from '../design/failure.tsx'
import page from '../design/page.module.css'
import { Ref } from '../design/ref.tsx'
import { useLanguage } from '../i18n/language.tsx'
import { type LawSet, type RowChange, keyOfRow, lawRefresh } from './law-data.ts'
import { useRowTitle } from './law-words.ts'

/** What was changed and not proposed yet, with the legal basis it is proposed on. */
export function LawProposal({
  set,
  pending,
  onDrop,
}: {
  readonly set: LawSet
  readonly pending: readonly RowChange[]
  readonly onDrop: (change: RowChange) => void
}) {
  const { t } = useLanguage()
  const titleOf = useRowTitle()
  const navigate = useNavigate()
  const [legalBasis, setBasis] = useState('')
  const propose = useCommand(
    {
      path: '/law-changes',
      body: (rows: readonly RowChange[]) => ({
        name: set.name,
        baseVersion: set.version,
        rows,
        legalBasis: legalBasis.trim(),
      }),
      answer: proposeLawAnswer,
    },
    {
      refresh: lawRefresh,
      onDone: ({ lawChangeId }) => void navigate({ to: '/admin/law', search: { change: lawChangeId } }),
    },
  )
  return (
    <section className={page['stack']} aria-label={t('law.pending')}>
      <h2>{t('law.pending')}</h2>
      <ul>
        {pending.map((change) => (
          <li key={`${change.key ?? ''} ${change.row ? keyOfRow(change.row) : ''}`} className={page['row']}>
            <span className={page['grow']}>
              <Ref>{change.row ? keyOfRow(change.row) : change.key}</Ref> <bdi>{change.row && titleOf(change.row)}</bdi>
            </span>
            <Button size="compact-sm" variant="subtle" color="gray" onClick={() => onDrop(change)}>
              {t('law.drop')}
            </Button>
          </li>
        ))}
      </ul>
      <TextInput
        label={t('law.basis')}
        description={t('law.basisNote')}
        dir="auto"
        value={legalBasis}
        onChange={(event) => setBasis(event.currentTarget.value)}
      />
      {propose.error && <Failure error={propose.error} />}
      <div className={page['actions']}>
        <Button
          disabled={legalBasis.trim().length < 5}
          loading={propose.isPending}
          onClick={() => propose.mutate(pending)}
        >
          {t('law.propose')}
        </Button>
      </div>
    </section>
  )
}
