import { IconClipboardCheck, IconPrinter } from '@tabler/icons-react'
import { useQuery } from '@tanstack/react-query'
import { useParams } from '@tanstack/react-router'
import { useState } from 'react'
import type { Stocktaking } from '#contracts/exhibits/stocktaking.ts'
import caseClasses from '../cases/case-page.module.css'
import { Failure } from '../design/failure.tsx'
import { Loading } from '../design/loading.tsx'
import page from '../design/page.module.css'
import { StateChip } from '../design/state-chip.tsx'
import { When } from '../design/when.tsx'
import { useLanguage } from '../i18n/language.tsx'
import { ActButton } from '../keys/act-button.tsx'
import { PlaceName } from './exhibit-words.tsx'
import { stocktakingQuery } from './exhibits-api.ts'
import { CloseCountDialog } from './close-count-dialog.tsx'
import { CountReport } from './count-report.tsx'
import { CountScans } from './count-scans.tsx'

/** One count of a place: labels are scanned one after the other, then two persons close it and the report stands. */
export function StocktakingPage() {
  const { stocktakingId } = useParams({ from: '/exhibits/stocktakings/$stocktakingId' })
  const { t } = useLanguage()
  const { data: count, error, refetch } = useQuery(stocktakingQuery(stocktakingId))
  if (error) return <Failure error={error} onRetry={() => void refetch()} />
  if (!count) return <Loading lines={8} />
  return (
    // oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex
    <section className={page['scroll']} tabIndex={0} aria-label={t('count.title')}>
      <div className={page['reading']} key={count.id}>
        <CountHead count={count} />
        {count.can.scan && <CountScans count={count} />}
        <CountReport count={count} />
      </div>
    </section>
  )
}

function CountHead({ count }: { readonly count: Stocktaking }) {
  const { t, number, locale } = useLanguage()
  const [closing, setClosing] = useState(false)
  const lacking = count.differenceList.filter(({ kind }) => kind === 'missing').length
  const nameOf = (who: Stocktaking['openedBy']) => who && (locale === 'ar' ? who.nameAr : who.nameLatin)
  const by = [nameOf(count.closedBy ?? count.openedBy), nameOf(count.closedWith)].filter(Boolean).join(' · ')
  return (
    <header className={caseClasses['head']}>
      <div className={caseClasses['reference']}>
        <PlaceName place={count.place} />
        <StateChip tone={count.closedAt === null ? 'active' : 'done'}>
          {t(count.closedAt === null ? 'count.open' : 'count.closed')}
        </StateChip>
      </div>
      <h1>
        {t('count.title')} ·{' '}
        {t('count.found', { found: number(count.expected - lacking), expected: number(count.expected) })}
      </h1>
      <p>
        <When at={count.closedAt ?? count.openedAt} /> · {t('count.by')} <bdi>{by}</bdi>
        {count.note !== null && (
          <>
            {' '}
            · <bdi>{count.note}</bdi>
          </>
        )}
      </p>
      <div className={page['actions']} style={{ paddingBlockStart: 8 }} data-noprint>
        {count.can.close && (
          <ActButton
            id="count close"
            label="count.close"
            keys="mod+enter"
            inFields
            icon={IconClipboardCheck}
            size="xs"
            onRun={() => setClosing(true)}
          />
        )}
        {count.closedAt !== null && (
          <ActButton
            id="count print"
            label="count.print"
            keys="mod+p"
            icon={IconPrinter}
            size="xs"
            variant="default"
            onRun={() => window.print()}
          />
        )}
      </div>
      {closing && <CloseCountDialog count={count} onClose={() => setClosing(false)} />}
    </header>
  )
}
