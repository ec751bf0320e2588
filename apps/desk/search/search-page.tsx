import { TextInput } from '@mantine/core'
import { IconListSearch, IconSearch, IconSearchOff } from '@tabler/icons-react'
import { useQuery } from '@tanstack/react-query'
import { Link, useNavigate, useSearch } from '@tanstack/react-router'
import { useState } from 'react'
import { caseSearchAnswer } from '#contracts/casework/case-lists.ts'
import { read } from '../api/queries.ts'
import { EmergencyAccess } from '../cases/emergency-access.tsx'
import { CaseRow } from '../cases/case-row.tsx'
import { Empty } from '../design/empty.tsx'
import { Failure } from '../design/failure.tsx'
import { Loading } from '../design/loading.tsx'
import page from '../design/page.module.css'
import { PersonName, Ref } from '../design/ref.tsx'
import { rowClasses } from '../design/rows.tsx'
import { Section } from '../design/section.tsx'
import { PartialDate } from '../design/when.tsx'
import { useLanguage } from '../i18n/language.tsx'
import { useListKeys } from '../keys/use-list-keys.ts'
import { AskReason } from './ask-reason.tsx'
import classes from './search.module.css'
import { focusFirst } from '../design/focus-first.ts'

/** One field that understands numbers, documents and names in both scripts. */
export function SearchPage() {
  const { t } = useLanguage()
  const navigate = useNavigate()
  const { q = '', reason } = useSearch({ from: '/search' })
  const [text, setText] = useState(q)
  const list = useListKeys<HTMLDivElement>()
  return (
    <div className={page['scroll']}>
      <div className={page['reading']} ref={list}>
        <search>
          <form
            ref={focusFirst}
            onSubmit={(event) => {
              event.preventDefault()
              void navigate({ to: '/search', search: { q: text.trim() } })
            }}
          >
            <div className={classes['head']}>
              <h1 className={classes['title']}>{t('search.title')}</h1>
              <EmergencyAccess />
            </div>
            <TextInput
              key={q}
              size="lg"
              aria-label={t('search.placeholder')}
              placeholder={t('search.placeholder')}
              defaultValue={q}
              dir="auto"
              data-autofocus
              leftSection={<IconSearch size={20} stroke={1.6} />}
              onChange={(event) => setText(event.currentTarget.value)}
            />
          </form>
        </search>
        {q.length < 2 ? (
          <Empty icon={IconListSearch} title={t('search.hintTitle')}>
            {t('search.hint')}
          </Empty>
        ) : (
          <Results q={q} reason={reason} />
        )}
      </div>
    </div>
  )
}

function Results({ q, reason }: { readonly q: string; readonly reason: string | undefined }) {
  const { t, locale, number } = useLanguage()
  const navigate = useNavigate()
  const found = useQuery(read('/search', caseSearchAnswer, { query: { q, reason } }))
  if (found.error) return <Failure error={found.error} onRetry={() => void found.refetch()} />
  if (!found.data) return <Loading lines={6} />
  const { cases, persons, purposeNeeded } = found.data
  return (
    <>
      {purposeNeeded && (
        <AskReason
          label="search.title"
          onReason={(given) => void navigate({ to: '/search', search: { q, reason: given } })}
        />
      )}
      {cases.length === 0 && (persons ?? []).length === 0 && !purposeNeeded && (
        <Empty icon={IconSearchOff} title={t('search.none', { text: q })}>
          {t('search.noneBody')}
        </Empty>
      )}
      {cases.length > 0 && (
        <Section title={t('search.cases')} count={number(cases.length)}>
          <div className={rowClasses['rows']}>
            {cases.map((item) => (
              <CaseRow key={item.id} item={item} />
            ))}
          </div>
        </Section>
      )}
      {persons && persons.length > 0 && (
        <Section title={t('search.persons')} count={number(persons.length)}>
          <ul className={classes['persons']}>
            {persons.map((person) => (
              <li key={person.id}>
                <Link
                  className={classes['name']}
                  to="/persons/$personId"
                  params={{ personId: person.id }}
                  search={{ reason }}
                  data-row
                >
                  <PersonName
                    ar={person.nameAr}
                    latin={person.nameLatin}
                    locale={locale}
                    unknown={t('case.person.unknown')}
                  />
                </Link>
                <span className={page['quiet']}>
                  {person.birthDate && <PartialDate date={person.birthDate} />}{' '}
                  {person.documents.map((document) => (
                    <Ref key={document.number}>{document.number}</Ref>
                  ))}
                </span>
                <span className={page['quiet']}>
                  {t(person.matched === 'document' ? 'search.matchedDocument' : 'search.matchedName')}
                  {' · '}
                  {t('search.inCases', { count: person.caseIds.length })}
                </span>
              </li>
            ))}
          </ul>
        </Section>
      )}
    </>
  )
}
