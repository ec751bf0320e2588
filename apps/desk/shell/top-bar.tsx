import { Menu, UnstyledButton } from '@mantine/core'
import { IconLock, IconLogout, IconSearch, IconUserCircle } from '@tabler/icons-react'
import { Link, useNavigate } from '@tanstack/react-router'
import { KeyHint } from '../design/key-hint.tsx'
import { Mark } from '../design/mark.tsx'
import { useLanguage } from '../i18n/language.tsx'
import { chooseLocale } from '../session/locale.ts'
import { useMe } from '../session/me.tsx'
import { useLock, useSignOut } from '../session/session-commands.ts'
import { LanguageMenu } from './language-menu.tsx'
import { LineState } from './line-state.tsx'
import { NoticesBell } from './notices-bell.tsx'
import { palette } from './palette.tsx'
import { SchemeButton } from './scheme-button.tsx'
import classes from './top-bar.module.css'

/** Where one is, who one is, how the line stands, and the way to everything. */
export function TopBar() {
  const { t, locale, pick } = useLanguage()
  const { officer, unit } = useMe()
  const navigate = useNavigate()
  const lock = useLock()
  const signOut = useSignOut()
  const name = locale === 'ar' ? officer.nameAr : officer.nameLatin
  return (
    <header className={classes['bar']} data-noprint>
      <Link to="/" className={classes['home'] ?? ''}>
        <Mark />
        <bdi className={classes['unit']}>{pick(unit.names)}</bdi>
      </Link>
      <UnstyledButton className={classes['find'] ?? ''} onClick={palette.open} aria-keyshortcuts="Control+K">
        <IconSearch size={16} stroke={1.6} aria-hidden="true" />
        <span>{t('top.palette')}</span>
        <KeyHint keys="mod+k" />
      </UnstyledButton>
      <LineState />
      <NoticesBell />
      <LanguageMenu onChoose={chooseLocale} />
      <SchemeButton />
      <Menu position="bottom-end">
        <Menu.Target>
          <UnstyledButton className={classes['officer'] ?? ''} aria-label={`${t('top.officerMenu')}: ${name}`}>
            <IconUserCircle size={20} stroke={1.5} aria-hidden="true" />
            <bdi>{name}</bdi>
          </UnstyledButton>
        </Menu.Target>
        <Menu.Dropdown>
          <Menu.Item
            leftSection={<IconUserCircle size={17} stroke={1.6} />}
            onClick={() => void navigate({ to: '/account' })}
          >
            {t('nav.account')}
          </Menu.Item>
          <Menu.Item
            leftSection={<IconLock size={17} stroke={1.6} />}
            rightSection={<KeyHint keys="mod+alt+l" />}
            onClick={lock}
          >
            {t('top.lock')}
          </Menu.Item>
          <Menu.Item leftSection={<IconLogout size={17} stroke={1.6} />} onClick={signOut}>
            {t('top.signOut')}
          </Menu.Item>
        </Menu.Dropdown>
      </Menu>
    </header>
  )
}
