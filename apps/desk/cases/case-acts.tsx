import { IconFilePlus } from '@tabler/icons-react'
import { useQuery } from '@tanstack/react-query'
import { Link, useNavigate } from '@tanstack/react-router'
import type { CaseFile } from '#contracts/casework/case.ts'
import { draftListSchema } from '#contracts/documents/draft.ts'
import { type PvSummary, pvListSchema } from '#contracts/documents/pv.ts'
import { read } from '../api/queries.ts'
import { Failure } from '../design/failure.tsx'
import page from '../design/page.module.css'
import { Ref } from '../design/ref.tsx'
import { RowText, rowClasses } from '../design/rows.tsx'
import { Section } from '../design/section.tsx'
import { StateChip, type Tone } from '../design/state-chip.tsx'
import { When } from '../design/when.tsx'
import { useLanguage } from '../i18n/language.tsx'
import { ActButton } from '../keys/act-button.tsx'

export const pvTones: Readonly<Record<PvSummary['state'], Tone>> = {
  finalised: 'soon',
  sealed: 'done',
  abandoned: 'plain',
}

/** The PVs of the file, and the officer's own drafts for it. */
export function CaseActs({ file }: { readonly file: CaseFile }) {
  const { t, pick, locale } = useLanguage()
  const navigate = useNavigate()
  const pvs = useQuery(read(`/cases/${file.id}/pvs`, pvListSchema, { purpose: `case:${file.id}` }))
  const drafts = useQuery({ ...read('/drafts', draftListSchema), enabled: file.can.draftPv === true })
  const own = drafts.data?.items.filter((draft) => draft.caseId === file.id) ?? []
  const none = pvs.data?.items.length === 0 && own.length === 0
  return (
    <Section
      title={t('case.acts')}
      aside={
        file.can.draftPv && (
          <ActButton
            id="case pv"
            label="case.acts.new"
            keys="p"
            icon={IconFilePlus}
            size="xs"
            variant="subtle"
            onRun={() =>
              void navigate({ to: '/cases/$caseId/pv', params: { caseId: file.id }, search: (before) => before })
            }
          />
        )
      }
    >
      {pvs.error && <Failure error={pvs.error} onRetry={() => void pvs.refetch()} />}
      {none && <p className={page['quiet']}>{t('case.acts.none')}</p>}
      <div className={rowClasses['rows']}>
        {own.map((draft) => (
          <Link
            key={draft.id}
            to="/drafts/$draftId"
            params={{ draftId: draft.id }}
            className={rowClasses['row'] ?? ''}
            data-row
          >
            <RowText
              title={draft.labels ? pick(draft.labels) : draft.form}
              state={<StateChip tone="active">{t('pv.draft')}</StateChip>}
              end={<When at={draft.savedAt} />}
            />
          </Link>
        ))}
        {pvs.data?.items.map((pv) => (
          <Link key={pv.id} to="/pvs/$pvId" params={{ pvId: pv.id }} className={rowClasses['row'] ?? ''} data-row>
            <RowText
              lead={<Ref>{pv.reference}</Ref>}
              title={pick(pv.labels)}
              state={<StateChip tone={pvTones[pv.state]}>{t(`pv.state.${pv.state}`)}</StateChip>}
              second={<bdi>{locale === 'ar' ? pv.author.nameAr : pv.author.nameLatin}</bdi>}
              end={<When at={pv.actAt ?? pv.finalisedAt} />}
            />
          </Link>
        ))}
      </div>
    </Section>
  )
}
