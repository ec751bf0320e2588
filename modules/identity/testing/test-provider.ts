import { type Server, createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import Provider from 'oidc-provider'
import type { ProviderSettings } from '../provider/provider-settings.ts'

/** Who signs in at the provider next, and by what methods. */
export interface Visitor {
  readonly serviceNumber: string
  readonly amr?: readonly string[]
}

export interface TestProvider {
  readonly settings: ProviderSettings
  /** Says who sits before the provider from now on. */
  expect(visitor: Visitor): void
  /** Signs a visitor in at an address of the provider, as a browser would; the query it sends back to us. */
  visit(address: string, visitor: Visitor): Promise<string>
  close(): Promise<void>
}

/** A real OpenID provider on this computer, with one client: this house. */
export async function startTestProvider(redirectUri: string): Promise<TestProvider> {
  const clientId = 'daira'
  const clientSecret = 'a secret of the tests, long enough'
  let next: Visitor = { serviceNumber: '' }
  const server = createServer()
  const issuer = await listen(server)
  const provider = new Provider(issuer, {
    clients: [{ client_id: clientId, client_secret: clientSecret, redirect_uris: [redirectUri] }],
    claims: { openid: ['sub', 'service_number', 'amr', 'acr'] },
    conformIdTokenClaims: false,
    features: { devInteractions: { enabled: false } },
    interactions: { url: (_ctx: unknown, { uid }: { uid: string }) => `/interaction/${uid}` },
    cookies: { keys: ['a key of the tests'] },
    findAccount: (_ctx: unknown, accountId: string) => ({
      accountId,
      claims: () => ({ sub: accountId, service_number: accountId.replace(/^account-/, '') }),
    }),
    loadExistingGrant: async (ctx: { oidc: { session: { accountId: string }; client: { clientId: string } } }) => {
      const { session, client } = ctx.oidc
      const grant = new provider.Grant({ accountId: session.accountId, clientId: client.clientId })
      grant.addOIDCScope('openid')
      await grant.save()
      return grant
    },
  })
  const callback = provider.callback()
  server.on('request', (request, response) => {
    const login = { accountId: `account-${next.serviceNumber}`, ...(next.amr ? { amr: next.amr } : {}) }
    void (request.url?.startsWith('/interaction/')
      ? provider.interactionFinished(request, response, { login })
      : callback(request, response))
  })
  return {
    settings: {
      issuer,
      clientId,
      clientSecret,
      name: { ar: 'هوية التجربة', fr: 'Identité d’essai', en: 'Trial identity' },
      numberClaim: 'service_number',
      scope: 'openid',
      trustedAmr: ['mfa'],
      trustedAcr: [],
    },
    expect: (visitor) => {
      next = visitor
    },
    visit: async (address, visitor) => {
      next = visitor
      const jar = new Map<string, string>()
      let url = new URL(address)
      for (let hop = 0; hop < 8; hop += 1) {
        const cookie = [...jar].map(([name, value]) => `${name}=${value}`).join('; ')
        const response = await fetch(url, { redirect: 'manual', headers: { cookie } })
        for (const line of response.headers.getSetCookie()) {
          const [, name = '', value = ''] = /^([^=]+)=([^;]*)/.exec(line) ?? []
          jar.set(name, value)
        }
        const location = response.headers.get('location')
        if (location === null) throw new Error(`the provider answers ${response.status}: ${await response.text()}`)
        url = new URL(location, url)
        if (url.href.startsWith(redirectUri)) return url.search
      }
      throw new Error('the provider never sent the browser back')
    },
    close: () => stop(server),
  }
}

async function listen(server: Server): Promise<string> {
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  return `http://127.0.0.1:${(server.address() as AddressInfo).port}`
}

async function stop(server: Server): Promise<void> {
  server.closeAllConnections()
  await new Promise<void>((resolve) => server.close(() => resolve()))
}
