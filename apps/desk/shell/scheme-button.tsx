import { ActionIcon, Tooltip } from '@mantine/core'
import { IconMoon, IconSun } from '@tabler/icons-react'
import { useT } from '../i18n/language.tsx'
import { prefer, usePreferences } from '../preferences.ts'

/** Light for the day, dark for the night shift. */
export function SchemeButton() {
  const t = useT()
  const { scheme } = usePreferences()
  const [label, next, Shape] =
    scheme === 'dark' ? (['top.toLight', 'light', IconSun] as const) : (['top.toDark', 'dark', IconMoon] as const)
  return (
    <Tooltip label={t(label)}>
      <ActionIcon size="lg" aria-label={t(label)} onClick={() => prefer({ scheme: next })}>
        <Shape size={19} stroke={1.6} />
      </ActionIcon>
    </Tooltip>
  )
}
