import { useInfiniteQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { type z } from 'zod'
import { readersSchema } from '#contracts/casework/history.ts'
import { readPages } from '../api/pages.ts'
import { Failure } from '../design/failure.tsx'
import { Loading } from '../design/loading.tsx'
import { MoreButton } from '../design/more-button.tsx'
import page from '../design/page.module.css'
import { StateChip, type Tone } from '../design/state-chip.tsx'
import { When } from '../design/when.tsx'
import { useLanguage } from '../i18n/language.tsx'
import { ActButton } from '../keys/act-button.tsx'
import classes from './case-page.module.css'

type Look = z.output<typeof readersSchema>['items'][number]
/** What takes something out of the file stands out; a look at the file itself needs no word. */
const tones: Readonly<Record<Exclude<Look['look'], 'read'>, Tone>> = {
  screen: 'plain',
  print: 'soon',
  download: 'soon',
  signing: 'plain',
  copy: 'soon',
  'certified-copy': 'soon',
  opened: 'plain',
  emergency: 'late',
  list: 'plain',
}

/** Who looked at the file, for whoever answers for it; opening the list is itself a look, and stands in it. */
export function CaseReaders({ caseId }: { readonly caseId: string }) {
  const [shown, setShown] = useState(false)
  return (
    <>
      <ActButton
        id="readers"
        label="case.readers"
        keys="v"
        fullWidth
        variant="subtle"
        onRun={() => setShown((on) => !on)}
      />
      {shown && <ReaderList caseId={caseId} />}
    </>
  )
}

function ReaderList({ caseId }: { readonly caseId: string }) {
  const { t, locale } = useLanguage()
  const readers = useInfiniteQuery(
    readPages(`/cases/${caseId}/readers`, readersSchema, { cursor: 'cursor', purpose: `case:${caseId}` }),
  )
  const items = readers.data?.pages.flatMap((each) => each.items) ?? []
  return (
    <section aria-label={t('case.readers')}>
      <p className={page['quiet']}>{t('case.readers.note')}</p>
      {readers.isPending && <Loading lines={3} />}
      {readers.error && <Failure error={readers.error} onRetry={() => void readers.refetch()} />}
      {readers.data && items.length === 0 && <p className={page['quiet']}>{t('case.readers.none')}</p>}
      <ol>
        {items.map((item) => (
          <li key={item.id} className={classes['look']} data-look={item.look}>
            <div>
              <strong>
                <bdi>
                  {item.officer
                    ? locale === 'ar'
                      ? item.officer.nameAr
                      : item.officer.nameLatin
                    : t('case.history.system')}
                </bdi>
              </strong>
              <When at={item.at} />
              {item.look !== 'read' && <StateChip tone={tones[item.look]}>{t(`case.look.${item.look}`)}</StateChip>}
            </div>
            {item.unit && (
              <small>
                <bdi>{locale === 'ar' ? item.unit.nameAr : item.unit.nameFr}</bdi>
              </small>
            )}
            <p>
              <bdi>{item.sentence}</bdi>
            </p>
            <Purpose item={item} caseId={caseId} />
          </li>
        ))}
      </ol>
      <MoreButton pages={readers} />
    </section>
  )
}

const purposes = ['case', 'register', 'call', 'custody', 'request', 'duty', 'reason'] as const

function Purpose({ item, caseId }: { readonly item: Look; readonly caseId: string }) {
  const { t } = useLanguage()
  const { purpose } = item
  const kind = purposes.find((each) => each === purpose?.kind)
  if (!purpose || !kind) return <small>{t('case.readers.noPurpose')}</small>
  return (
    <small>
      {t('case.readers.purpose')}: {t(kind === 'case' && purpose.id === caseId ? 'purpose.this' : `purpose.${kind}`)}
      {purpose.reason && (
        <>
          {' · '}
          <bdi>{purpose.reason}</bdi>
        </>
      )}
    </small>
  )
}
