import { systemClock } from '#platform/clock.ts'
import { trainingCost } from '#modules/identity/index.ts'
import { compose } from '../compose.ts'
import type { Installation } from '../installation.ts'
import { cast } from './cast.ts'
import { enrolCast } from './enrol-cast.ts'
import { trainingPassword, trainingPin, trainingTotpSecret } from './training-secrets.ts'

export interface TrainingSignIns {
  /** What the newcomer is shown. */
  readonly table: string
  /** Settles when the last training case stands; the first ones stand before the address is shown. */
  readonly rest: Promise<void>
}

/** Fills a training installation with fictional people through the same commands that officers use. */
export async function seedTraining(installation: Installation, say: (line: string) => void): Promise<TrainingSignIns> {
  const house = await compose({
    home: installation.home,
    url: installation.urls.app,
    logOrigin: installation.logOrigin,
    country: installation.country,
    mode: installation.mode,
    name: 'seed',
    connections: 4,
    clock: systemClock,
    passwordCost: trainingCost,
  })
  const { rows } = await house.database.pool.query<{ count: number }>('select count(*) from organisation.officer')
  if (rows[0]?.count === 0) {
    say('training officers are being enrolled')
    await enrolCast({
      ...house,
      password: trainingPassword,
      pin: trainingPin,
      totpSecretOf: trainingTotpSecret,
    })
  }
  return { table: signInTable(), rest: house.close() }
}

function signInTable(): string {
  const lines = cast.map(
    (member) => `    ${member.serviceNumber.padEnd(18)} ${member.role.padEnd(14)} ${member.nameLatin}`,
  )
  return [
    `  Training sign-ins (fictional people). Password: ${trainingPassword}   PIN: ${trainingPin}`,
    '  The sign-in page fills them in, the second factor included.',
    ...lines,
    '',
  ].join('\n')
}
