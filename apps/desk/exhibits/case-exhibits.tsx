import { IconPackage, IconPrinter } from '@tabler/icons-react'
import { useQuery } from '@tanstack/react-query'
import { useNavigate } from '@tanstack/react-router'
import type { CaseFile } from '#contracts/casework/case.ts'
import { Failure } from '../design/failure.tsx'
import page from '../design/page.module.css'
import { rowClasses } from '../design/rows.tsx'
import { Section } from '../design/section.tsx'
import { useLanguage } from '../i18n/language.tsx'
import { ActButton } from '../keys/act-button.tsx'
import { useMay } from '../session/me.tsx'
import { ExhibitRow } from './exhibit-row.tsx'
import { caseExhibitsQuery, labelSheetAddress } from './exhibits-api.ts'

/** What was seized or found for the case: where each thing lies now and under which seal. */
export function CaseExhibits({ file }: { readonly file: CaseFile }) {
  const { t, number } = useLanguage()
  const navigate = useNavigate()
  const mayRead = useMay('exhibit.read')
  const { data, error, refetch } = useQuery({ ...caseExhibitsQuery(file.id), enabled: mayRead })
  if (!mayRead) return null
  const items = data?.items ?? []
  return (
    <Section
      title={t('exhibits.title')}
      count={items.length > 0 ? number(items.length) : undefined}
      aside={
        <span className={page['actions']}>
          {items.length > 0 && (
            <ActButton
              id="case exhibit labels"
              label="exhibits.printLabels"
              icon={IconPrinter}
              size="xs"
              variant="subtle"
              onRun={() => window.open(labelSheetAddress({ exhibits: items.slice(0, 60).map(({ id }) => id) }))}
            />
          )}
          {data?.can.record === true && (
            <ActButton
              id="case exhibits"
              label="exhibits.record"
              keys="g x"
              icon={IconPackage}
              size="xs"
              variant="subtle"
              onRun={() => void navigate({ to: '/exhibits/new', search: { case: file.id } })}
            />
          )}
        </span>
      }
    >
      {error && <Failure error={error} onRetry={() => void refetch()} />}
      {data && items.length === 0 && <p className={page['quiet']}>{t('exhibits.ofCaseNone')}</p>}
      <div className={rowClasses['rows']}>
        {items.map((item) => (
          <ExhibitRow key={item.id} item={item} />
        ))}
      </div>
    </Section>
  )
}
