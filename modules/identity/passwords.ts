import { hash, verify } from '@node-rs/argon2'
import type { Secret } from './secret.ts'

/** Cost of Argon2id; OWASP's minimum is 19 MiB and two passes. */
export interface PasswordCost {
  readonly memoryKib: number
  readonly passes: number
}

export const productionCost: PasswordCost = { memoryKib: 19_456, passes: 2 }
/** For tests and fictional people only. */
export const trainingCost: PasswordCost = { memoryKib: 64, passes: 1 }

/** Hashes and checks what an officer knows. */
export interface Passwords {
  /** Argon2id as a PHC string. */
  hash(secret: Secret): Promise<string>
  /** With no hash to compare, it spends the same time and answers false: unknown numbers must not answer faster. */
  verify(hash: string | undefined, secret: Secret): Promise<boolean>
}

export function createPasswords(cost: PasswordCost): Passwords {
  const options = { memoryCost: cost.memoryKib, timeCost: cost.passes, parallelism: 1 }
  const nobody = hash('nobody', options)
  // Until it is awaited, a failure would be an unhandled one.
  nobody.catch(() => undefined)
  return {
    hash: (secret) => hash(secret.reveal(), options),
    verify: async (stored, secret) => {
      const right = await verify(stored ?? (await nobody), secret.reveal())
      return right && stored !== undefined
    },
  }
}
