import { useQuery } from '@tanstack/react-query'
import { useParams } from '@tanstack/react-router'
import { type Pv, pvSchema } from '#contracts/documents/pv.ts'
import { read } from '../api/queries.ts'
import { pvTones } from '../cases/case-acts.tsx'
import caseClasses from '../cases/case-page.module.css'
import { Failure } from '../design/failure.tsx'
import { Loading } from '../design/loading.tsx'
import page from '../design/page.module.css'
import { Ref } from '../design/ref.tsx'
import { Fact, Facts } from '../design/section.tsx'
import { StateChip } from '../design/state-chip.tsx'
import { When } from '../design/when.tsx'
import { useLanguage } from '../i18n/language.tsx'
import { Panes } from '../shell/panes.tsx'
import classes from './pv.module.css'
import { PvActs } from './pv-acts.tsx'

/** A PV that has its number: printed, signed, sealed, copied; never changed. */
export function PvPage() {
  const { pvId } = useParams({ from: '/pvs/$pvId' })
  const { data: pv, error, refetch } = useQuery(read(`/pvs/${pvId}`, pvSchema))
  if (error) return <Failure error={error} onRetry={() => void refetch()} />
  if (!pv) return <Loading lines={12} />
  return <Panes name="pv" file={<PvText key={pv.id} pv={pv} />} act={<PvActs key={pv.id} pv={pv} />} />
}

function PvText({ pv }: { readonly pv: Pv }) {
  const { t, pick, locale } = useLanguage()
  return (
    <article className={page['reading']}>
      <header className={caseClasses['head']}>
        <div className={caseClasses['reference']}>
          <Ref strong>{pv.reference}</Ref>
          <StateChip tone={pvTones[pv.state]}>{t(`pv.state.${pv.state}`)}</StateChip>
          <span className={page['quiet']}>{t('pv.pages', { count: pv.pages })}</span>
        </div>
        <h1>{pick(pv.labels)}</h1>
        <p>
          {t('pv.author')} <bdi>{locale === 'ar' ? pv.author.nameAr : pv.author.nameLatin}</bdi>
          {pv.draftedBy.id !== pv.author.id && (
            <>
              {' · '}
              {t('pv.draftedBy')} <bdi>{locale === 'ar' ? pv.draftedBy.nameAr : pv.draftedBy.nameLatin}</bdi>
            </>
          )}
          {pv.actAt && (
            <>
              {' · '}
              <When at={pv.actAt} />
            </>
          )}
        </p>
      </header>
      <section aria-label={t('pv.text')} className={classes['sheet']} dir="auto" lang={pv.formData.language}>
        {pv.text}
      </section>
      {pv.sealedHash && (
        <Facts>
          <Fact name={t('pv.hash')}>
            <bdi dir="ltr" className={classes['hash']}>
              {pv.sealedHash}
            </bdi>
          </Fact>
        </Facts>
      )}
    </article>
  )
}
