import { IconLock } from '@tabler/icons-react'
import { Link } from '@tanstack/react-router'
import type { CaseSummary } from '#contracts/casework/case-lists.ts'
import { Ref } from '../design/ref.tsx'
import { RowText, rowClasses } from '../design/rows.tsx'
import { When } from '../design/when.tsx'
import { useLanguage } from '../i18n/language.tsx'
import { CaseState } from './case-state.tsx'

/** A case in a list. */
export function CaseRow({ item, second }: { readonly item: CaseSummary; readonly second?: string }) {
  const { t, locale } = useLanguage()
  const label = item.mainOffence && (locale === 'ar' ? item.mainOffence.labelAr : item.mainOffence.labelFr)
  const people = item.people
    .map(({ nameAr, nameLatin }) => (locale === 'ar' ? nameAr || nameLatin : nameLatin || nameAr))
    .filter((name) => name !== null && name !== '')
  const separator = locale === 'ar' ? '، ' : ', '
  return (
    <Link
      to="/cases/$caseId"
      params={{ caseId: item.id }}
      search={(before) => before}
      className={rowClasses['row'] ?? ''}
      data-row
    >
      <RowText
        lead={
          <>
            <Ref>{item.reference}</Ref>
            {item.sealed && <IconLock size={13} aria-label={t('case.sealed')} />}
          </>
        }
        title={<bdi>{label ?? t('case.untitled')}</bdi>}
        state={<CaseState item={item} />}
        second={
          <bdi>{second ?? (people.length > 0 ? people.join(separator) : (item.place ?? t('case.person.unknown')))}</bdi>
        }
        end={<When at={item.nextDueAt ?? item.openedAt} form="day" />}
      />
    </Link>
  )
}
