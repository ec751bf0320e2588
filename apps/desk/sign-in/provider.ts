import { queryOptions, useQuery } from '@tanstack/react-query'
import type { z } from 'zod'
import { providerAnswer, providerBeginAnswer, providerReturnPath } from '#contracts/identity/provider.ts'
import type { deskSeatSchema } from '#contracts/identity/session.ts'
import { callFor } from '../api/http.ts'
import { useLanguage } from '../i18n/language.tsx'
import { keepWantedPage, takeWantedPage } from './wanted-page.ts'

const query = queryOptions({
  queryKey: ['/session/provider'],
  queryFn: ({ signal }) =>
    callFor({ method: 'GET', path: '/session/provider', signal, passesGate: true }, providerAnswer),
  staleTime: Infinity,
})

/** The name of the identity provider, in the reader's language; undefined where there is none. */
export function useProviderName(): string | undefined {
  const { locale } = useLanguage()
  return useQuery(query).data?.provider?.[locale]
}

/** Leaves for the provider; it sends the browser back to `providerReturnPath`. */
export async function leaveForProvider(seat: z.output<typeof deskSeatSchema>): Promise<void> {
  const request = { method: 'POST', path: '/session/provider', body: { seat }, passesGate: true } as const
  const { url } = await callFor(request, providerBeginAnswer)
  keepWantedPage()
  location.assign(url)
}

let broughtBack = ''

/**
 * To be called before the router reads the address: what the provider sent back holds a code that opens a session. In its
 * place stands the page that was asked for; who came back by another way has it no more.
 */
export function keepProviderReturn(): void {
  const wanted = takeWantedPage()
  if (location.pathname !== providerReturnPath) return
  broughtBack = location.search
  history.replaceState(null, '', wanted)
}

/** What the provider sent back with this loading of the page; it is given out once. */
export function takeProviderReturn(): string | undefined {
  const taken = broughtBack
  broughtBack = ''
  return taken === '' ? undefined : taken
}
