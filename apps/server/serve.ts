import { join } from 'node:path'
import { openKeyring } from '#platform/keys/keyring.ts'
import { systemClock } from '#platform/clock.ts'
import { createKernel } from '#platform/commands/kernel.ts'
import { openDatabase } from '#platform/db/database.ts'
import { assemble } from '#platform/http/module.ts'
import { createServer } from '#platform/http/server.ts'
import { systemIds } from '#platform/ids.ts'
import { createModules } from './modules.ts'
import { receiveRunConfig, reportReady } from './run-config.ts'
import { serveDesk } from './serve-desk.ts'
import { version } from './version.ts'

const config = await receiveRunConfig(() => void stop())
const keyring = await openKeyring(join(config.home, 'secrets', 'keys'), config.logOrigin)
const database = openDatabase(config.appUrl, { max: 40, name: 'daira serve' })
const kernel = createKernel({ database, vault: keyring.vault, clock: systemClock, ids: systemIds })
const assembled = assemble(
  await createModules({
    ...config,
    kernel,
    database,
    keyring,
    clock: systemClock,
    ids: systemIds,
    secure: Boolean(config.tls),
  }),
)
const app = await createServer({
  kernel,
  assembled,
  version,
  ...(config.tls ? { https: config.tls } : {}),
  onUnexpected: (error, correlationId) => console.error(correlationId, error),
})
await serveDesk(app)
process.on('SIGTERM', () => void stop())
// The terminal sends Ctrl-C to everyone at once; the starting process decides the order of stopping.
process.on('SIGINT', () => undefined)
const address = await app.listen({ host: config.host, port: config.port })
reportReady(address)

async function stop(): Promise<void> {
  await app.close()
  await database.close()
  process.exit(0)
}
