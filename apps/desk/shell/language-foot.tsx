import { Anchor } from '@mantine/core'
import { type Locale, locales } from '#platform/i18n/text.ts'
import { usePreferences } from '../preferences.ts'
import { chooseLocaleAtTheDoor } from '../session/locale.ts'
import { languageNames } from './language-menu.tsx'
import { SchemeButton } from './scheme-button.tsx'

/** Languages and light, where there is no top bar. */
export function LanguageFoot({ onChoose = chooseLocaleAtTheDoor }: { readonly onChoose?: (locale: Locale) => void }) {
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
          onClick={() => onChoose(each)}
        >
          {languageNames[each]}
        </Anchor>
      ))}
      <SchemeButton />
    </>
  )
}
