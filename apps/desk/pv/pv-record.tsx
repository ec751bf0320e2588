import type { Pv } from '#contracts/documents/pv.ts'
import { addressOf } from '../api/http.ts'
import caseClasses from '../cases/case-page.module.css'
import { Section } from '../design/section.tsx'
import { StateChip } from '../design/state-chip.tsx'
import { When } from '../design/when.tsx'
import { useLanguage } from '../i18n/language.tsx'

/** What stands beside a PV: remarks of the checks, signatures, copies. */
export function PvRecord({ pv }: { readonly pv: Pv }) {
  const { t, pick, number, locale } = useLanguage()
  return (
    <>
      {pv.remarks.length + pv.signingRemarks.length > 0 && (
        <Section title={t('pv.remarks')} count={number(pv.remarks.length + pv.signingRemarks.length)}>
          <ul>
            {[...pv.remarks, ...pv.signingRemarks].map((remark, index) => (
              <li key={index} className={caseClasses['note']}>
                <StateChip tone="soon">{t('pv.checks.warns')}</StateChip> {pick(remark.text)}{' '}
                {remark.articles.length > 0 && (
                  <small>{t('pv.articles', { articles: remark.articles.join('، ') })}</small>
                )}
              </li>
            ))}
          </ul>
        </Section>
      )}
      {pv.signatures.length > 0 && (
        <Section title={t('pv.signatures')}>
          <ul>
            {pv.signatures.map((signature) => (
              <li key={`${signature.code} ${signature.key}`} className={caseClasses['note']}>
                <bdi>
                  {pv.toSign.find(({ key, code }) => key === signature.key && code === signature.code)?.name ??
                    signature.key}
                </bdi>
                {' · '}
                {t(`pv.sign.how.${signature.how}`)}
                {signature.review && (
                  <>
                    {' · '}
                    {t(`review.done.${signature.review.how}`)} <When at={signature.review.at} form="time" />
                  </>
                )}
                {signature.reason && <p dir="auto">{signature.reason}</p>}
              </li>
            ))}
          </ul>
        </Section>
      )}
      {pv.copies.length > 0 && (
        <Section title={t('pv.copies')}>
          <ul>
            {pv.copies.map((copy) => (
              <li key={copy.id} className={caseClasses['note']}>
                <a href={addressOf(`/pvs/${pv.id}/copies/${copy.id}/copy.pdf`)} target="_blank" rel="noreferrer">
                  {t('pv.copy.number', { number: copy.number })}
                </a>
                {copy.certified && ` · ${t('pv.copy.certified')}`}
                <p dir="auto">{copy.purpose}</p>
                <small>
                  <bdi>{locale === 'ar' ? copy.issuedBy.nameAr : copy.issuedBy.nameLatin}</bdi> ·{' '}
                  <When at={copy.issuedAt} />
                </small>
              </li>
            ))}
          </ul>
        </Section>
      )}
    </>
  )
}
