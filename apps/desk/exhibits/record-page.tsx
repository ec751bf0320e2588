import { useQuery } from '@tanstack/react-query'
import { useNavigate, useSearch } from '@tanstack/react-router'
import { useEffect, useRef, useState } from 'react'
import { caseQuery } from '../cases/case-api.ts'
import { CasePicker } from '../cases/case-picker.tsx'
import { Failure } from '../design/failure.tsx'
import { Loading } from '../design/loading.tsx'
import page from '../design/page.module.css'
import { tell } from '../design/undo.tsx'
import { dropDraft, findDraft, keepDraft } from '../drafts.ts'
import { useT } from '../i18n/language.tsx'
import { useKept } from '../outbox/use-kept.ts'
import { useMe } from '../session/me.tsx'
import { Panes } from '../shell/panes.tsx'
import { caseExhibitsQuery } from './exhibits-api.ts'
import {
  type ChosenPhotos,
  type RecordDraft,
  type RecordedItem,
  asBody,
  newSeizure,
  recordDraftSchema,
} from './record-draft.ts'
import { RecordForm } from './record-form.tsx'
import { RecordSummary } from './record-summary.tsx'
import { RecordedPage } from './recorded-page.tsx'
import { useParties } from './use-parties.ts'

/** Records what was seized: everything that one seizure has in common is said once. */
export function RecordPage() {
  const { case: caseId } = useSearch({ from: '/exhibits/new' })
  const t = useT()
  const navigate = useNavigate()
  if (caseId !== undefined) return <Recording key={caseId} caseId={caseId} />
  return (
    <div className={`${page['reading']} ${page['stack']}`}>
      <header className={page['head']}>
        <h1>{t('exhibit.record.title')}</h1>
      </header>
      <CasePicker
        label={t('exhibit.case')}
        value={null}
        onChange={(chosen) => chosen !== null && void navigate({ to: '/exhibits/new', search: { case: chosen } })}
      />
    </div>
  )
}

function Recording({ caseId }: { readonly caseId: string }) {
  const t = useT()
  const navigate = useNavigate()
  const { officer } = useMe()
  const name = `exhibits:${officer.id}:${caseId}`
  const file = useQuery(caseQuery(caseId))
  const parties = useParties(caseId)
  const money = useQuery(caseExhibitsQuery(caseId))
  const fresh = (): RecordDraft => newSeizure(officer.id, new Date().toISOString())
  const [draft, setDraft] = useState<RecordDraft>(fresh)
  const [photos, setPhotos] = useState<ChosenPhotos>({})
  const [recorded, setRecorded] = useState<readonly RecordedItem[]>()
  const touched = useRef(false)
  useEffect(() => {
    let here = true
    void findDraft(name).then((kept) => {
      const parsed = recordDraftSchema.safeParse(kept)
      // Whoever types faster than the store answers keeps what was typed.
      if (here && !touched.current && parsed.success) setDraft(parsed.data)
    })
    return () => {
      here = false
    }
  }, [name])
  const record = useKept('exhibit.record', {
    onDone: ({ items }) => {
      void dropDraft(name)
      setRecorded(items)
    },
    onKept: () => {
      void dropDraft(name)
      tell(t('exhibit.record.waits'))
      void navigate({ to: '/cases/$caseId', params: { caseId } })
    },
  })
  if (file.error) return <Failure error={file.error} onRetry={() => void file.refetch()} />
  if (!file.data) return <Loading lines={10} />
  const { reference } = file.data
  const change = (part: Partial<RecordDraft>): void => {
    touched.current = true
    const next = { ...draft, ...part }
    setDraft(next)
    void keepDraft(name, next)
  }
  if (recorded) {
    const again = (): void => {
      touched.current = false
      setDraft(fresh())
      setPhotos({})
      setRecorded(undefined)
    }
    const pictures = draft.items.map(({ key }) => photos[key] ?? [])
    return <RecordedPage caseId={caseId} items={recorded} pictures={pictures} onAgain={again} />
  }
  const currency = money.data?.currency ?? ''
  const body = asBody(caseId, draft, currency)
  return (
    <Panes
      name="exhibits-record"
      file={
        <RecordForm
          file={file.data}
          draft={draft}
          currency={currency}
          parties={parties}
          photos={photos}
          onPhotos={setPhotos}
          onChange={change}
        />
      }
      act={
        <RecordSummary
          draft={draft}
          photos={photos}
          busy={record.isPending}
          error={record.error}
          onRun={body && (() => record.mutate({ body, reference }))}
        />
      }
    />
  )
}
