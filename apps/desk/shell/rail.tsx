import { Tooltip, UnstyledButton } from '@mantine/core'
import { IconLayoutSidebarLeftCollapse, IconLayoutSidebarLeftExpand } from '@tabler/icons-react'
import { Link } from '@tanstack/react-router'
import { KeyHint } from '../design/key-hint.tsx'
import { useT } from '../i18n/language.tsx'
import { useMe } from '../session/me.tsx'
import { prefer, usePreferences } from '../preferences.ts'
import classes from './rail.module.css'
import { sectionsOf } from './sections.ts'

/** The rooms of the desk at the edge of the page. */
export function Rail() {
  const t = useT()
  const { railOpen } = usePreferences()
  const me = useMe()
  const Fold = railOpen ? IconLayoutSidebarLeftCollapse : IconLayoutSidebarLeftExpand
  return (
    <nav className={classes['rail']} data-open={railOpen || undefined} aria-label={t('nav.label')} data-noprint>
      <ul>
        {sectionsOf(me).map(({ to, label, keys, icon: Shape }) => (
          <li key={to}>
            <Tooltip label={t(label)} position="right" disabled={railOpen}>
              <Link
                to={to}
                className={classes['link'] ?? ''}
                activeOptions={{ exact: to === '/' }}
                aria-label={t(label)}
                aria-keyshortcuts={keys}
              >
                <Shape size={19} stroke={1.6} aria-hidden="true" />
                <span className={classes['name']}>{t(label)}</span>
                <span className={classes['keys']}>
                  <KeyHint keys={keys} />
                </span>
              </Link>
            </Tooltip>
          </li>
        ))}
      </ul>
      <UnstyledButton
        className={classes['fold'] ?? ''}
        onClick={() => prefer({ railOpen: !railOpen })}
        aria-label={t(railOpen ? 'nav.fold' : 'nav.unfold')}
      >
        <Fold size={18} stroke={1.6} className={classes['foldIcon']} aria-hidden="true" />
      </UnstyledButton>
    </nav>
  )
}
