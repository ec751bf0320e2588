import type { CaseFile } from '#contracts/casework/case.ts'
import { Section } from '../design/section.tsx'
import { StateChip, type Tone } from '../design/state-chip.tsx'
import { When } from '../design/when.tsx'
import { useLanguage } from '../i18n/language.tsx'
import classes from './case-page.module.css'

type Transfer = CaseFile['transfers'][number]
const tones: Readonly<Record<Transfer['state'], Tone>> = {
  asked: 'soon',
  accepted: 'done',
  refused: 'late',
  withdrawn: 'plain',
}

/** To which units the file was offered, why, and what they answered; the latest first. */
export function CaseTransfers({ file }: { readonly file: CaseFile }) {
  const { t, locale } = useLanguage()
  if (file.transfers.length === 0) return null
  return (
    <Section title={t('case.transfers')}>
      <ul>
        {file.transfers.toReversed().map((each) => (
          <li key={each.id} className={classes['look']}>
            <div>
              <bdi>{locale === 'ar' ? each.to.nameAr : each.to.nameFr}</bdi>
              <StateChip tone={tones[each.state]}>{t(`case.transfer.${each.state}`)}</StateChip>
              <When at={each.answeredAt ?? each.askedAt} />
            </div>
            <p dir="auto">{each.reason}</p>
            {each.answer && (
              <p>
                {t('case.transfer.answered')} <bdi>{each.answer}</bdi>
              </p>
            )}
          </li>
        ))}
      </ul>
    </Section>
  )
}
