import { z } from 'zod'

/** What a database is, for ever: fictional people to learn with, or the real thing. */
export type Mode = 'training' | 'real'
export type CountryCode = 'morocco' | 'testland'

const settingsSchema = z.strictObject({
  host: z.string().min(1).default('127.0.0.1'),
  port: z.coerce.number().int().min(0).max(65_535).default(8400),
  /** Left out: what the database is already; training where it is new. */
  mode: z.enum(['training', 'real']).optional(),
  /** Left out: the one in use; Morocco where the database is new. */
  country: z.enum(['morocco', 'testland']).optional(),
})

/** How the installation is started. */
export type Settings = z.output<typeof settingsSchema>

export const usage = `npm start -- [--host ADDRESS] [--port NUMBER] [--mode training|real] [--country morocco|testland]`

/** Reads `--name value` and `--name=value`. Throws with a sentence for whoever typed them. */
export function readSettings(args: readonly string[]): Settings {
  const given: Record<string, string> = {}
  for (let at = 0; at < args.length; at += 1) {
    const [, name, sameWord] = /^--([a-z]+)(?:=(.+))?$/.exec(args[at] ?? '') ?? []
    const value = sameWord ?? args[at + 1]
    if (name === undefined || value === undefined)
      throw new Error(`This start option is not understood: ${args.slice(at).join(' ')}\n${usage}`)
    if (sameWord === undefined) at += 1
    given[name] = value
  }
  const parsed = settingsSchema.safeParse(given)
  if (!parsed.success) throw new Error(`${z.prettifyError(parsed.error)}\n${usage}`)
  return parsed.data
}

/** True where only this computer can reach the server. */
export function isLocal(host: string): boolean {
  return host === 'localhost' || host === '::1' || /^127\.\d+\.\d+\.\d+$/.test(host)
}
