import { IconPackage, IconPrinter } from '@tabler/icons-react'
import { Link, useNavigate } from '@tanstack/react-router'
import { useEffect, useRef } from 'react'
import { Failure } from '../design/failure.tsx'
import page from '../design/page.module.css'
import { Ref } from '../design/ref.tsx'
import { RowText, rowClasses } from '../design/rows.tsx'
import { StateChip } from '../design/state-chip.tsx'
import { useLanguage } from '../i18n/language.tsx'
import { ActButton } from '../keys/act-button.tsx'
import { labelSheetAddress } from './exhibits-api.ts'
import type { RecordedItem } from './record-draft.ts'
import { usePhotos } from './use-photos.ts'

/** What was just recorded: the numbers given, the labels to print, the photographs on their way. */
export function RecordedPage({
  caseId,
  items,
  pictures,
  onAgain,
}: {
  readonly caseId: string
  readonly items: readonly RecordedItem[]
  /** Of each item, in the order of the items. */
  readonly pictures: readonly (readonly File[])[]
  readonly onAgain: () => void
}) {
  const { t } = useLanguage()
  const navigate = useNavigate()
  return (
    <div className={page['reading']}>
      <header className={page['head']}>
        <h1>{t('exhibit.record.done')}</h1>
        <p>{t('exhibit.record.doneBody')}</p>
      </header>
      <div className={rowClasses['rows']}>
        {items.map((item, index) => (
          <RecordedRow key={item.id} caseId={caseId} item={item} pictures={pictures[index] ?? []} />
        ))}
      </div>
      <div className={page['actions']} style={{ paddingBlockStart: 16 }}>
        <ActButton
          id="exhibit labels"
          label="exhibits.printLabels"
          keys="mod+p"
          icon={IconPrinter}
          onRun={() => window.open(labelSheetAddress({ exhibits: items.map(({ id }) => id) }))}
        />
        <ActButton
          id="exhibit more"
          label="exhibit.record.more"
          keys="n"
          icon={IconPackage}
          variant="default"
          onRun={onAgain}
        />
        <ActButton
          id="exhibit to case"
          label="exhibit.record.toCase"
          variant="default"
          onRun={() => void navigate({ to: '/cases/$caseId', params: { caseId } })}
        />
      </div>
    </div>
  )
}

function RecordedRow({
  caseId,
  item,
  pictures,
}: {
  readonly caseId: string
  readonly item: RecordedItem
  readonly pictures: readonly File[]
}) {
  const { t } = useLanguage()
  const { send, busy, error, left } = usePhotos({ id: item.id, caseId })
  const sent = useRef(false)
  useEffect(() => {
    if (sent.current || pictures.length === 0) return
    sent.current = true
    void send(pictures)
  }, [send, pictures])
  return (
    <div>
      <Link to="/exhibits/$exhibitId" params={{ exhibitId: item.id }} className={rowClasses['row'] ?? ''} data-row>
        <RowText
          title={<Ref strong>{item.reference}</Ref>}
          state={item.marks > 0 && <StateChip tone="soon">{t('exhibit.marks', { count: item.marks })}</StateChip>}
          second={<Ref>{item.label}</Ref>}
          end={
            pictures.length > 0
              ? busy
                ? t('exhibit.record.photosGoing')
                : t('exhibit.photos.chosen', { count: pictures.length - left.length })
              : undefined
          }
        />
      </Link>
      {error !== undefined && <Failure error={error} onRetry={() => void send(left)} />}
    </div>
  )
}
