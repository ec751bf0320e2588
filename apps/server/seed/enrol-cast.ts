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

/** Enrols the cast through commands: the administrator at set-up, everyone else by the administrator. */
export async function enrolCast(options: EnrolOptions): Promise<ReadonlyMap<string, SignIn>> {
  const units = await findCastUnits(options.database)
  const [passwordHash, pinHash] = await Promise.all([
    options.identity.passwords.hash(new Secret(options.password)),
    options.identity.passwords.hash(new Secret(options.pin)),
  ])
  const enrol = createEnrolOfficer(options.identity)
  const signIns = new Map<string, SignIn>()
  let caller: Caller = { kind: 'set-up' }
  for (const member of cast) {
    const totpSecret = options.totpSecretOf?.(member.serviceNumber) ?? makeTotpSecret()
    const unitId = units[member.unit]
    const enrolled: { officerId: string } = await options.kernel.run(enrol, caller, options.ids.next(), {
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
    const signIn: SignIn = { member, officerId: enrolled.officerId, unitId, password: options.password, totpSecret }
    signIns.set(member.key, signIn)
    if (caller.kind === 'set-up') caller = (await openSessionOf(options, signIn)).caller
  }
  return signIns
}

/** Opens a session as the door does, password and code included. */
export async function openSessionOf(
  options: Pick<EnrolOptions, 'kernel' | 'identity' | 'clock' | 'ids'>,
  signIn: SignIn,
): Promise<{ readonly caller: Caller; readonly token: string }> {
  const token = options.identity.randomBytes(32).toString('base64url')
  const outcome = await options.kernel.run(createOpenSession(options.identity), { kind: 'door' }, options.ids.next(), {
    serviceNumber: signIn.member.serviceNumber,
    password: new Secret(signIn.password),
    code: new Secret(await totpCode(signIn.totpSecret, options.clock.now())),
    seat: 'own-desk',
    tokenHash: hashToken(token).toString('hex'),
  })
  if (outcome.outcome !== 'opened') throw new Error(`${signIn.member.key} could not sign in: ${outcome.outcome}`)
  return { caller: { kind: 'session', tokenHash: hashToken(token) }, token }
}
