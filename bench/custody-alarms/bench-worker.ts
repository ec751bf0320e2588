import { z } from 'zod'
import { compose } from '../../apps/server/compose.ts'
import { startWork } from '../../apps/server/work.ts'

/** What the bench tells its worker: once how to begin, later how far its clock is from the machine's. */
export const workerConfigSchema = z.object({
  home: z.string(),
  url: z.string(),
  logOrigin: z.string(),
  offset: z.number(),
})
const offsetSchema = z.object({ offset: z.number() })

// The worker of the house with all its loops; its clock alone can be set by whoever started it.
const config = await new Promise<z.output<typeof workerConfigSchema>>((resolve) =>
  process.once('message', (message) => resolve(workerConfigSchema.parse(message))),
)
let { offset } = config
process.on('message', (message) => {
  offset = offsetSchema.parse(message).offset
})
process.on('disconnect', () => process.exit(0))
const house = await compose({
  ...config,
  country: 'morocco',
  mode: 'training',
  name: 'bench worker',
  connections: 10,
  clock: { now: () => new Date(Date.now() + offset) },
})
const work = await startWork(house, [])
process.send?.({ ready: true })
await work.done
