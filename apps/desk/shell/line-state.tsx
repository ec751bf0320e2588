import { Tooltip } from '@mantine/core'
import { IconCloud, IconCloudOff, IconCloudUp } from '@tabler/icons-react'
import { line } from '../api/line.ts'
import { useStore } from '../app-store.ts'
import { useT } from '../i18n/language.tsx'
import classes from './top-bar.module.css'

/** How the desk stands to its server, always in a word. */
export function LineState() {
  const t = useT()
  const { online, saving, waiting } = useStore(line)
  const shown = !online
    ? { tone: 'off', icon: IconCloudOff, text: t('line.offline'), more: t('line.offlineLong') }
    : saving > 0
      ? { tone: 'on', icon: IconCloudUp, text: t('line.saving'), more: t('line.saving') }
      : { tone: 'on', icon: IconCloud, text: t('line.online'), more: t('line.waiting', { count: waiting }) }
  const Shape = shown.icon
  return (
    <Tooltip label={shown.more} multiline maw={320}>
      <output className={classes['line']} data-tone={shown.tone}>
        <Shape size={17} stroke={1.6} aria-hidden="true" />
        <span>{shown.text}</span>
        {waiting > 0 && <span>· {t('line.waiting', { count: waiting })}</span>}
      </output>
    </Tooltip>
  )
}
