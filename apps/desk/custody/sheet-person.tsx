import { Link } from '@tanstack/react-router'
import type { Custody } from '#contracts/custody/custody.ts'
import { Ref } from '../design/ref.tsx'
import { Fact, Facts, Section } from '../design/section.tsx'
import { PartialDate, When } from '../design/when.tsx'
import { useLanguage } from '../i18n/language.tsx'

/** What the line of the register says: who, why, by whom, where from. */
export function SheetPerson({ held }: { readonly held: Custody }) {
  const { t, locale } = useLanguage()
  const { person } = held
  const words = (name: Parameters<typeof t>[0], value: string | null | undefined) =>
    value ? (
      <Fact name={t(name)}>
        <bdi>{value}</bdi>
      </Fact>
    ) : null
  return (
    <Section title={t('custody.person')}>
      <Facts>
        {held.caseId !== null && (
          <Fact name={t('custody.caseLink')}>
            <Link to="/cases/$caseId" params={{ caseId: held.caseId }}>
              <Ref>{held.caseReference}</Ref>
            </Link>
          </Fact>
        )}
        {person?.birth && (
          <Fact name={t('custody.birth')}>
            {/^\d{4}(?:-\d{2}){0,2}$/.test(person.birth) ? (
              <PartialDate date={person.birth} />
            ) : (
              <bdi>{person.birth}</bdi>
            )}
          </Fact>
        )}
        {words('custody.nationality', person?.nationality)}
        {person?.document && (
          <Fact name={t('custody.document')}>
            <Ref>{person.document}</Ref>
          </Fact>
        )}
        {words('custody.parents', person?.parents)}
        {words('custody.address', person?.address)}
        <Fact name={t('custody.arrested')}>
          <When at={held.arrestedAt} /> {held.arrestPlace && <bdi>{held.arrestPlace}</bdi>}
          {held.outsideDistrict && <> · {t('custody.outside')}</>}
        </Fact>
        <Fact name={t('custody.placed')}>
          <When at={held.placedAt} />
        </Fact>
        {words('custody.placeName', locale === 'ar' ? held.placeName.ar : held.placeName.fr)}
        <Fact name={t('custody.inquiry')}>{t(`case.inquiry.${held.inquiry}`)}</Fact>
        {held.grounds.length > 0 && (
          <Fact name={t('custody.grounds')}>
            {held.grounds.map(({ code, ar, fr }) => (
              <span key={code} style={{ display: 'block' }}>
                <bdi>{locale === 'ar' ? ar : fr}</bdi>
              </span>
            ))}
          </Fact>
        )}
        {words('custody.officer', locale === 'ar' ? held.officer.nameAr : held.officer.nameLatin)}
        {words(
          'custody.prosecutors',
          held.prosecutors.map(({ nameAr, nameFr }) => (locale === 'ar' ? nameAr : nameFr)).join(' · '),
        )}
      </Facts>
    </Section>
  )
}
