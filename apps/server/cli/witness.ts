import { formatVerifierKey, parseVerifierKey, verifierKeyOf } from '#platform/audit/log/index.ts'
import { createWitness } from '#platform/audit/witness/answer-checkpoint.ts'
import { createWitnessServer } from '#platform/audit/witness/witness-server.ts'
import { openWitnessStore } from '#platform/audit/witness/witness-store.ts'
import { systemClock } from '#platform/clock.ts'
import { keysFrom } from './keys-from.ts'
import { UsageError, readArgs } from './usage.ts'

/** `daira witness`: answers until it is stopped. Its folder holds its key and its memory; losing it means a new witness. */
export async function witness(args: readonly string[]): Promise<number> {
  const { values, rest } = readArgs(args, { 'log-key': 'many', state: 'one', listen: 'one', name: 'one' })
  if (rest.length > 0) throw new UsageError(`daira witness does not know what to do with ${rest.join(' ')}.`)
  const logKeys = (await keysFrom(values['log-key'] ?? [])).map(parseVerifierKey)
  if (logKeys.length === 0) throw new UsageError('--log-key names the log to watch, as printed by: daira audit key')
  if (values.state === undefined) throw new UsageError('--state names the folder in which the witness remembers.')
  const [, host, port] = /^(?:\[?([^\]]*?)\]?):(\d{1,5})$/.exec(values.listen ?? '') ?? []
  if (!host || port === undefined) throw new UsageError('--listen reads HOST:PORT, e.g. 0.0.0.0:8500.')
  const store = await openWitnessStore(values.state, values.name)
  const key = formatVerifierKey(verifierKeyOf(store.signer, 'cosignature/v1'))
  const server = createWitnessServer(createWitness({ store, logKeys, clock: systemClock }), key, (error) =>
    console.error('witness:', error),
  )
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject)
    server.listen(Number(port), host, resolve)
  })
  const address = server.address()
  const at = typeof address === 'object' && address !== null ? address.port : Number(port)
  console.log(key)
  console.error(`daira · witness of ${logKeys.map(({ name }) => name).join(', ')} on ${host}:${at}`)
  console.error(`daira · the log is started with DAIRA_WITNESSES=http://ADDRESS:${at}+${key}`)
  await new Promise<void>((resolve) => {
    const stop = (): void => resolve()
    process.once('SIGINT', stop).once('SIGTERM', stop)
  })
  server.closeAllConnections()
  await new Promise<void>((resolve) => server.close(() => resolve()))
  return 0
}
