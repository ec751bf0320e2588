import { Popover, UnstyledButton } from '@mantine/core'
import { IconCloud, IconCloudOff, IconCloudUp } from '@tabler/icons-react'
import { useState } from 'react'
import { line } from '../api/line.ts'
import { useStore } from '../app-store.ts'
import { useLanguage } from '../i18n/language.tsx'
import { useAction } from '../keys/actions.ts'
import { useClockError } from '../outbox/clock-error.ts'
import { OutboxPanel } from '../outbox/outbox-panel.tsx'
import { outbox } from '../outbox/outbox.ts'
import { usePreferences } from '../preferences.ts'
import { formatWhen } from '../time/format-when.ts'
import classes from './top-bar.module.css'

/** How the desk stands to its server, always in a word; behind it, what waits on this computer. */
export function LineState() {
  const { t, locale } = useLanguage()
  const { digits } = usePreferences()
  const { online, downSince, saving, waiting } = useStore(line)
  const { items } = useStore(outbox)
  const clock = useClockError()
  const [opened, setOpened] = useState(false)
  useAction({ id: 'outbox', label: 'outbox.open', group: 'desk', keys: 'g w', run: () => setOpened(true) })
  const refused = items.filter(({ refusal }) => refusal !== null).length
  const since = downSince === null ? '' : formatWhen(new Date(downSince), 'time', { locale, digits })
  const shown = !online
    ? { tone: 'off', icon: IconCloudOff, text: t('outbox.downShort', { time: since }) }
    : saving > 0
      ? { tone: 'on', icon: IconCloudUp, text: t('line.saving') }
      : { tone: waiting + refused > 0 || clock ? 'off' : 'on', icon: IconCloud, text: t('line.online') }
  const more = [
    ...(waiting > 0 ? [t('line.waiting', { count: waiting })] : []),
    ...(refused > 0 ? [t('outbox.refusedCount', { count: refused })] : []),
    ...(clock ? [t('outbox.clockShort')] : []),
  ]
  const Shape = shown.icon
  return (
    <Popover opened={opened} onChange={setOpened} position="bottom-end" width={440} shadow="md" trapFocus returnFocus>
      <Popover.Target>
        <UnstyledButton
          className={classes['line'] ?? ''}
          data-tone={shown.tone}
          aria-label={`${t('outbox.title')}: ${[shown.text, ...more].join(' · ')}`}
          onClick={() => setOpened((open) => !open)}
        >
          <Shape size={17} stroke={1.6} aria-hidden="true" />
          <output>
            <span>{shown.text}</span>
            {more.map((each) => (
              <span key={each}> · {each}</span>
            ))}
          </output>
        </UnstyledButton>
      </Popover.Target>
      <Popover.Dropdown p={0} aria-label={t('outbox.title')}>
        {opened && <OutboxPanel onLeave={() => setOpened(false)} />}
      </Popover.Dropdown>
    </Popover>
  )
}
