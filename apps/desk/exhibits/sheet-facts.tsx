import { Link } from '@tanstack/react-router'
import type { Exhibit } from '#contracts/exhibits/exhibit.ts'
import { Ref } from '../design/ref.tsx'
import { Fact, Facts, Section } from '../design/section.tsx'
import { When } from '../design/when.tsx'
import { useLanguage } from '../i18n/language.tsx'
import { useAmount } from './exhibit-words.tsx'
import { CopyHash } from './copy-hash.tsx'

/** What is known of the thing itself, where it comes from, and who vouched for its chain. */
export function SheetFacts({ exhibit }: { readonly exhibit: Exhibit }) {
  const { t, locale, number } = useLanguage()
  const amount = useAmount()(exhibit)
  const officer = (who: Exhibit['recordedBy']) => who && <bdi>{locale === 'ar' ? who.nameAr : who.nameLatin}</bdi>
  const named = (who: Exhibit['owner']) => who && (locale === 'ar' ? who.name : (who.nameLatin ?? who.name))
  return (
    <Section title={t('exhibit.facts')}>
      <Facts>
        <Fact name={t('exhibit.kind')}>{t(`exhibit.kind.${exhibit.kind}`)}</Fact>
        {amount !== null && (
          <Fact name={t('exhibit.quantity')}>
            <bdi>{amount}</bdi>
          </Fact>
        )}
        {exhibit.countedWith && <Fact name={t('exhibit.countedWith')}>{officer(exhibit.countedWith)}</Fact>}
        {exhibit.serialNumbers.length > 0 && (
          <Fact name={t('exhibit.serials')}>
            {exhibit.serialNumbers.map((each) => (
              <span key={each}>
                <Ref>{each}</Ref>{' '}
              </span>
            ))}
          </Fact>
        )}
        {exhibit.distinguishing !== null && (
          <Fact name={t('exhibit.distinguishing')}>
            <bdi>{exhibit.distinguishing}</bdi>
          </Fact>
        )}
        <Fact name={t('exhibit.origin')}>
          {t(`exhibit.origin.${exhibit.origin}`)} <When at={exhibit.takenAt} />
        </Fact>
        {exhibit.foundAt !== null && (
          <Fact name={t('exhibit.foundAt')}>
            <bdi>{exhibit.foundAt}</bdi>
          </Fact>
        )}
        {exhibit.pv && (
          <Fact name={t('exhibit.record.pv')}>
            <Link to="/pvs/$pvId" params={{ pvId: exhibit.pv.id }}>
              <Ref>{exhibit.pv.reference}</Ref>
            </Link>{' '}
            {t(`pv.state.${exhibit.pv.state}`)}
          </Fact>
        )}
        <Fact name={t('exhibit.record.from')}>
          <bdi>{named(exhibit.heldFrom) ?? t('exhibit.record.nobody')}</bdi>
        </Fact>
        <Fact name={t('exhibit.owner')}>
          <bdi>{named(exhibit.owner) ?? t('exhibit.ownerUnknown')}</bdi>
        </Fact>
        <Fact name={t('exhibit.label')}>
          <Ref>{exhibit.label}</Ref>
        </Fact>
        {exhibit.certificates.length > 0 && (
          <Fact name={t('exhibit.certificates')}>
            {exhibit.certificates.map((each) => (
              <span key={each.id} style={{ display: 'block' }}>
                {t('exhibit.certificate', { seq: number(each.upToSeq) })} <When at={each.certifiedAt} />{' '}
                {officer(each.certifiedBy)} <CopyHash sha256={each.digest} />
              </span>
            ))}
          </Fact>
        )}
      </Facts>
    </Section>
  )
}
