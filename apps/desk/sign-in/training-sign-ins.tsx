import { UnstyledButton } from '@mantine/core'
import { IconUserCircle } from '@tabler/icons-react'
import type { TrainingSignIn } from '#contracts/training/sign-ins.ts'
import { Ref } from '../design/ref.tsx'
import { useLanguage } from '../i18n/language.tsx'
import { isTextKey } from '../i18n/translate.ts'
import classes from './training-sign-ins.module.css'

/** In a training room nobody needs to remember a password: one press and one sits at that desk. */
export function TrainingSignIns({
  items,
  busy,
  onChoose,
}: {
  readonly items: readonly TrainingSignIn[]
  readonly busy: boolean
  readonly onChoose: (item: TrainingSignIn) => void
}) {
  const { t, locale } = useLanguage()
  return (
    <section className={classes['list']} aria-label={t('signIn.training')}>
      <h2>{t('signIn.training')}</h2>
      <ul>
        {items.map((item) => {
          const role = `office.${item.role}`
          return (
            <li key={item.serviceNumber}>
              <UnstyledButton className={classes['item'] ?? ''} disabled={busy} onClick={() => onChoose(item)}>
                <IconUserCircle size={22} stroke={1.3} aria-hidden="true" />
                <span>
                  <bdi>{locale === 'ar' ? item.nameAr : item.nameLatin}</bdi>
                  <small>
                    {isTextKey(role) ? t(role) : item.role}
                    {' · '}
                    <bdi>{locale === 'ar' ? item.unitAr : item.unitFr}</bdi>
                  </small>
                </span>
                <Ref>{item.serviceNumber}</Ref>
              </UnstyledButton>
            </li>
          )
        })}
      </ul>
    </section>
  )
}
