import { setTimeout as sleep } from 'node:timers/promises'
import { isIP } from 'node:net'
import { createServer } from '#platform/http/server.ts'
import { compose } from './compose.ts'
import { webAddress } from './listen-address.ts'
import { endWithParent, receiveRunConfig, reportReady } from './run-config.ts'
import { serveDesk } from './serve-desk.ts'
import { version } from './version.ts'

const config = await receiveRunConfig()
const { tls } = config
// Passkeys belong to a name, never to an address: the name comes first.
const hosts = tls ? tls.names : ['localhost', '127.0.0.1']
const origins = hosts.map((host) => webAddress(tls ? 'https' : 'http', host, config.port))
const house = await compose({
  home: config.home,
  url: config.appUrl,
  logOrigin: config.logOrigin,
  country: config.country,
  mode: config.mode,
  name: 'serve',
  connections: 40,
  secure: Boolean(tls),
  origins,
  provider: config.provider,
  setUpCodeHash: config.setUpCodeHash,
})
const app = await createServer({
  kernel: house.kernel,
  assembled: house.assembled,
  version,
  ...(tls ? { https: tls } : {}),
  onUnexpected: (error, correlationId) => console.error(correlationId, error),
})
if (tls) {
  app.get('/authority.crt', { schema: { hide: true }, config: { permission: 'public' } }, (_request, reply) =>
    reply.type('application/x-x509-ca-cert').send(tls.authority),
  )
}
await serveDesk(app)
await app.listen({ host: config.host, port: config.port })
endWithParent(async () => {
  // A live channel has no end of its own; requests under way get a moment.
  await Promise.race([app.close(), sleep(2_500)])
  await Promise.race([house.close(), sleep(1_000)])
})
const others = hosts.filter((host) => host !== 'localhost' && host !== '127.0.0.1')
const shown = tls
  ? [...others.filter((host) => isIP(host) === 0), ...others.filter((host) => isIP(host))]
  : ['localhost']
reportReady(shown.map((host) => webAddress(tls ? 'https' : 'http', host, config.port)).join(' '))
