import { randomBytes } from 'node:crypto'
import { readFile, rm } from 'node:fs/promises'
import { join } from 'node:path'
import { z } from 'zod'
import { writeWhole } from '#platform/config/write-whole.ts'

/**
 * The sessions under which the training is filled, kept until it is. A code of an authenticator works once: a start that
 * follows a killed one within the same half minute could not sign in again, and goes on under the session it had.
 */
export interface SeedSessions {
  /** Token of an officer's session: the kept one where it still holds, else a new one that `open` opens. */
  take(
    key: string,
    session: { holds(token: string): Promise<boolean>; open(token: string): Promise<unknown> },
  ): Promise<string>
  forget(): Promise<void>
}

const tokensSchema = z.record(z.string(), z.string())

export async function openSeedSessions(home: string): Promise<SeedSessions> {
  const path = join(home, 'secrets', 'seed-sessions.json')
  let tokens = await read(path)
  return {
    take: async (key, session) => {
      const kept = tokens[key]
      if (kept !== undefined && (await session.holds(kept))) return kept
      const token = randomBytes(32).toString('base64url')
      // Kept before it is opened: were this cut off in between, the next start finds that it does not hold.
      tokens = { ...tokens, [key]: token }
      await writeWhole(path, JSON.stringify(tokens), { mode: 0o600 })
      await session.open(token)
      return token
    },
    forget: async () => {
      tokens = {}
      await rm(path, { force: true })
    },
  }
}

async function read(path: string): Promise<Readonly<Record<string, string>>> {
  try {
    return tokensSchema.parse(JSON.parse(await readFile(path, 'utf8')))
  } catch {
    return {}
  }
}
