import { IconUserPlus } from '@tabler/icons-react'
import { useQuery } from '@tanstack/react-query'
import { Link, useNavigate } from '@tanstack/react-router'
import type { z } from 'zod'
import type { unitDetailAnswer } from '#contracts/organisation/units.ts'
import { Failure } from '../design/failure.tsx'
import { Loading } from '../design/loading.tsx'
import page from '../design/page.module.css'
import { Ref } from '../design/ref.tsx'
import { RowText, rowClasses } from '../design/rows.tsx'
import { Fact, Facts, Section } from '../design/section.tsx'
import { StateChip } from '../design/state-chip.tsx'
import { PartialDate } from '../design/when.tsx'
import { useLanguage } from '../i18n/language.tsx'
import { isTextKey } from '../i18n/translate.ts'
import { ActButton } from '../keys/act-button.tsx'
import { useMay } from '../session/me.tsx'
import { officersQuery } from '../organisation/officers-query.ts'
import { usePostName } from '../organisation/posts.tsx'
import { referenceQuery } from '../organisation/reference-query.ts'
import { UnitHistory } from './unit-history.tsx'
import type { Unit } from './units-page.tsx'

/** A unit: since when, how sure that is, which systems it has, who serves in it. */
export function UnitDetail({
  unit,
  detail,
}: {
  readonly unit: Unit
  readonly detail: z.output<typeof unitDetailAnswer> | undefined
}) {
  const { t, pick, locale } = useLanguage()
  const officers = useQuery(officersQuery(unit.id))
  const reference = useQuery(referenceQuery)
  const postName = usePostName()
  const labelOf = (list: 'systems' | 'unitKinds', code: string): string => {
    const found = reference.data?.[list].find((each) => each.code === code)
    return found ? pick(found.labels) : code
  }
  const above = detail?.id === unit.id ? detail.chain.find(({ depth }) => depth === 1) : undefined
  const isClosed = detail?.id === unit.id && detail.closedOn !== null
  const navigate = useNavigate()
  const mayEnrol = useMay('officer.change')
  const confidence = `admin.confidence.${unit.confidence.toLowerCase()}`
  return (
    <article className={page['reading']}>
      <header className={page['head']}>
        <div>
          <h1>
            <bdi>{pick(unit.names)}</bdi> {isClosed && <StateChip tone="plain">{t('unit.event.closed')}</StateChip>}
          </h1>
          {!unit.nameKnown && <p>{t('admin.nameUnknown')}</p>}
        </div>
      </header>
      <Facts>
        <Fact name={t('unit.kind')}>{labelOf('unitKinds', unit.kind)}</Fact>
        {above && (
          <Fact name={t('unit.under')}>
            <Link to="/admin" search={{ unit: above.id }} className={page['link'] ?? ''}>
              <bdi>{pick(above.names)}</bdi>
            </Link>
          </Fact>
        )}
        {detail?.closedOn && (
          <Fact name={t('unit.event.closed')}>
            <PartialDate date={detail.closedOn} />
          </Fact>
        )}
        {unit.since !== '' && (
          <Fact name={t(unit.dateKnown ? 'admin.since' : 'admin.sinceKnownBy')}>
            <PartialDate date={unit.since} />
          </Fact>
        )}
        {unit.place && (
          <Fact name={t('admin.place')}>
            <bdi>{unit.place}</bdi>
          </Fact>
        )}
        <Fact name={t('admin.confidence')}>{isTextKey(confidence) ? t(confidence) : unit.confidence}</Fact>
        {!isClosed && (
          <Fact name={t('admin.signOnScreen')}>
            {t(unit.signOnScreen ? 'admin.onScreen.yes' : 'admin.onScreen.no')}
          </Fact>
        )}
      </Facts>
      {unit.systems.length > 0 && (
        <Section title={t('admin.systems')}>
          <Facts>
            {unit.systems.map((system) => (
              <Fact key={system.system} name={labelOf('systems', system.system)}>
                <StateChip tone={system.stage === 'pilot' ? 'soon' : 'done'}>
                  {t(`admin.stage.${system.stage}`)}
                </StateChip>{' '}
                <PartialDate date={system.from} />
              </Fact>
            ))}
          </Facts>
        </Section>
      )}
      <Section
        title={t('admin.officers')}
        aside={
          mayEnrol &&
          !isClosed && (
            <ActButton
              id="enrol"
              label="officer.enrol"
              keys="n"
              icon={IconUserPlus}
              size="xs"
              variant="subtle"
              onRun={() => void navigate({ to: '/admin/enrol', search: { unit: unit.id } })}
            />
          )
        }
      >
        {officers.isPending && <Loading lines={4} />}
        {officers.error && <Failure error={officers.error} onRetry={() => void officers.refetch()} />}
        {officers.data?.items.length === 0 && <p className={page['quiet']}>{t('admin.officersNone')}</p>}
        <ul>
          {officers.data?.items.map((officer) => (
            <li key={officer.id}>
              <Link
                to="/admin/officers/$officerId"
                params={{ officerId: officer.id }}
                className={rowClasses['row'] ?? ''}
                data-row
              >
                <RowText
                  lead={<Ref>{officer.serviceNumber}</Ref>}
                  title={<bdi>{locale === 'ar' ? officer.nameAr : officer.nameLatin}</bdi>}
                  more={postName(officer.post)}
                  state={
                    officer.state !== 'active' && (
                      <StateChip tone="late">{t(`officer.state.${officer.state}`)}</StateChip>
                    )
                  }
                />
              </Link>
            </li>
          ))}
        </ul>
      </Section>
      {detail?.id === unit.id && <UnitHistory history={detail.history} />}
    </article>
  )
}
