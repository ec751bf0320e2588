import { IconLock } from '@tabler/icons-react'
import type { CaseFile } from '#contracts/casework/case.ts'
import { Ref } from '../design/ref.tsx'
import { StateChip } from '../design/state-chip.tsx'
import { When } from '../design/when.tsx'
import { useLanguage } from '../i18n/language.tsx'
import classes from './case-page.module.css'
import { CaseState } from './case-state.tsx'

/** Which file this is, how it stands, who has it. */
export function CaseHead({ file }: { readonly file: CaseFile }) {
  const { t, locale } = useLanguage()
  const main = file.mainOffence
  const officer = file.assignedTo
  return (
    <header className={classes['head']}>
      <div className={classes['reference']}>
        <Ref strong>{file.reference}</Ref>
        <CaseState item={file} />
        {file.sealed && (
          <span className={classes['sealed']}>
            <IconLock size={14} aria-hidden="true" /> {t('case.sealed')}
            {file.sealReason && ` · ${t(`case.seal.${file.sealReason}`)}`}
          </span>
        )}
        {file.offenceClass && <StateChip tone="plain">{t(`class.${file.offenceClass}`)}</StateChip>}
      </div>
      <h1>
        <bdi>{main ? (locale === 'ar' ? main.labelAr : main.labelFr) : t('case.untitled')}</bdi>
      </h1>
      <p>
        <bdi>{locale === 'ar' ? file.unit.nameAr : file.unit.nameFr}</bdi>
        {' · '}
        <bdi>{officer ? (locale === 'ar' ? officer.nameAr : officer.nameLatin) : t('case.unassigned')}</bdi>
        {' · '}
        {t('case.openedOn')} <When at={file.openedAt} form="date" />
        {file.earlierNumbers.map((each) => (
          <span key={each.reference}>
            {' · '}
            {t('case.formerly')} <Ref>{each.reference}</Ref>
          </span>
        ))}
      </p>
    </header>
  )
}
