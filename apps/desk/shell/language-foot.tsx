import { Anchor } from '@mantine/core'
import { locales } from '#platform/i18n/text.ts'
import { prefer, usePreferences } from '../preferences.ts'
import { languageNames } from './language-menu.tsx'
import { SchemeButton } from './scheme-button.tsx'

/** Languages and light, where there is no top bar yet. */
export function LanguageFoot() {
  const { locale } = usePreferences()
  return (
    <>
      {locales.map((each) => (
        <Anchor
          key={each}
          component="button"
          type="button"
          lang={each}
          size="sm"
          fw={each === locale ? 600 : 400}
          {...(each === locale ? { 'aria-current': 'true' as const } : {})}
          onClick={() => prefer({ locale: each })}
        >
          {languageNames[each]}
        </Anchor>
      ))}
      <SchemeButton />
    </>
  )
}
