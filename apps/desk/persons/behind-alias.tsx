import { useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { useState } from 'react'
import type { CaseFile } from '#contracts/casework/case.ts'
import { aliasesOfPersonSchema, casesOfPersonSchema } from '#contracts/casework/case-lists.ts'
import { protectedPersonsSchema } from '#contracts/casework/participants.ts'
import { read } from '../api/queries.ts'
import { CaseRow } from '../cases/case-row.tsx'
import { Failure } from '../design/failure.tsx'
import { Loading } from '../design/loading.tsx'
import page from '../design/page.module.css'
import { rowClasses } from '../design/rows.tsx'
import { Section } from '../design/section.tsx'
import { useT } from '../i18n/language.tsx'
import { Dialog } from '../keys/dialog.tsx'
import { AskReason } from '../search/ask-reason.tsx'
import { groupFacts } from './group-facts.ts'
import { PersonFacts } from './person-facts.tsx'

// What was uncovered is asked for, and recorded, each time anew; it does not stay behind in the memory of the page.
const unkept = { staleTime: Infinity, gcTime: 0, refetchOnWindowFocus: false } as const

/** On the sheet of a person, for those who may know: under which aliases the person is protected. */
export function AliasesOfPerson({ personId, reason }: { readonly personId: string; readonly reason: string }) {
  const t = useT()
  const aliases = useQuery({
    ...read(`/persons/${personId}/aliases`, aliasesOfPersonSchema, { query: { reason } }),
    ...unkept,
  })
  return (
    <Section title={t('person.aliases')}>
      {aliases.error && <Failure error={aliases.error} onRetry={() => void aliases.refetch()} />}
      {aliases.isPending && <Loading lines={2} />}
      {aliases.data?.items.length === 0 && <p className={page['quiet']}>{t('person.aliases.none')}</p>}
      <div className={rowClasses['rows']}>
        {aliases.data?.items.map((item) => (
          <CaseRow
            key={item.participantId}
            item={item.case}
            second={[
              item.alias,
              t(`role.${item.role}`) + (item.until === null ? '' : ` (${t('case.person.former')})`),
            ].join(' · ')}
          />
        ))}
      </div>
    </Section>
  )
}

/** Who stands behind an alias of a file, for those who may know: a reason first, then the person. */
export function BehindAlias({
  file,
  link,
  onClose,
}: {
  readonly file: CaseFile
  readonly link: CaseFile['participants'][number]
  readonly onClose: () => void
}) {
  const t = useT()
  const [reason, setReason] = useState<string>()
  return (
    <Dialog onClose={onClose} title={t('person.behind', { alias: link.alias ?? '' })} size="lg">
      {reason === undefined ? (
        <AskReason about="protected" label="person.behind.show" onReason={setReason} />
      ) : (
        <Uncovered file={file} participantId={link.id} reason={reason} />
      )}
    </Dialog>
  )
}

function Uncovered({
  file,
  participantId,
  reason,
}: {
  readonly file: CaseFile
  readonly participantId: string
  readonly reason: string
}) {
  const t = useT()
  const asked = { query: { reason }, purpose: `case:${file.id}` }
  const known = useQuery({ ...read(`/cases/${file.id}/protected`, protectedPersonsSchema, asked), ...unkept })
  const person = known.data?.items.find((each) => each.participantId === participantId)?.person
  // In which of the cases that the reader may see each fact was learned.
  const cases = useQuery({
    ...read(`/persons/${person?.id ?? ''}/cases`, casesOfPersonSchema, asked),
    ...unkept,
    enabled: person !== undefined,
  })
  if (known.error) return <Failure error={known.error} onRetry={() => void known.refetch()} />
  if (!known.data || cases.isLoading) return <Loading lines={6} />
  if (!person) return <p className={page['quiet']}>{t('person.aliases.none')}</p>
  return (
    <div className={page['stack']}>
      <p className={page['quiet']}>{t('person.behind.recorded')}</p>
      <PersonFacts
        groups={groupFacts(person)}
        cases={new Map([file, ...(cases.data?.items ?? []).map((item) => item.case)].map((each) => [each.id, each]))}
      />
      <p>
        <Link
          className={page['link']}
          to="/cases/$caseId/persons/$personId"
          params={{ caseId: file.id, personId: person.id }}
          search={(before) => before}
        >
          {t('person.open')}
        </Link>
      </p>
    </div>
  )
}
