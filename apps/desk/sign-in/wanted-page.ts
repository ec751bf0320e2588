import { providerReturnPath } from '#contracts/identity/provider.ts'

const key = 'daira.wanted-page'

/** Remembers, in this tab, the page that was asked for before its officer leaves for the identity provider. */
export function keepWantedPage(): void {
  sessionStorage.setItem(key, location.pathname + location.search)
}

/** The page that was asked for before, or the first one; it is given out once. */
export function takeWantedPage(): string {
  const kept = sessionStorage.getItem(key)
  sessionStorage.removeItem(key)
  return pageWithin(location.origin, kept)
}

/** A page of the desk at this origin. What leads elsewhere, or back to the door, is the first page instead. */
export function pageWithin(origin: string, wanted: string | null): string {
  if (wanted === null || !wanted.startsWith('/') || !URL.canParse(wanted, origin)) return '/'
  const url = new URL(wanted, origin)
  // `//elsewhere.example` is a path in an address bar and another host in a link.
  if (url.origin !== origin || url.pathname.startsWith('//') || url.pathname === providerReturnPath) return '/'
  return url.pathname + url.search
}
