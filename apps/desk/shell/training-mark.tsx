import { useT } from '../i18n/language.tsx'
import classes from './training-mark.module.css'

/** Says on every page, and on everything printed from it, that the people here are fictional. */
export function TrainingMark() {
  const t = useT()
  return (
    <div className={classes['mark']} role="note">
      {t('training.mark')}
    </div>
  )
}
