import { setTimeout as sleep } from 'node:timers/promises'
import { parseWitnesses } from '#platform/audit/witness/push-checkpoints.ts'
import { compose } from './compose.ts'
import { endWithParent, receiveRunConfig, reportReady } from './run-config.ts'
import { startWork } from './work.ts'

const witnesses = parseWitnesses(process.env['DAIRA_WITNESSES'])
const config = await receiveRunConfig()
const house = await compose({
  home: config.home,
  url: config.workerUrl,
  logOrigin: config.logOrigin,
  country: config.country,
  mode: config.mode,
  name: 'worker',
  connections: 10,
})
// Before anything is served: a restored backup forgets again what was destroyed since. A certificate that cannot be
// believed destroys nothing and stops nothing; it is said at every start.
await house.assembled.jobs['retention.reapply']?.({}).catch((error: unknown) => console.error('retention:', error))
const work = await startWork(house, witnesses)
endWithParent(async () => {
  await work.stop()
  await Promise.race([house.close(), sleep(1_000)])
})
reportReady()
await work.done
