import { systemClock } from '#platform/clock.ts'
import { failureText } from './failure-text.ts'
import { homeDir, openState } from './home.ts'
import { installCountry } from './install-country.ts'
import { openInstallation } from './installation.ts'
import { watchLaunchers } from './launcher.ts'
import { claimPort } from './listen-address.ts'
import { createOwned } from './owned.ts'
import { type Launched, launchPart } from './processes.ts'
import { readProvider } from './provider-settings.ts'
import type { RunConfig } from './run-config.ts'
import { openRunLock } from './run-lock.ts'
import { seedTraining } from './seed/seed-training.ts'
import { type Settings, isLocal, readSettings } from './settings.ts'
import { isSetUpNeeded, makeSetUpCode } from './set-up/set-up-code.ts'
import { welcome } from './welcome.ts'
import { openTls } from './tls.ts'
import { ensureDesk } from '../../scripts/build-desk.mjs'

const say = (line: string): void => console.error(`daira · ${line}`)
const complain = (error: unknown): void => {
  say(failureText(error, homeDir()))
  if (process.env['DAIRA_DEBUG']) console.error(error)
}
const startedAt = systemClock.now().getTime()
const owned = createOwned(complain)

process.on('SIGINT', () => end('stopping (Ctrl-C)', 0))
process.on('SIGTERM', () => end('stopping', 0))
process.on('SIGHUP', () => end('stopping (the terminal was closed)', 0))
// Whatever was forgotten: nothing of what was started may outlive it.
process.on('uncaughtException', (error) => fail(error))
process.on('unhandledRejection', (error) => fail(error))
watchLaunchers(() => end('stopping: npm start has been ended', 1))

try {
  end(await main(readSettings(process.argv.slice(2))), 1)
} catch (error) {
  fail(error)
}

function fail(error: unknown): void {
  if (!owned.stopping) complain(error)
  end(undefined, 1)
}

function end(line: string | undefined, code: number): void {
  if (owned.stopping) return
  if (line) say(line)
  void owned.stop().then(() => process.exit(code))
}

/** Starts everything and waits; answers with why it cannot go on. */
async function main(settings: Settings): Promise<string> {
  const provider = readProvider(process.env)
  const home = homeDir()
  await openState(home)
  const lock = await openRunLock(home, say)
  owned.add(lock.release)
  const port = await claimPort(settings.host, settings.port)
  // Their programs are loaded while the database comes up.
  const launch = (name: 'serve' | 'worker'): Launched =>
    launchPart(name, (pid, stop) => {
      owned.addFirst(stop)
      lock.addPart(name, pid)
    })
  const parts = { worker: launch('worker'), serve: launch('serve') }
  // Tests and benches that look at no page leave the desk application out.
  const desk = process.env['DAIRA_DESK'] === 'off' ? Promise.resolve() : ensureDesk(say)
  // Awaited further down; until then its failure is nobody's.
  desk.catch(() => undefined)
  owned.add(() => desk.catch(() => undefined))
  const installation = await openInstallation(settings, say, owned.add)
  await installCountry(installation, say)
  await desk
  const needsSetUp = installation.mode === 'real' && (await isSetUpNeeded(installation))
  const setUp = needsSetUp ? makeSetUpCode() : undefined
  const tls = isLocal(settings.host) ? undefined : await openTls(home, settings.host)
  const config: RunConfig = {
    home,
    appUrl: installation.urls.app,
    workerUrl: installation.urls.worker,
    logOrigin: installation.logOrigin,
    mode: installation.mode,
    country: installation.country,
    host: settings.host,
    port,
    ...(tls ? { tls: { key: tls.key, cert: tls.cert, authority: tls.authority, names: [...tls.names] } } : {}),
    ...(provider ? { provider } : {}),
    ...(setUp ? { setUpCodeHash: setUp.hash } : {}),
  }
  say('starting the server and the worker')
  const [worker, serve, signIns] = await Promise.all([
    parts.worker.begin(config),
    parts.serve.begin(config),
    installation.mode === 'training' ? seedTraining(installation, say) : undefined,
  ])
  const addresses = serve.address?.split(' ') ?? []
  lock.setAddress(addresses[0] ?? '')
  say(`ready after ${((systemClock.now().getTime() - startedAt) / 1000).toFixed(1)} s`)
  console.log(
    welcome({
      addresses,
      tls,
      signIns: signIns?.table,
      setUpCode: setUp?.code,
    }),
  )
  void signIns?.rest.catch((error: unknown) => {
    if (!owned.stopping) say(`the rest of the training cases could not be made: ${failureText(error, home)}`)
  })
  const postgres = installation.postgres ? [installation.postgres.died] : []
  const reason = await Promise.race([worker.died, serve.died, ...postgres])
  return `stopping: ${reason}. Start again; what was acknowledged is kept.`
}
