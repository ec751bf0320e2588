import { Button } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { useParams } from '@tanstack/react-router'
import { absenceEndedAnswer, grantRoleAnswer, officerAnswer } from '#contracts/organisation/officers.ts'
import { useCommand } from '../api/commands.ts'
import { read } from '../api/queries.ts'
import caseClasses from '../cases/case-page.module.css'
import { Failure } from '../design/failure.tsx'
import { Loading } from '../design/loading.tsx'
import page from '../design/page.module.css'
import { Ref } from '../design/ref.tsx'
import { Fact, Facts, Section } from '../design/section.tsx'
import { StateChip } from '../design/state-chip.tsx'
import { When } from '../design/when.tsx'
import { useLanguage } from '../i18n/language.tsx'
import { useMay, useMe } from '../session/me.tsx'
import { Panes } from '../shell/panes.tsx'
import { usePostName } from '../organisation/posts.tsx'
import { referenceQuery } from '../organisation/reference-query.ts'
import { type OfficerFile, officerRefresh } from './officer-data.ts'
import { OfficerOperations } from './officer-operations.tsx'
import { Recoveries } from './recoveries.tsx'

/** An officer: where posted, with which roles and quality, absent or not. */
export function OfficerPage() {
  const { officerId } = useParams({ from: '/admin/officers/$officerId' })
  const { data: officer, error, refetch, dataUpdatedAt } = useQuery(read(`/officers/${officerId}`, officerAnswer))
  if (error) return <Failure error={error} onRetry={() => void refetch()} />
  if (!officer) return <Loading lines={10} />
  return (
    <Panes
      name="officer"
      file={<OfficerStory key={officer.id} officer={officer} readAt={dataUpdatedAt} />}
      act={<OfficerOperations key={officer.id} officer={officer} />}
    />
  )
}

function OfficerStory({ officer, readAt }: { readonly officer: OfficerFile; readonly readAt: number }) {
  const { t, pick, locale } = useLanguage()
  const reference = useQuery(referenceQuery)
  const postName = usePostName()
  const me = useMe()
  const mayGrant = useMay('role.grant')
  const mayAbsence = useMay('absence.record')
  const named = (
    list: readonly { code: string; labels: { ar: string; fr: string; en: string } }[] | undefined,
    code: string | null,
  ) => {
    const found = list?.find((each) => each.code === code)
    return found ? pick(found.labels) : (code ?? t('common.none'))
  }
  const endRole = useCommand(
    { path: (id: string) => `/role-grants/${id}/end`, body: () => ({}), answer: grantRoleAnswer },
    { refresh: officerRefresh(officer.id) },
  )
  const endAbsence = useCommand(
    { path: (id: string) => `/absences/${id}/end`, body: () => ({}), answer: absenceEndedAnswer },
    { refresh: officerRefresh(officer.id) },
  )
  const span = (each: { from: string; to: string | null }) => (
    <small>
      <When at={each.from} form="date" /> – {each.to ? <When at={each.to} form="date" /> : t('officer.now')}
    </small>
  )
  const { qualityNow } = officer
  const isRunning = (each: { to: string | null }): boolean => each.to === null || Date.parse(each.to) > readAt
  const isAway = officer.absences.some((each) => Date.parse(each.from) <= readAt && isRunning(each))
  return (
    <article className={page['reading']}>
      <header className={caseClasses['head']}>
        <div className={caseClasses['reference']}>
          <Ref strong>{officer.serviceNumber}</Ref>
          <StateChip tone={officer.state === 'active' ? 'done' : 'late'}>
            {t(`officer.state.${officer.state}`)}
          </StateChip>
          {officer.state === 'active' && isAway && <StateChip tone="soon">{t('officer.away')}</StateChip>}
        </div>
        <h1>
          <bdi>{locale === 'ar' ? officer.nameAr : officer.nameLatin}</bdi>
        </h1>
        <p>
          {named(reference.data?.ranks, officer.rankCode)} · <bdi>{pick(officer.unit.names)}</bdi>
        </p>
      </header>
      <Facts>
        <Fact name={t('officer.post')}>
          <bdi>{postName(officer.post)}</bdi>
        </Fact>
        <Fact name={t('officer.quality')}>
          {qualityNow.quality === null
            ? t('officer.qualityNone')
            : named(reference.data?.qualities, qualityNow.quality)}{' '}
          {qualityNow.suspended && <StateChip tone="late">{t('officer.qualitySuspended')}</StateChip>}
        </Fact>
      </Facts>
      <Recoveries officerId={officer.id} />
      {(endRole.error ?? endAbsence.error) && <Failure error={endRole.error ?? endAbsence.error} />}
      <Section title={t('officer.roles')}>
        <ul>
          {officer.roles.map((role) => (
            <li key={role.id} className={caseClasses['note']}>
              {named(reference.data?.roles, role.roleCode)} · {t(`account.role.${role.reason}`)} ·{' '}
              <bdi>{pick(role.unitNames)}</bdi> {span(role)}{' '}
              {mayGrant && officer.id !== me.officer.id && isRunning(role) && (
                <Button size="compact-xs" variant="subtle" color="gray" onClick={() => endRole.mutate(role.id)}>
                  {t('officer.endRole')}
                </Button>
              )}
            </li>
          ))}
        </ul>
      </Section>
      <Section title={t('officer.postings')}>
        <ul>
          {officer.postings.map((posting) => (
            <li key={posting.id} className={caseClasses['note']}>
              <bdi>{pick(posting.unitNames)}</bdi> · <bdi>{postName(posting.post)}</bdi> {span(posting)}
            </li>
          ))}
        </ul>
      </Section>
      {officer.qualities.length > 0 && (
        <Section title={t('officer.qualities')}>
          <ul>
            {officer.qualities.map((quality) => (
              <li key={quality.id} className={caseClasses['note']}>
                {t(`officer.quality.${quality.kind}`)}
                {' · '}
                {named(
                  quality.kind === 'held' ? reference.data?.qualities : reference.data?.measures,
                  quality.code,
                )} · <Ref>{quality.decisionRef}</Ref> {span(quality)}
              </li>
            ))}
          </ul>
        </Section>
      )}
      {officer.absences.length > 0 && (
        <Section title={t('officer.absences')}>
          <ul>
            {officer.absences.map((absence) => (
              <li key={absence.id} className={caseClasses['note']}>
                {t(`officer.absence.${absence.kind}`)}
                {absence.decisionRef !== null && (
                  <>
                    {' · '}
                    <Ref>{absence.decisionRef}</Ref>
                  </>
                )}
                {absence.acting && (
                  <>
                    {' · '}
                    {t('officer.actingOfficer')}{' '}
                    <bdi>{locale === 'ar' ? absence.acting.nameAr : absence.acting.nameLatin}</bdi>
                  </>
                )}{' '}
                {span(absence)}{' '}
                {mayAbsence && absence.kind !== 'suspension' && isRunning(absence) && (
                  <Button size="compact-xs" variant="subtle" color="gray" onClick={() => endAbsence.mutate(absence.id)}>
                    {t('officer.endAbsence')}
                  </Button>
                )}
              </li>
            ))}
          </ul>
        </Section>
      )}
    </article>
  )
}
