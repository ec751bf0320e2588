import { useQuery } from '@tanstack/react-query'
import type { Pv, SigningReview } from '#contracts/documents/pv.ts'
import { readingSchema } from '#contracts/documents/reading.ts'
import { read } from '../api/queries.ts'
import { Failure } from '../design/failure.tsx'
import { Loading } from '../design/loading.tsx'
import { useT } from '../i18n/language.tsx'
import { ActButton } from '../keys/act-button.tsx'
import { Dialog } from '../keys/dialog.tsx'
import { useHearingPresence } from '../session/presence.ts'
import { SchemeButton } from '../shell/scheme-button.tsx'
import classes from './read-back.module.css'
import { ReadingSheet } from './reading-sheet.tsx'

/** What is about to be signed, full screen and large: whoever signs says that it was read, by whom, and only then signs. */
export function ReviewBeforeSigning({
  pv,
  signer,
  name,
  onRead,
  onClose,
}: {
  readonly pv: Pv
  /** Each signer's reading is asked for, and recorded, by itself. */
  readonly signer: string
  readonly name: string
  readonly onRead: (review: SigningReview) => void
  readonly onClose: () => void
}) {
  const t = useT()
  useHearingPresence()
  const { data, error, refetch } = useQuery({
    ...read(`/pvs/${pv.id}/reading`, readingSchema, { purpose: `case:${pv.caseId}` }),
    queryKey: [`/pvs/${pv.id}/reading`, { signer }] as const,
    staleTime: Infinity,
    gcTime: 0,
  })
  const confirm = (how: SigningReview['how']) => (): void => onRead({ how, at: new Date().toISOString() })
  return (
    <Dialog
      fullScreen
      onClose={onClose}
      title={name}
      classNames={{ content: classes['room'] ?? '', body: classes['body'] ?? '' }}
      transitionProps={{ duration: 0 }}
    >
      {error ? (
        <Failure error={error} onRetry={() => void refetch()} />
      ) : data ? (
        <ReadingSheet reading={data} />
      ) : (
        <Loading lines={12} />
      )}
      <footer className={classes['foot']}>
        <div className={classes['ways']}>
          <ActButton
            id="review read"
            label="review.read"
            keys="mod+enter"
            inFields
            disabled={!data}
            onRun={confirm('read')}
          />
          <ActButton
            id="review read out"
            label="review.readOut"
            keys="mod+shift+enter"
            inFields
            variant="default"
            disabled={!data}
            onRun={confirm('read-out')}
          />
        </div>
        <output>{t('reading.keys')}</output>
        <SchemeButton />
      </footer>
    </Dialog>
  )
}
