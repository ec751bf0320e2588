import { type ReactNode, createContext, use, useLayoutEffect, useMemo } from 'react'
import type { Locale, Text } from '#platform/i18n/text.ts'
import { usePreferences } from '../preferences.ts'
import { type Translate, translate } from './translate.ts'

export interface Language {
  readonly locale: Locale
  readonly dir: 'rtl' | 'ltr'
  readonly t: Translate
  /** Picks the reader's language out of a text that came with the data. */
  readonly pick: (text: Text) => string
  readonly number: (value: number) => string
}

const LanguageContext = createContext<Language | undefined>(undefined)

export function directionOf(locale: Locale): 'rtl' | 'ltr' {
  return locale === 'ar' ? 'rtl' : 'ltr'
}

/** Gives everything below the reader's language; switching it re-renders, nothing is loaded again. */
export function LanguageProvider({ children }: { readonly children: ReactNode }) {
  const { locale, digits } = usePreferences()
  const language = useMemo<Language>(() => {
    const format = new Intl.NumberFormat(`${locale === 'ar' ? 'ar-MA' : locale}-u-nu-${digits}`)
    return {
      locale,
      dir: directionOf(locale),
      t: (key, params) => translate(locale, key, params),
      pick: (text) => text[locale],
      number: (value) => format.format(value),
    }
  }, [locale, digits])
  useLayoutEffect(() => {
    document.documentElement.lang = locale
    document.documentElement.dir = directionOf(locale)
  }, [locale])
  return <LanguageContext value={language}>{children}</LanguageContext>
}

export function useLanguage(): Language {
  const language = use(LanguageContext)
  if (!language) throw new Error('useLanguage is used outside LanguageProvider')
  return language
}

/** The translator alone, for components that need nothing else of the language. */
export function useT(): Translate {
  return useLanguage().t
}
