import { Client } from 'pg'
import { createManualClock, systemClock } from '#platform/clock.ts'
import type { Caller } from '#platform/commands/types.ts'
import { createServer, hashToken } from '#platform/http/server.ts'
import { asOwner } from '#platform/jobs/queue.ts'
import { trainingCost } from '#modules/identity/index.ts'
import { showSession } from '#modules/identity/queries/show-session.ts'
import { type House, compose } from '../compose.ts'
import type { Installation } from '../installation.ts'
import { cast } from './cast.ts'
import { type SignIn, enrolCast, findCastUnits, openSessionOf } from './enrol-cast.ts'
import { type Crew, type SeedWorld, readNotices, seedCase, seedToday } from './seed-cases.ts'
import { createSeedClient, type SeedClient } from './seed-client.ts'
import { seedCustody } from './seed-custody.ts'
import { type SeedSessions, openSeedSessions } from './seed-sessions.ts'
import { trainingPassword, trainingPin, trainingTotpSecret } from './training-secrets.ts'

export interface TrainingSignIns {
  /** What the newcomer is shown. */
  readonly table: string
  /** Settles when the last training case stands; the first ones stand before the address is shown. */
  readonly rest: Promise<void>
}

interface TrainingWorld extends SeedWorld {
  /** The present hour, at which its sessions were opened. */
  readonly now: Date
}

const caseCount = 600
const firstCases = 30
const days = 60
/** Notices of the last cases stay unread. */
const unread = 12

/** Fills a training installation with fictional people through the API that officers use; goes on where it stopped. */
export async function seedTraining(installation: Installation, say: (line: string) => void): Promise<TrainingSignIns> {
  const clock = createManualClock(systemClock.now())
  const house = await compose({
    home: installation.home,
    url: installation.urls.app,
    logOrigin: installation.logOrigin,
    country: installation.country,
    mode: installation.mode,
    name: 'seed',
    connections: 4,
    clock,
    passwordCost: trainingCost,
  })
  try {
    const sessions = await openSeedSessions(installation.home)
    if ((await countRows(installation.urls.owner, 'organisation.officer')) < cast.length) {
      say('training officers are being enrolled')
      await enrolCast({
        ...house,
        password: trainingPassword,
        pin: trainingPin,
        totpSecretOf: trainingTotpSecret,
        openSession: (signIn) => sessionOf(house, sessions, signIn),
      })
    }
    const done = await countRows(installation.urls.owner, 'casework.case_file')
    if (done >= caseCount) {
      await sessions.forget()
      await house.close()
      return { table: signInTable(), rest: Promise.resolve() }
    }
    const world = await openWorld(house, clock, sessions)
    say(`training cases are being made: the first ${firstCases} now, ${caseCount} in all`)
    await seedFrom(world, done, Math.max(done, firstCases))
    const rest = seedFrom(world, Math.max(done, firstCases), caseCount, (at) => {
      if (at % 100 === 0) say(`training cases: ${at} of ${caseCount}`)
    })
      .then(() => sessions.forget())
      .finally(() => void house.close())
    return { table: signInTable(), rest }
  } catch (error) {
    await house.close()
    throw error
  }
}

async function seedFrom(
  world: TrainingWorld,
  from: number,
  to: number,
  report: (at: number) => void = () => undefined,
): Promise<void> {
  const now = world.now.getTime()
  for (let index = from; index < to; index += 1) {
    const age = ((caseCount - index) / caseCount) * days * 86_400_000
    await seedCase(world, index, new Date(now - age))
    if (index === firstCases - 1) {
      await seedToday(world, world.now)
      await seedCustody(world, world.now)
    }
    if (index === caseCount - unread) await readNotices(world)
    report(index + 1)
  }
}

// The code of the half minute before is used: the present one is left to whoever signs in at the desk.
async function sessionOf(
  house: House,
  sessions: SeedSessions,
  signIn: SignIn,
): Promise<{ readonly caller: Caller; readonly token: string }> {
  const callerOf = (token: string): Caller => ({ kind: 'session', tokenHash: hashToken(token) })
  const token = await sessions.take(signIn.member.key, {
    holds: (kept) =>
      house.kernel.ask(showSession, callerOf(kept), {}).then(
        // A locked one is no use either: it belongs to a start of minutes ago.
        ({ state }) => state === 'open',
        () => false,
      ),
    open: (fresh) =>
      openSessionOf(house, signIn, { token: fresh, codeAt: new Date(house.clock.now().getTime() - 30_000) }),
  })
  return { caller: callerOf(token), token }
}

// Sessions are opened at the present hour, and no simulated one comes after it: what has not happened is not seeded, and
// no session is found to have been idle.
async function openWorld(
  house: House,
  clock: ReturnType<typeof createManualClock>,
  sessions: SeedSessions,
): Promise<TrainingWorld> {
  const http = await createServer({ kernel: house.kernel, assembled: house.assembled, version: 'seed' })
  await http.ready()
  const units = await findCastUnits(house.database)
  const { rows } = await house.database.pool.query<{ id: string; service_number: string; unit_id: string }>(
    'select id, service_number, unit_id from organisation.officer',
  )
  const clients = new Map<string, SeedClient>()
  for (const member of cast.filter((each) => /^(desk|investigator|head)\d?$/.test(each.key))) {
    const row = rows.find((each) => each.service_number === member.serviceNumber)
    if (!row) throw new Error(`the training officer ${member.serviceNumber} is missing`)
    const signIn: SignIn = {
      member,
      officerId: row.id,
      unitId: row.unit_id,
      password: trainingPassword,
      totpSecret: trainingTotpSecret(member.serviceNumber),
    }
    const { token } = await sessionOf(house, sessions, signIn)
    clients.set(member.key, createSeedClient(http, house.ids, { officerId: row.id, unitId: row.unit_id, token }))
  }
  const crewOf = (suffix: string): Crew => {
    const [desk, investigator, head] = ['desk', 'investigator', 'head'].map((key) => clients.get(`${key}${suffix}`))
    if (!desk || !investigator || !head) throw new Error(`the crew ${suffix} is not complete`)
    return { desk, investigator, head, unitId: desk.unitId }
  }
  const now = clock.now()
  const setTime = (instant: Date): void => clock.set(instant < now ? instant : now)
  return { crews: ['', '2', '3'].map(crewOf), units, setTime, now }
}

// Counted as the owner: no officer of the training sees the cases of all units, sealed ones included.
async function countRows(ownerUrl: string, table: 'organisation.officer' | 'casework.case_file'): Promise<number> {
  const client = new Client({ connectionString: asOwner(ownerUrl) })
  await client.connect()
  try {
    const { rows } = await client.query<{ count: number }>(`select count(*)::int as count from ${table}`)
    return rows[0]?.count ?? 0
  } finally {
    await client.end()
  }
}

function signInTable(): string {
  const lines = cast.map(
    (member) => `    ${member.serviceNumber.padEnd(18)} ${member.role.padEnd(19)} ${member.nameLatin}`,
  )
  return [
    `  Training sign-ins (fictional people). Password: ${trainingPassword}   PIN: ${trainingPin}`,
    '  The sign-in page fills them in, the second factor included.',
    ...lines,
    '',
  ].join('\n')
}
