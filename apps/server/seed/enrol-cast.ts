import type { Clock } from '#platform/clock.ts'
import type { Kernel } from '#platform/commands/kernel.ts'
import type { Caller } from '#platform/commands/types.ts'
import type { Database } from '#platform/db/database.ts'
import { hashToken } from '#platform/http/server.ts'
import type { Ids } from '#platform/ids.ts'
import {
  type IdentityDeps,
  Secret,
  createEnrolOfficer,
  createOpenSession,
  makeTotpSecret,
  totpCode,
} from '#modules/identity/index.ts'
import { type CastMember, type UnitKey, cast, castUnits } from './cast.ts'

/** What opens a session of a member of the cast. */
export interface SignIn {
  readonly member: CastMember
  readonly officerId: string
  readonly unitId: string
  readonly password: string
  readonly totpSecret: string
}

export interface EnrolOptions {
  readonly kernel: Kernel
  readonly database: Database
  readonly identity: IdentityDeps
  readonly clock: Clock
  readonly ids: Ids
  readonly password: string
  readonly pin: string
  /** Secret of an officer's authenticator; a fresh one where it is left out. */
  readonly totpSecretOf?: (serviceNumber: string) => string
  /** Opens the administrator's session; where it is left out, as the door does. */
  readonly openSession?: (signIn: SignIn) => Promise<{ readonly caller: Caller }>
}

/** Ids of the cast's units. */
export async function findCastUnits(database: Database): Promise<Readonly<Record<UnitKey, string>>> {
  const { rows } = await database.pool.query<{ code: string; id: string }>(
    'select code, id from organisation.unit where code = any($1)',
    [Object.values(castUnits)],
  )
  const idOf = new Map(rows.map((row) => [row.code, row.id]))
  const entries = Object.entries(castUnits).map(([key, code]) => {
    const id = idOf.get(code)
    if (id === undefined) throw new Error(`the country has no unit ${code}`)
    return [key, id] as const
  })
  return Object.fromEntries(entries) as Record<UnitKey, string>
}

/**
 * Enrols the cast through commands: the administrator at set-up, everyone else by the administrator. Who is enrolled
 * already is left as is, so that a start that was cut off can be taken up again.
 */
export async function enrolCast(options: EnrolOptions): Promise<ReadonlyMap<string, SignIn>> {
  const units = await findCastUnits(options.database)
  const known = await findEnrolled(options.database)
  const [passwordHash, pinHash] = await Promise.all([
    options.identity.passwords.hash(new Secret(options.password)),
    options.identity.passwords.hash(new Secret(options.pin)),
  ])
  const enrol = createEnrolOfficer(options.identity)
  const openSession = options.openSession ?? ((signIn) => openSessionOf(options, signIn))
  const signIns = new Map<string, SignIn>()
  let caller: Caller | undefined
  for (const member of cast) {
    const totpSecret = options.totpSecretOf?.(member.serviceNumber) ?? makeTotpSecret()
    const unitId = units[member.unit]
    const administrator = [...signIns.values()][0]
    const enrolled = known.get(member.serviceNumber) ?? (await enrolNow(member, unitId, totpSecret, administrator))
    signIns.set(member.key, { member, officerId: enrolled, unitId, password: options.password, totpSecret })
  }
  return signIns

  async function enrolNow(
    member: CastMember,
    unitId: string,
    totpSecret: string,
    administrator: SignIn | undefined,
  ): Promise<string> {
    if (administrator) caller ??= (await openSession(administrator)).caller
    const by: Caller = caller ?? { kind: 'set-up' }
    const enrolled: { officerId: string } = await options.kernel.run(enrol, by, options.ids.next(), {
      serviceNumber: member.serviceNumber,
      nameAr: member.nameAr,
      nameLatin: member.nameLatin,
      rankCode: member.rank,
      sex: member.sex,
      unitId,
      post: member.post,
      since: '2026-01-05T08:00:00Z',
      roles: [{ roleCode: member.role }],
      qualities: member.qualities.map((code) => ({
        kind: 'held' as const,
        code,
        decisionRef: `TRAINING-${member.serviceNumber}`,
        from: '2026-01-05T08:00:00Z',
      })),
      passwordHash,
      pinHash,
      totpSecret,
    })
    return enrolled.officerId
  }
}

async function findEnrolled(database: Database): Promise<ReadonlyMap<string, string>> {
  const { rows } = await database.pool.query<{ id: string; service_number: string }>(
    'select id, service_number from organisation.officer where service_number = any($1)',
    [cast.map((member) => member.serviceNumber)],
  )
  return new Map(rows.map((row) => [row.service_number, row.id]))
}

/** Opens a session as the door does, password and code included. */
export async function openSessionOf(
  options: Pick<EnrolOptions, 'kernel' | 'identity' | 'clock' | 'ids'>,
  signIn: SignIn,
  given: { readonly token?: string; readonly codeAt?: Date } = {},
): Promise<{ readonly caller: Caller; readonly token: string }> {
  const token = given.token ?? options.identity.randomBytes(32).toString('base64url')
  const outcome = await options.kernel.run(createOpenSession(options.identity), { kind: 'door' }, options.ids.next(), {
    serviceNumber: signIn.member.serviceNumber,
    password: new Secret(signIn.password),
    code: new Secret(await totpCode(signIn.totpSecret, given.codeAt ?? options.clock.now())),
    seat: 'own-desk',
    tokenHash: hashToken(token).toString('hex'),
  })
  if (outcome.outcome !== 'opened') throw new Error(`${signIn.member.key} could not sign in: ${outcome.outcome}`)
  return { caller: { kind: 'session', tokenHash: hashToken(token) }, token }
}
