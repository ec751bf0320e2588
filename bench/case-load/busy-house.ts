import { once } from 'node:events'
import { createServer } from 'node:net'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { z } from 'zod'
import { compose } from '../../apps/server/compose.ts'
import { installCountry } from '../../apps/server/install-country.ts'
import { openInstallation } from '../../apps/server/installation.ts'
import { launchPart } from '../../apps/server/processes.ts'
import { type SignIn, enrolCast, openSessionOf } from '../../apps/server/seed/enrol-cast.ts'
import { sessionCookie } from '../../platform/http/server.ts'
import { createManualClock } from '../../platform/clock.ts'
import { createEnrolOfficer, makeTotpSecret, Secret, trainingCost } from '../../modules/identity/index.ts'

/** A signed-in officer with a case of the officer's own. */
export interface BusyOfficer {
  readonly cookie: string
  readonly caseId: string
  version: number
}

export interface BusyHouse {
  readonly address: string
  readonly officers: readonly BusyOfficer[]
  /** Rows of the case table, the role that serves, and whether row-level security binds it. */
  readonly setting: string
  call(officer: BusyOfficer, method: 'GET' | 'POST', url: string, body?: unknown): Promise<unknown>
  close(): Promise<void>
}

const opened = z.object({ id: z.uuid() })
const versioned = z.object({ version: z.number() })

/**
 * The real server and worker as processes of their own on a durable database, with `count` officers of one precinct signed
 * in, each with an open case made through the API.
 */
export async function openBusyHouse(count: number): Promise<BusyHouse> {
  const home = await mkdtemp(join(tmpdir(), 'daira-busy-'))
  process.env['DAIRA_HOME'] = home
  const stops: (() => Promise<void>)[] = []
  const say = (line: string): void => console.error(`  ${line}`)
  const installation = await openInstallation({ mode: 'training', country: 'morocco' }, () => undefined)
  await installCountry(installation, () => undefined)
  const { urls, logOrigin, mode, country } = installation
  const config = {
    home,
    appUrl: urls.app,
    workerUrl: urls.worker,
    logOrigin,
    mode,
    country,
    host: '127.0.0.1',
    port: await findFreePort(),
  }
  const launch = (name: 'serve' | 'worker') => launchPart(name, (_pid, stop) => stops.unshift(stop)).begin(config)
  const [serve] = await Promise.all([launch('serve'), launch('worker')])
  const address = serve.address?.split(' ')[0] ?? ''

  // The clock stands still for enrolment, so that a thousand sign-ins need no thousand half minutes.
  const clock = createManualClock(new Date())
  const house = await compose({
    home,
    url: urls.app,
    logOrigin,
    country,
    mode,
    name: 'bench',
    connections: 8,
    clock,
    passwordCost: trainingCost,
  })
  const cast = await enrolCast({ ...house, password: 'bench password 2026', pin: '2580' })
  const admin = cast.get('admin')
  const model = cast.get('investigator')
  if (!admin || !model) throw new Error('the cast is not complete')
  clock.advance(60_000)
  const { caller } = await openSessionOf(house, admin)
  const enrol = createEnrolOfficer(house.identity)
  const passwordHash = await house.identity.passwords.hash(new Secret(model.password))
  const officers: BusyOfficer[] = []
  const post = async (cookie: string, url: string, body: unknown): Promise<unknown> =>
    send(address, cookie, 'POST', url, house.ids.next(), body)
  for (let at = 0; at < count; at += 1) {
    const totpSecret = makeTotpSecret()
    const serviceNumber = `B-${at}`
    const enrolled: { officerId: string } = await house.kernel.run(enrol, caller, house.ids.next(), {
      serviceNumber,
      nameAr: 'موظف القياس',
      nameLatin: `Bench ${at}`,
      rankCode: model.member.rank,
      sex: 'female',
      unitId: model.unitId,
      post: 'investigation',
      since: '2026-01-05T08:00:00Z',
      roles: [{ roleCode: 'investigator' }],
      passwordHash,
      totpSecret,
    })
    const signIn: SignIn = {
      ...model,
      member: { ...model.member, serviceNumber },
      officerId: enrolled.officerId,
      totpSecret,
    }
    const { token } = await openSessionOf(house, signIn)
    const cookie = `${sessionCookie}=${token}`
    const { id } = opened.parse(
      await post(cookie, '/cases', {
        offences: [{ code: 'ma.pc.505' }],
        facts: { place: 'شارع محمد الخامس', how: 'سرقة هاتف نقال.' },
        participants: [
          {
            role: 'complainant',
            standing: 'fact',
            person: { source: 'statement', names: [{ script: 'ar', given: 'سلمى', family: `الإدريسي ${at}` }] },
          },
        ],
      }),
    )
    officers.push({ cookie, caseId: id, version: 1 })
    if ((at + 1) % 250 === 0) say(`${at + 1} officers signed in, each with a case`)
  }
  const { rows } = await house.database.pool.query<{ role: string; bypass: boolean }>(
    'select current_user as role, rolbypassrls or rolsuper as bypass from pg_roles where rolname = current_user',
  )
  await house.close()
  return {
    address,
    officers,
    setting: `${officers.length} cases, role ${rows[0]?.role}, row-level security ${rows[0]?.bypass ? 'BYPASSED' : 'binds it'}`,
    call: async (officer, method, url, body) => {
      const answer = await send(address, officer.cookie, method, url, house.ids.next(), body)
      const parsed = versioned.safeParse(answer)
      if (parsed.success) officer.version = parsed.data.version
      return answer
    },
    close: async () => {
      for (const stop of stops) await stop()
      await installation.postgres?.stop()
      await rm(home, { recursive: true, force: true, maxRetries: 10, retryDelay: 100 })
    },
  }
}

async function findFreePort(): Promise<number> {
  const probe = createServer().listen(0, '127.0.0.1')
  await once(probe, 'listening')
  const found = probe.address()
  probe.close()
  await once(probe, 'close')
  if (typeof found !== 'object' || found === null) throw new Error('there is no free port')
  return found.port
}

async function send(
  address: string,
  cookie: string,
  method: 'GET' | 'POST',
  url: string,
  key: string,
  body: unknown,
): Promise<unknown> {
  const answer = await fetch(`${address}/api${url}`, {
    method,
    headers: { cookie, 'idempotency-key': key, ...(body === undefined ? {} : { 'content-type': 'application/json' }) },
    ...(body === undefined ? {} : { body: JSON.stringify(body) }),
  })
  const text = await answer.text()
  if (!answer.ok) throw new Error(`${method} ${url}: ${answer.status} ${text.slice(0, 200)}`)
  return text === '' ? null : (JSON.parse(text) as unknown)
}
