import { DirectionProvider, MantineProvider, useDirection } from '@mantine/core'
import { Notifications } from '@mantine/notifications'
import { type QueryClient, QueryClientProvider } from '@tanstack/react-query'
import { type ReactNode, useEffect, useLayoutEffect } from 'react'
import { resolver, theme } from './design/theme.ts'
import { LanguageProvider, directionOf } from './i18n/language.tsx'
import { usePreferences } from './preferences.ts'

/** Everything a page stands on: language and direction, theme, server state. */
export function Providers({ client, children }: { readonly client: QueryClient; readonly children: ReactNode }) {
  const { locale, scheme } = usePreferences()
  const direction = directionOf(locale)
  // Refusals come in the reader's language, so what was refused is asked again after a switch.
  useEffect(() => {
    void client.invalidateQueries({ predicate: (query) => query.state.status === 'error' })
  }, [client, locale])
  return (
    <DirectionProvider initialDirection={direction} detectDirection={false}>
      <Direction to={direction} />
      <MantineProvider theme={theme} cssVariablesResolver={resolver} forceColorScheme={scheme}>
        <LanguageProvider>
          <QueryClientProvider client={client}>
            <Notifications position="bottom-center" limit={3} />
            {children}
          </QueryClientProvider>
        </LanguageProvider>
      </MantineProvider>
    </DirectionProvider>
  )
}

// Not a key on the provider: that would throw away what is typed on the page when the language changes.
function Direction({ to }: { readonly to: 'rtl' | 'ltr' }) {
  const { dir, setDirection } = useDirection()
  useLayoutEffect(() => {
    if (dir !== to) setDirection(to)
  }, [dir, to, setDirection])
  return null
}
