import { z } from 'zod'
import { providerSettingsSchema } from '#modules/identity/index.ts'

/** What the starting process hands to the ones it starts, over their private channel: it holds passwords. */
export const runConfigSchema = z.object({
  home: z.string(),
  appUrl: z.string(),
  workerUrl: z.string(),
  logOrigin: z.string(),
  mode: z.enum(['training', 'real']),
  country: z.enum(['morocco', 'testland']),
  host: z.string(),
  port: z.number(),
  tls: z
    .object({
      key: z.string(),
      cert: z.string(),
      /** The authority's certificate, for the computers that are to trust it. */
      authority: z.string(),
      /** Names and addresses the certificate holds for; a name comes first. */
      names: z.array(z.string()),
    })
    .optional(),
  provider: providerSettingsSchema.optional(),
  /** SHA-256 of the one-time set-up code, hexadecimal; only while a real installation has no administrator. */
  setUpCodeHash: z.string().optional(),
})
export type RunConfig = z.output<typeof runConfigSchema>

/** What a started process answers. */
export const readySchema = z.object({ ready: z.literal(true), address: z.string().optional() })

let stopPart: () => Promise<void> = () => Promise.resolve()
let ending = false

function end(): void {
  if (ending) return
  ending = true
  void stopPart().then(
    () => process.exit(0),
    () => process.exit(1),
  )
}

/**
 * Waits for the configuration from the starting process. From now on this one ends when it is told to, and when the
 * starting one is gone, however that one went.
 */
export function receiveRunConfig(): Promise<RunConfig> {
  if (!process.send) throw new Error('this is started by `npm start`, not by hand')
  if (!process.connected) process.exit(1)
  process.on('disconnect', end)
  process.on('SIGTERM', end)
  return new Promise((resolve, reject) => {
    process.once('message', (message) => {
      const parsed = runConfigSchema.safeParse(message)
      if (parsed.success) resolve(parsed.data)
      else reject(parsed.error)
    })
  })
}

/** Says how this process ends properly, once there is something to end. */
export function endWithParent(stop: () => Promise<void>): void {
  stopPart = stop
}

export function reportReady(address?: string): void {
  process.send?.(address === undefined ? { ready: true } : { ready: true, address })
}
