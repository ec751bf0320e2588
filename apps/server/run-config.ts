import { z } from 'zod'

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
  tls: z.object({ key: z.string(), cert: z.string(), authorityPath: z.string() }).optional(),
})
export type RunConfig = z.output<typeof runConfigSchema>

/** What a started process answers. */
export const readySchema = z.object({ ready: z.literal(true), address: z.string().optional() })

/** Waits for the configuration from the starting process, and ends this one when that one is gone. */
export function receiveRunConfig(onParentGone: () => void): Promise<RunConfig> {
  if (!process.send) throw new Error('this is started by `npm start`, not by hand')
  process.on('disconnect', onParentGone)
  return new Promise((resolve, reject) => {
    process.once('message', (message) => {
      const parsed = runConfigSchema.safeParse(message)
      if (parsed.success) resolve(parsed.data)
      else reject(parsed.error)
    })
  })
}

export function reportReady(address?: string): void {
  process.send?.(address === undefined ? { ready: true } : { ready: true, address })
}
