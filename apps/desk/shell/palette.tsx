import { Spotlight, createSpotlight, useSpotlight } from '@mantine/spotlight'
import { IconArrowRight, IconBolt, IconDeviceDesktop, IconListDetails, IconSearch } from '@tabler/icons-react'
import { useNavigate } from '@tanstack/react-router'
import { useState } from 'react'
import { KeyHint } from '../design/key-hint.tsx'
import { useLanguage } from '../i18n/language.tsx'
import type { TextKey } from '../i18n/translate.ts'
import { type ActionGroup, useAction, useActions } from '../keys/actions.ts'
import { fold } from './fold.ts'
import classes from './palette.module.css'

const [paletteStore, palette] = createSpotlight()
export { palette }

const groups: readonly { readonly group: ActionGroup; readonly label: TextKey; readonly icon: typeof IconBolt }[] = [
  { group: 'do', label: 'group.do', icon: IconBolt },
  { group: 'go', label: 'group.go', icon: IconArrowRight },
  { group: 'desk', label: 'group.desk', icon: IconDeviceDesktop },
  { group: 'list', label: 'group.list', icon: IconListDetails },
]

/** Reaches everything: each action of the page and the desk, and a search for what is typed. */
export function Palette() {
  const { t } = useLanguage()
  const navigate = useNavigate()
  const all = useActions()
  const [text, setText] = useState('')
  const { opened } = useSpotlight(paletteStore)
  useAction({
    id: 'dialog close',
    label: 'common.close',
    group: 'desk',
    keys: 'escape',
    inFields: true,
    when: opened,
    run: palette.close,
  })
  const wanted = fold(text)
  const found = groups
    .map(({ group, label, icon }) => ({
      label,
      icon,
      group,
      items: all.filter(
        (action, index) =>
          action.group === group &&
          fold(t(action.label)).includes(wanted) &&
          all.findIndex((other) => other.id === action.id) === index,
      ),
    }))
    .filter(({ items }) => items.length > 0)
  return (
    <Spotlight.Root
      store={paletteStore}
      query={text}
      onQueryChange={setText}
      shortcut={null}
      closeOnEscape={false}
      scrollable
      maxHeight={420}
      clearQueryOnClose
      overlayProps={{ blur: 0, backgroundOpacity: 0.35 }}
      transitionProps={{ duration: 0 }}
    >
      <Spotlight.Search
        placeholder={t('palette.placeholder')}
        aria-label={t('palette.title')}
        leftSection={<IconSearch size={18} stroke={1.6} />}
      />
      <Spotlight.ActionsList>
        {found.map(({ group, label, icon: Shape, items }) => (
          <Spotlight.ActionsGroup key={group} label={t(label)}>
            {items.map((action) => (
              <Spotlight.Action key={action.id} onClick={action.run}>
                <span className={classes['line']}>
                  <Shape size={16} stroke={1.6} aria-hidden="true" />
                  <span>{t(action.label)}</span>
                  {action.keys && <KeyHint keys={action.keys} />}
                </span>
              </Spotlight.Action>
            ))}
          </Spotlight.ActionsGroup>
        ))}
        {text.trim().length > 1 && (
          <Spotlight.Action
            leftSection={<IconSearch size={17} stroke={1.6} />}
            label={t('palette.searchFor', { text: text.trim() })}
            onClick={() => void navigate({ to: '/search', search: { q: text.trim() } })}
          />
        )}
        {found.length === 0 && text.trim().length < 2 && <Spotlight.Empty>{t('palette.empty')}</Spotlight.Empty>}
      </Spotlight.ActionsList>
    </Spotlight.Root>
  )
}
