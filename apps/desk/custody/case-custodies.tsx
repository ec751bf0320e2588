import { IconUserPlus } from '@tabler/icons-react'
import { useQuery } from '@tanstack/react-query'
import { useNavigate } from '@tanstack/react-router'
import type { CaseFile } from '#contracts/casework/case.ts'
import { Failure } from '../design/failure.tsx'
import page from '../design/page.module.css'
import { rowClasses } from '../design/rows.tsx'
import { Section } from '../design/section.tsx'
import { useT } from '../i18n/language.tsx'
import { ActButton } from '../keys/act-button.tsx'
import { useMay } from '../session/me.tsx'
import { caseCustodiesQuery } from './custody-api.ts'
import { CustodyRow } from './custody-row.tsx'

/** Who was or is held for the case, each with the clock in short. */
export function CaseCustodies({ file }: { readonly file: CaseFile }) {
  const t = useT()
  const navigate = useNavigate()
  const mayRead = useMay('custody.read')
  const mayOpen = useMay('custody.open') && (file.state === 'open' || file.state === 'reopened')
  const { data, error, refetch } = useQuery({ ...caseCustodiesQuery(file.id), enabled: mayRead })
  if (!mayRead || (data?.items.length === 0 && !mayOpen)) return null
  return (
    <Section
      title={t('custody.ofCase')}
      aside={
        mayOpen && (
          <ActButton
            id="case custody"
            label="custody.new"
            keys="g d"
            icon={IconUserPlus}
            size="xs"
            variant="subtle"
            onRun={() => void navigate({ to: '/custody/new', search: { case: file.id } })}
          />
        )
      }
    >
      {error && <Failure error={error} onRetry={() => void refetch()} />}
      {data?.items.length === 0 && <p className={page['quiet']}>{t('custody.ofCaseNone')}</p>}
      <div className={rowClasses['rows']}>
        {data?.items.map((held) => (
          <CustodyRow key={held.id} held={held} />
        ))}
      </div>
    </Section>
  )
}
