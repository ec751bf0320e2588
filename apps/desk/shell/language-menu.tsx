import { ActionIcon, Menu } from '@mantine/core'
import { IconCheck, IconLanguage } from '@tabler/icons-react'
import { type Locale, locales } from '#platform/i18n/text.ts'
import { useT } from '../i18n/language.tsx'
import { prefer, usePreferences } from '../preferences.ts'

/** Each language in its own name: who cannot read the present one still finds theirs. */
export const languageNames: Readonly<Record<Locale, string>> = { ar: 'العربية', fr: 'Français', en: 'English' }

/** Switches the language of the page at once; nothing is loaded again and nothing typed is lost. */
export function LanguageMenu({ onChoose }: { readonly onChoose: (locale: Locale) => void }) {
  const t = useT()
  const { locale, digits, hijri } = usePreferences()
  const tick = (on: boolean) => (on ? <IconCheck size={15} aria-hidden="true" /> : <span style={{ inlineSize: 15 }} />)
  return (
    <Menu position="bottom-end">
      <Menu.Target>
        <ActionIcon size="lg" aria-label={t('top.language')}>
          <IconLanguage size={19} stroke={1.6} />
        </ActionIcon>
      </Menu.Target>
      <Menu.Dropdown>
        <Menu.Label>{t('top.language')}</Menu.Label>
        {locales.map((each) => (
          <Menu.Item key={each} lang={each} leftSection={tick(each === locale)} onClick={() => onChoose(each)}>
            {languageNames[each]}
          </Menu.Item>
        ))}
        <Menu.Divider />
        <Menu.Label>{t('top.digits')}</Menu.Label>
        <Menu.Item leftSection={tick(digits === 'latn')} onClick={() => prefer({ digits: 'latn' })}>
          <bdi dir="ltr">{'0 1 2 3 4 5'}</bdi>
        </Menu.Item>
        <Menu.Item leftSection={tick(digits === 'arab')} onClick={() => prefer({ digits: 'arab' })}>
          <bdi dir="ltr">{'٠ ١ ٢ ٣ ٤ ٥'}</bdi>
        </Menu.Item>
        <Menu.Divider />
        <Menu.Item leftSection={tick(hijri)} onClick={() => prefer({ hijri: !hijri })}>
          {t('top.hijri')}
        </Menu.Item>
      </Menu.Dropdown>
    </Menu>
  )
}
