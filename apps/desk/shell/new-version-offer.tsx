import { Button } from '@mantine/core'
import { useStore } from '../app-store.ts'
import { useT } from '../i18n/language.tsx'
import { newVersion, takeNewVersion } from '../service-worker/new-version.ts'
import classes from './new-version-offer.module.css'

/** Says that a new version is there. It comes when the officer asks, or when all windows have been closed. */
export function NewVersionOffer() {
  const t = useT()
  const worker = useStore(newVersion)
  if (!worker) return null
  return (
    <output className={classes['offer']} data-noprint>
      <span>{t('desk.newVersion')}</span>
      <Button size="compact-xs" variant="default" onClick={takeNewVersion}>
        {t('desk.takeVersion')}
      </Button>
    </output>
  )
}
