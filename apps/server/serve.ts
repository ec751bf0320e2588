import { createServer } from '#platform/http/server.ts'
import { compose } from './compose.ts'
import { receiveRunConfig, reportReady } from './run-config.ts'
import { serveDesk } from './serve-desk.ts'
import { version } from './version.ts'

const config = await receiveRunConfig(() => void stop())
const origin = `${config.tls ? 'https' : 'http'}://${config.tls ? config.host : 'localhost'}:${config.port}`
const house = await compose({
  home: config.home,
  url: config.appUrl,
  logOrigin: config.logOrigin,
  country: config.country,
  mode: config.mode,
  name: 'serve',
  connections: 40,
  secure: Boolean(config.tls),
  origins: config.tls ? [origin] : [origin, `http://127.0.0.1:${config.port}`],
})
const app = await createServer({
  kernel: house.kernel,
  assembled: house.assembled,
  version,
  ...(config.tls ? { https: config.tls } : {}),
  onUnexpected: (error, correlationId) => console.error(correlationId, error),
})
await serveDesk(app)
process.on('SIGTERM', () => void stop())
// The terminal sends Ctrl-C to everyone at once; the starting process decides the order of stopping.
process.on('SIGINT', () => undefined)
reportReady(await app.listen({ host: config.host, port: config.port }))

async function stop(): Promise<void> {
  await app.close()
  await house.close()
  process.exit(0)
}
