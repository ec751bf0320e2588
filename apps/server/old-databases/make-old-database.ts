/**
 * Puts the present state of the schema away, with data in it, for the test that brings old databases to head:
 *
 *     node scripts/run.mjs apps/server/old-databases/make-old-database.ts
 *
 * Run it when a release is made, before the first migration of the next one, and commit the file it names. It is named
 * after the last migration; one that is there already is never made again or removed, however old.
 */
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { Client } from 'pg'
import { createSequencer } from '#platform/audit/sequencer.ts'
import { createManualClock, systemClock } from '#platform/clock.ts'
import { openDatabase } from '#platform/db/database.ts'
import { createServer } from '#platform/http/server.ts'
import { trainingCost } from '#modules/identity/index.ts'
import { type House, compose } from '../compose.ts'
import { installCountry } from '../install-country.ts'
import { type Installation, openInstallation } from '../installation.ts'
import { type SignIn, enrolCast, findCastUnits, openSessionOf } from '../seed/enrol-cast.ts'
import { type Crew, readNotices, seedCase, seedToday } from '../seed/seed-cases.ts'
import { type SeedClient, createSeedClient } from '../seed/seed-client.ts'
import { trainingPassword, trainingPin, trainingTotpSecret } from '../seed/training-secrets.ts'
import { exportDatabase, exportFiles } from './export-database.ts'
import { writeOldDatabase } from './old-database.ts'

const cases = 10
const hour = 3_600_000
const say = (line: string): void => console.error(`daira · ${line}`)

const home = await mkdtemp(join(tmpdir(), 'daira-old-'))
process.env['DAIRA_HOME'] = home
delete process.env['DATABASE_URL']
const installation = await openInstallation({ mode: 'training', country: 'morocco' }, say)
try {
  console.log(await make(installation))
} finally {
  await installation.postgres?.stop()
  await rm(home, { recursive: true, force: true })
}

async function make({ urls, logOrigin, country, postgres, ...rest }: Installation): Promise<string> {
  if (!postgres) throw new Error('an old database is made on a server of its own')
  await installCountry({ urls, logOrigin, country, postgres, ...rest }, say)
  const clock = createManualClock(systemClock.now())
  const house = await compose({
    home,
    url: urls.app,
    logOrigin,
    country,
    mode: 'training',
    name: 'old database',
    connections: 4,
    clock,
    passwordCost: trainingCost,
  })
  const worker = openDatabase(urls.worker, { max: 2 })
  try {
    await fill(house, clock)
    const sequencer = createSequencer(worker, house.keyring.checkpointSigner, clock)
    await sequencer.sequence()
    await sequencer.checkpoint()
  } finally {
    await worker.close()
    await house.close()
  }
  const admin = new Client({ connectionString: inDatabase(postgres.superuserUrl, 'daira') })
  await admin.connect()
  try {
    await requireVariety(admin)
    return await writeOldDatabase({
      format: 'daira-old-database/1',
      notice: 'Fictional people of a training installation. Its keys open this data and nothing else.',
      madeAt: clock.now().toISOString(),
      country,
      logOrigin,
      password: trainingPassword,
      ...(await exportDatabase(admin)),
      files: await exportFiles(home, ['secrets/keys', 'files']),
    })
  } finally {
    await admin.end()
  }
}

async function fill(house: House, clock: ReturnType<typeof createManualClock>): Promise<void> {
  const signIns = await enrolCast({
    ...house,
    password: trainingPassword,
    pin: trainingPin,
    totpSecretOf: trainingTotpSecret,
  })
  const http = await createServer({ kernel: house.kernel, assembled: house.assembled, version: 'old database' })
  await http.ready()
  const clientOf = async (key: string): Promise<SeedClient> => {
    const signIn: SignIn | undefined = signIns.get(key)
    if (!signIn) throw new Error(`nobody of the cast is called ${key}`)
    const { token } = await openSessionOf(house, signIn)
    return createSeedClient(http, house.ids, { ...signIn, token })
  }
  const crews: Crew[] = []
  for (const suffix of ['', '2', '3']) {
    const desk = await clientOf(`desk${suffix}`)
    const investigator = await clientOf(`investigator${suffix}`)
    const head = await clientOf(`head${suffix}`)
    crews.push({ desk, investigator, head, unitId: desk.unitId })
  }
  const now = clock.now()
  const units = await findCastUnits(house.database)
  const world = { crews, units, setTime: (instant: Date) => clock.set(instant) }
  for (let index = 0; index < cases; index += 1)
    await seedCase(world, index, new Date(now.getTime() - (cases + 2 - index) * 24 * hour))
  await seedToday(world, now)
  await readNotices(world)
  await http.close()
}

// A state that holds nothing of a kind proves nothing of it.
async function requireVariety(client: Client): Promise<void> {
  const wanted = [
    `casework.case_file where state = 'closed'`,
    `casework.case_file where state <> 'closed' and not sealed`,
    `casework.case_file where sealed`,
    `documents.pv where state = 'sealed'`,
    `draft.pv_draft`,
    `intake.line where ended_at is null`,
    `intake.line where ended_at is not null`,
    `registry.person_fact`,
    `notices.notice`,
    `files.file`,
    `audit.leaf`,
    `audit.checkpoint`,
  ]
  for (const each of wanted) {
    const { rowCount } = await client.query(`select from ${each} limit 1`)
    if (rowCount !== 1) throw new Error(`the training made nothing of ${each}: make more cases`)
  }
}

function inDatabase(url: string, name: string): string {
  return url.replace(/\/[^/?]+\?/, `/${name}?`)
}
