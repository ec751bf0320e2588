import { z } from 'zod'

const settingsSchema = z.strictObject({
  host: z.string().default('127.0.0.1'),
  port: z.coerce.number().int().min(0).max(65_535).default(8400),
  mode: z.enum(['training', 'real']).default('training'),
  country: z.enum(['morocco', 'testland']).default('morocco'),
})

/** How the installation is started. */
export type Settings = z.output<typeof settingsSchema>

export const usage = `npm start -- [--host ADDRESS] [--port NUMBER] [--mode training|real] [--country morocco|testland]`

/** Reads `--name value` pairs. Throws with a sentence for whoever typed them. */
export function readSettings(args: readonly string[]): Settings {
  const given: Record<string, string> = {}
  for (let at = 0; at < args.length; at += 2) {
    const name = args[at]
    const value = args[at + 1]
    if (!name?.startsWith('--') || value === undefined)
      throw new Error(`This start option is not understood: ${args.slice(at).join(' ')}\n${usage}`)
    given[name.slice(2)] = value
  }
  const parsed = settingsSchema.safeParse(given)
  if (!parsed.success) throw new Error(`${z.prettifyError(parsed.error)}\n${usage}`)
  return parsed.data
}
