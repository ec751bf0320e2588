import { randomBytes } from 'node:crypto'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { Client } from 'pg'
import { type Clock, systemClock } from '#platform/clock.ts'
import { makePasswords, prepareDatabase } from '#platform/db/cluster.ts'
import { startEmbeddedPostgres } from '#platform/db/embedded/embedded-postgres.ts'
import { installSchema } from '#platform/db/install-schema.ts'
import { readMigrations } from '#platform/db/migrate.ts'
import { systemIds } from '#platform/ids.ts'
import type { Caller } from '#platform/commands/types.ts'
import { trainingCost } from '#modules/identity/index.ts'
import { type House, compose } from '../../apps/server/compose.ts'
import { projectRoot } from '../../apps/server/home.ts'
import { loadCountryInto } from '../../apps/server/install-country.ts'
import { type SignIn, enrolCast, openSessionOf } from '../../apps/server/seed/enrol-cast.ts'

/** A durable database server of the bench's own, with a house on it and an officer signed in. */
export interface Ground {
  readonly house: House
  readonly home: string
  readonly logOrigin: string
  readonly workerUrl: string
  readonly signIns: ReadonlyMap<string, SignIn>
  /** An officer with a session of the ordinary kind. */
  readonly caller: Extract<Caller, { kind: 'session' }>
  asSuperuser<R>(work: (client: Client) => Promise<R>): Promise<R>
  close(): Promise<void>
}

const logOrigin = 'daira/bench'

export async function layGround(clock: Clock = systemClock): Promise<Ground> {
  const dir = await mkdtemp(join(tmpdir(), 'daira-bench-'))
  // fsync stays on: an acknowledged command is on the disk, with the log or without.
  const postgres = await startEmbeddedPostgres({ dir, durable: true })
  const closing: (() => Promise<void>)[] = [() => postgres.stop(), () => rm(dir, { recursive: true, force: true })]
  const close = async (): Promise<void> => {
    for (const step of closing) await step()
  }
  try {
    const urls = await prepareDatabase(postgres.superuserUrl, 'bench', makePasswords(), postgres.urlFor)
    await installSchema(urls.owner, await readMigrations(join(projectRoot, 'migrations')))
    const house = await compose({
      home: dir,
      url: urls.app,
      logOrigin,
      country: 'morocco',
      mode: 'training',
      name: 'bench',
      connections: 20,
      clock,
      passwordCost: trainingCost,
    })
    closing.unshift(() => house.close())
    const context = { ownerUrl: urls.owner, vault: house.keyring.vault, clock, ids: systemIds }
    await loadCountryInto(context, house.country)
    const password = randomBytes(12).toString('base64url')
    const signIns = await enrolCast({ ...house, password, pin: '2580' })
    const signIn = signIns.get('investigator')
    if (!signIn) throw new Error('the cast has no investigator')
    const { caller } = await openSessionOf(house, signIn)
    if (caller.kind !== 'session') throw new Error('no session was opened')
    const superuserUrl = postgres.superuserUrl.replace('/postgres?', '/bench?')
    return {
      house,
      home: dir,
      logOrigin,
      signIns,
      workerUrl: urls.worker,
      caller,
      close,
      asSuperuser: async (work) => {
        const client = new Client({ connectionString: superuserUrl })
        await client.connect()
        try {
          return await work(client)
        } finally {
          await client.end()
        }
      },
    }
  } catch (error) {
    await close()
    throw error
  }
}
