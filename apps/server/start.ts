import { systemClock } from '#platform/clock.ts'
import { installCountry } from './install-country.ts'
import { type Installation, openInstallation } from './installation.ts'
import { homeDir, openState } from './home.ts'
import { type Part, startPart } from './processes.ts'
import type { RunConfig } from './run-config.ts'
import { takeRunLock } from './run-lock.ts'
import { openTls } from './tls.ts'
import { type Settings, readSettings } from './settings.ts'
import { seedTraining } from './seed/seed-training.ts'
import { ensureDesk } from '../../scripts/build-desk.mjs'

const say = (line: string): void => console.error(`daira · ${line}`)
const startedAt = systemClock.now().getTime()

try {
  await main(readSettings(process.argv.slice(2)))
} catch (error) {
  console.error(`daira · ${error instanceof Error ? error.message : String(error)}`)
  if (process.env['DAIRA_DEBUG']) console.error(error)
  process.exitCode = 1
}

async function main(settings: Settings): Promise<void> {
  const home = homeDir()
  await openState(home)
  const releaseLock = takeRunLock(home)
  const parts: Part[] = []
  let installation: Installation | undefined
  let stopping: Promise<void> | undefined
  // Last started, first stopped: nothing may still write when the database goes.
  const stop = (): Promise<void> => {
    stopping ??= (async () => {
      for (const part of parts.toReversed()) await part.stop()
      await installation?.postgres?.stop()
      releaseLock()
    })()
    return stopping
  }
  const stopOnSignal = (signal: NodeJS.Signals): void => {
    say(signal === 'SIGINT' ? 'stopping (Ctrl-C)' : 'stopping')
    void stop().then(() => process.exit(0))
  }
  process.on('SIGINT', stopOnSignal).on('SIGTERM', stopOnSignal)
  try {
    const desk = ensureDesk()
    // Awaited further down: meanwhile a failure must not end the process before the database is let go.
    desk.catch(() => undefined)
    installation = await openInstallation(settings, say)
    await installCountry(installation, say)
    await desk
    const config = await runConfigOf(installation, settings, home)
    parts.push(await startPart('worker', config))
    const signIns = installation.mode === 'training' ? await seedTraining(installation, say) : undefined
    const serve = await startPart('serve', config)
    parts.push(serve)
    say(`ready after ${((systemClock.now().getTime() - startedAt) / 1000).toFixed(1)} s`)
    console.log(`\n  ${serve.address ?? ''}\n`)
    if (config.tls)
      console.log(`  Install this authority once on each computer of the network: ${config.tls.authorityPath}\n`)
    if (signIns) console.log(signIns.table)
    void signIns?.rest.catch((error: unknown) =>
      say(`the rest of the training cases could not be made: ${String(error)}`),
    )
    const reason = await Promise.race([
      ...parts.map((part) => part.died),
      ...(installation.postgres ? [installation.postgres.died] : []),
    ])
    say(`stopping: ${reason}. Start again; what was acknowledged is kept.`)
    process.exitCode = 1
  } finally {
    await stop()
  }
}

async function runConfigOf(installation: Installation, settings: Settings, home: string): Promise<RunConfig> {
  const local = settings.host === '127.0.0.1' || settings.host === 'localhost' || settings.host === '::1'
  const tls = local ? undefined : await openTls(home, settings.host)
  return {
    home,
    appUrl: installation.urls.app,
    workerUrl: installation.urls.worker,
    logOrigin: installation.logOrigin,
    mode: installation.mode,
    country: installation.country,
    host: settings.host,
    port: settings.port,
    ...(tls ? { tls } : {}),
  }
}
