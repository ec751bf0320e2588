import { IconEyeExclamation, IconUserEdit } from '@tabler/icons-react'
import { useQuery } from '@tanstack/react-query'
import { Link, useNavigate, useParams, useSearch } from '@tanstack/react-router'
import { useState } from 'react'
import { casesOfPersonSchema } from '#contracts/casework/case-lists.ts'
import { personSchema } from '#contracts/registry/person.ts'
import { read } from '../api/queries.ts'
import { CaseRow } from '../cases/case-row.tsx'
import { Failure } from '../design/failure.tsx'
import { Loading } from '../design/loading.tsx'
import page from '../design/page.module.css'
import { PersonName } from '../design/ref.tsx'
import { rowClasses } from '../design/rows.tsx'
import { Section } from '../design/section.tsx'
import { useLanguage } from '../i18n/language.tsx'
import { ActButton } from '../keys/act-button.tsx'
import { useListKeys } from '../keys/use-list-keys.ts'
import { AskReason } from '../search/ask-reason.tsx'
import { useMay } from '../session/me.tsx'
import { AliasesOfPerson } from './behind-alias.tsx'
import { FactDialog } from './fact-dialog.tsx'
import { type Known, groupFacts } from './group-facts.ts'
import { PersonFacts } from './person-facts.tsx'

/** A person seen from a case, which explains the look. */
export function PersonInCasePage() {
  const { caseId, personId } = useParams({ from: '/cases/$caseId/persons/$personId' })
  const { t } = useLanguage()
  return (
    <div className={page['reading']}>
      <p>
        <Link className={page['link']} to="/cases/$caseId" params={{ caseId }} search={(before) => before}>
          {t('person.backToCase')}
        </Link>
      </p>
      <PersonSheet key={personId} personId={personId} caseId={caseId} />
    </div>
  )
}

/** A person found by search; a reason explains the look. */
export function PersonPage() {
  const { personId } = useParams({ from: '/persons/$personId' })
  const { reason } = useSearch({ from: '/persons/$personId' })
  const navigate = useNavigate()
  const { t } = useLanguage()
  return (
    <div className={page['scroll']}>
      <div className={page['reading']}>
        {reason === undefined ? (
          <>
            <h1 className={page['title']}>{t('person.sheet')}</h1>
            <AskReason
              label="person.open"
              onReason={(given) =>
                void navigate({ to: '/persons/$personId', params: { personId }, search: { reason: given } })
              }
            />
          </>
        ) : (
          <PersonSheet key={personId} personId={personId} reason={reason} />
        )}
      </div>
    </div>
  )
}

interface SheetProps {
  readonly personId: string
  readonly caseId?: string
  readonly reason?: string
}

function PersonSheet({ personId, caseId, reason }: SheetProps) {
  const { t, locale, number } = useLanguage()
  const mayChange = useMay('person.change')
  const mayUncover = useMay('person.protected')
  const [asking, setAsking] = useState(false)
  const [uncovered, uncover] = useState<string>()
  const [dialog, setDialog] = useState<{ readonly corrects?: Known }>()
  const list = useListKeys<HTMLElement>()
  const options = {
    query: { reason: uncovered ?? reason },
    ...(caseId === undefined ? {} : { purpose: `case:${caseId}` }),
  }
  const path = `/persons/${personId}`
  const person = useQuery(read(uncovered === undefined ? path : `${path}/protected`, personSchema, options))
  const cases = useQuery(read(`${path}/cases`, casesOfPersonSchema, { ...options, query: { reason } }))
  if (person.error) return <Failure error={person.error} onRetry={() => void person.refetch()} />
  if (!person.data) return <Loading lines={10} />
  const items = cases.data?.items ?? []
  const nameIn = (script: 'ar' | 'latin'): string | null => {
    const holding = person.data.names.filter((each) => each.script === script && each.endedAt === null)
    const name = holding.findLast(({ kind }) => kind !== 'alias') ?? holding.at(-1)
    return name ? `${name.given} ${name.family}`.trim() : null
  }
  return (
    <article ref={list}>
      <header className={page['head']}>
        <h1>
          <PersonName ar={nameIn('ar')} latin={nameIn('latin')} locale={locale} unknown={t('case.person.unknown')} />
        </h1>
      </header>
      <Section
        title={t('person.known.title')}
        aside={
          <span className={page['actions']}>
            {mayUncover && !asking && uncovered === undefined && (
              <ActButton
                id="person uncover"
                label="person.uncover"
                keys="h"
                icon={IconEyeExclamation}
                size="xs"
                variant="subtle"
                onRun={() => setAsking(true)}
              />
            )}
            {mayChange && (
              <ActButton
                id="person fact"
                label="person.addFact"
                keys="a"
                icon={IconUserEdit}
                size="xs"
                variant="subtle"
                onRun={() => setDialog({})}
              />
            )}
          </span>
        }
      >
        {asking && (
          <AskReason
            about="protected"
            label="person.uncover"
            onReason={(given) => {
              setAsking(false)
              uncover(given)
            }}
          />
        )}
        <PersonFacts
          groups={groupFacts(person.data)}
          cases={new Map(items.map((item) => [item.case.id, item.case]))}
          onCorrect={mayChange ? (corrects) => setDialog({ corrects }) : undefined}
        />
      </Section>
      {uncovered !== undefined && <AliasesOfPerson personId={personId} reason={uncovered} />}
      <Section title={t('person.cases')} count={items.length > 0 ? number(items.length) : undefined}>
        {cases.error && <Failure error={cases.error} onRetry={() => void cases.refetch()} />}
        {cases.data && items.length === 0 && <p className={page['quiet']}>{t('person.noCases')}</p>}
        <div className={rowClasses['rows']}>
          {items.map((item) => (
            <CaseRow
              key={item.case.id}
              item={item.case}
              second={item.roles
                .map(({ role, until }) => t(`role.${role}`) + (until === null ? '' : ` (${t('case.person.former')})`))
                .join(' · ')}
            />
          ))}
        </div>
      </Section>
      {dialog && (
        <FactDialog
          personId={personId}
          caseId={caseId}
          corrects={dialog.corrects}
          refresh={[[path], [`${path}/protected`], ...(caseId === undefined ? [] : [[`/cases/${caseId}`]])]}
          onClose={() => setDialog(undefined)}
        />
      )}
    </article>
  )
}
