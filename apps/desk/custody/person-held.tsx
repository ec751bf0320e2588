import { IconLock } from '@tabler/icons-react'
import type { CustodySummary } from '#contracts/custody/custody.ts'
import { PersonName } from '../design/ref.tsx'
import { useLanguage } from '../i18n/language.tsx'
import classes from './custody.module.css'

/** Who is held; where the file is sealed to the reader that is said instead of a name. */
export function PersonHeld({ name }: Pick<CustodySummary, 'name'>) {
  const { t, locale } = useLanguage()
  if (name === null) {
    return (
      <span className={classes['sealed']}>
        <IconLock size={13} aria-hidden="true" />
        {t('custody.sealed')}
      </span>
    )
  }
  return <PersonName ar={name.ar} latin={name.latin} locale={locale} unknown={t('common.unknown')} />
}

/** The same in plain words, for titles and labels. */
export function useHeldName(): (held: Pick<CustodySummary, 'name'>) => string {
  const { t, locale } = useLanguage()
  return ({ name }) => {
    if (name === null) return t('custody.sealed')
    return (locale === 'ar' ? name.ar || name.latin : name.latin || name.ar) || t('common.unknown')
  }
}
