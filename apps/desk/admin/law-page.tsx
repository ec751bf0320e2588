import { IconScale } from '@tabler/icons-react'
import { useQuery } from '@tanstack/react-query'
import { useNavigate, useSearch } from '@tanstack/react-router'
import { lawSetAnswer } from '#contracts/organisation/law.ts'
import { read } from '../api/queries.ts'
import { Empty } from '../design/empty.tsx'
import { Failure } from '../design/failure.tsx'
import { Loading } from '../design/loading.tsx'
import page from '../design/page.module.css'
import { RowText, rowClasses } from '../design/rows.tsx'
import { StateChip } from '../design/state-chip.tsx'
import { When } from '../design/when.tsx'
import { useLanguage } from '../i18n/language.tsx'
import { useListKeys } from '../keys/use-list-keys.ts'
import { useMay } from '../session/me.tsx'
import { Panes } from '../shell/panes.tsx'
import { LawChange } from './law-change.tsx'
import { lawChangesQuery, lawSetsQuery } from './law-data.ts'
import { LawSetEditor } from './law-set-editor.tsx'
import { LawSetName, useSetName } from './law-words.ts'

/** Law data: what is in force, what is proposed, and the way from one to the other, which takes two persons. */
export function LawPage() {
  const { t } = useLanguage()
  const { set, change } = useSearch({ from: '/admin/law' })
  if (!useMay('law.approve')) {
    return (
      <Empty icon={IconScale} title={t('law.title')}>
        {t('law.notYours')}
      </Empty>
    )
  }
  return (
    <Panes
      name="law"
      queue={<LawQueue set={set} change={change} />}
      file={
        change !== undefined ? (
          <LawChange key={change} id={change} />
        ) : set !== undefined ? (
          <ChosenSet key={set} name={set} />
        ) : (
          <Empty icon={IconScale} title={t('law.choose')}>
            {t('law.chooseBody')}
          </Empty>
        )
      }
    />
  )
}

function ChosenSet({ name }: { readonly name: string }) {
  const { data, error, refetch } = useQuery({ ...read(`/law-sets/${name}`, lawSetAnswer), staleTime: 60_000 })
  if (error) return <Failure error={error} onRetry={() => void refetch()} />
  if (!data) return <Loading lines={12} />
  return (
    <LawSetName value={name}>
      <LawSetEditor key={data.version} set={data} />
    </LawSetName>
  )
}

const tones = { proposed: 'soon', approved: 'done', rejected: 'plain' } as const

function LawQueue({ set, change }: { readonly set: string | undefined; readonly change: string | undefined }) {
  const { t, number } = useLanguage()
  const nameOf = useSetName()
  const navigate = useNavigate()
  const list = useListKeys<HTMLDivElement>()
  const sets = useQuery(lawSetsQuery)
  const changes = useQuery(lawChangesQuery)
  const error = sets.error ?? changes.error
  return (
    <div className={page['pane']} ref={list}>
      <header className={page['paneHead']}>
        <h1>{t('law.title')}</h1>
      </header>
      {error && <Failure error={error} />}
      {(sets.isPending || changes.isPending) && <Loading lines={6} />}
      <div className={rowClasses['rows']}>
        {sets.data?.items.map((each) => (
          <button
            key={each.name}
            type="button"
            className={rowClasses['row']}
            aria-current={each.name === set ? 'page' : undefined}
            data-row
            onClick={() => void navigate({ to: '/admin/law', search: { set: each.name } })}
          >
            <RowText
              title={nameOf(each.name)}
              state={each.waiting > 0 && <StateChip tone="soon">{t('law.waiting', { count: each.waiting })}</StateChip>}
              second={
                <>
                  {t('law.rows', { count: each.rows, number: number(each.rows) })}
                  {' · '}
                  {t('law.version', { version: number(each.version) })}
                </>
              }
              end={<When at={each.since} form="date" />}
            />
          </button>
        ))}
      </div>
      <header className={page['paneHead']}>
        <h2>{t('law.changes')}</h2>
      </header>
      {changes.data?.items.length === 0 && <p className={page['padded']}>{t('law.changesNone')}</p>}
      <div className={rowClasses['rows']}>
        {changes.data?.items.map((each) => (
          <button
            key={each.id}
            type="button"
            className={rowClasses['row']}
            aria-current={each.id === change ? 'page' : undefined}
            data-row
            onClick={() => void navigate({ to: '/admin/law', search: { change: each.id } })}
          >
            <RowText
              title={nameOf(each.name)}
              state={<StateChip tone={tones[each.state]}>{t(`law.state.${each.state}`)}</StateChip>}
              second={each.legalBasis}
              end={<When at={each.proposedAt} form="date" />}
            />
          </button>
        ))}
      </div>
    </div>
  )
}
