import type { PoolClient } from 'pg'
import { z } from 'zod'
import type { Database } from '#platform/db/database.ts'

/** One open screen of one officer. */
export interface LiveListener {
  readonly officerId: string
  readonly sessionId: string
  /** There is news for this officer. */
  news(): void
  /** The session has ended, or the wire was cut: close. */
  end(): void
}

/** Hears from PostgreSQL for whom there is news and passes it to that officer's screens, and to no other's. */
export interface LiveHub {
  add(listener: LiveListener): Promise<() => void>
  close(): Promise<void>
}

const channel = 'daira_live'
const messageSchema = z.union([
  z.strictObject({ news: z.uuid() }),
  z.strictObject({ sessionEnded: z.uuid() }),
  z.strictObject({ officerStopped: z.uuid() }),
])

/** Takes one connection of the pool, from the first screen on. When it breaks all screens close: they come back and reread. */
export function createLiveHub(database: Database): LiveHub {
  const listeners = new Set<LiveListener>()
  let connecting: Promise<{ readonly letGo: () => void }> | undefined

  return {
    add: async (listener) => {
      await (connecting ??= listen())
      listeners.add(listener)
      return () => listeners.delete(listener)
    },
    close: async () => {
      cut()
      const wire = await connecting?.catch(() => undefined)
      connecting = undefined
      wire?.letGo()
    },
  }

  async function listen(): Promise<{ readonly letGo: () => void }> {
    try {
      const client = await database.pool.connect()
      const letGo = releaseOnce(client)
      client.on('notification', ({ payload }) => hear(payload))
      client.on('error', () => {
        // A wire that was let go may still say that its server is gone.
        if (letGo()) connecting = undefined
        cut()
      })
      await client.query(`listen ${channel}`)
      return { letGo }
    } catch (error) {
      connecting = undefined
      throw error
    }
  }

  function cut(): void {
    for (const listener of listeners) listener.end()
    listeners.clear()
  }

  function hear(payload: string | undefined): void {
    const message = parse(payload)
    if (!message) return
    for (const listener of listeners) {
      if ('news' in message && message.news === listener.officerId) listener.news()
      else if ('sessionEnded' in message && message.sessionEnded === listener.sessionId) end(listener)
      else if ('officerStopped' in message && message.officerStopped === listener.officerId) end(listener)
    }
  }

  function end(listener: LiveListener): void {
    listeners.delete(listener)
    listener.end()
  }
}

/** Answers true the first time; a connection is given back once, however often it fails. */
function releaseOnce(client: PoolClient): () => boolean {
  let held = true
  return () => {
    if (!held) return false
    held = false
    client.release(true)
    return true
  }
}

function parse(payload: string | undefined): z.output<typeof messageSchema> | undefined {
  try {
    return messageSchema.safeParse(JSON.parse(payload ?? '')).data
  } catch {
    return undefined
  }
}
