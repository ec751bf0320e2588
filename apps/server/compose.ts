import { join } from 'node:path'
import { type Clock, systemClock } from '#platform/clock.ts'
import { type Kernel, createKernel } from '#platform/commands/kernel.ts'
import { type Database, openDatabase } from '#platform/db/database.ts'
import { assemble } from '#platform/http/module.ts'
import { type Ids, systemIds } from '#platform/ids.ts'
import { type Keyring, openKeyring } from '#platform/keys/keyring.ts'
import type { IdentityDeps, PasswordCost, ProviderSettings } from '#modules/identity/index.ts'
import { type Charter, findUnchartered } from '#modules/registry/index.ts'
import { type Country, loadCountry } from './country.ts'
import { createModules, identityDeps } from './modules.ts'

export interface ComposeOptions {
  readonly home: string
  /** Connection string of the role this process uses. */
  readonly url: string
  readonly logOrigin: string
  readonly country: Country['code']
  readonly mode: 'training' | 'real'
  readonly name: string
  readonly connections: number
  readonly secure?: boolean
  readonly origins?: readonly string[]
  readonly clock?: Clock
  readonly passwordCost?: PasswordCost
  /** Where officers may sign in beside the password. */
  readonly provider?: ProviderSettings | undefined
  /** SHA-256 of the set-up code, while there is something to set up. */
  readonly setUpCodeHash?: string | undefined
}

/** A process of the house with its parts put together. */
export interface House {
  readonly database: Database
  readonly keyring: Keyring
  readonly kernel: Kernel
  readonly clock: Clock
  readonly ids: Ids
  readonly country: Country
  readonly identity: IdentityDeps
  readonly assembled: ReturnType<typeof assemble>
  close(): Promise<void>
}

export async function compose(options: ComposeOptions): Promise<House> {
  const clock = options.clock ?? systemClock
  const ids = systemIds
  const keyring = await openKeyring(join(options.home, 'secrets', 'keys'), options.logOrigin)
  const country = await loadCountry(options.country)
  const database = openDatabase(options.url, { max: options.connections, name: `daira ${options.name}` })
  const kernel = createKernel({
    database,
    vault: keyring.vault,
    clock,
    ids,
    // The modules work with the kernel, which asks them back once they stand.
    purposes: () => assembled.purposes,
  })
  const deps = {
    home: options.home,
    kernel,
    database,
    keyring,
    clock,
    ids,
    country,
    mode: options.mode,
    secure: options.secure ?? false,
    origins: options.origins ?? ['http://localhost'],
    ...(options.passwordCost ? { passwordCost: options.passwordCost } : {}),
    provider: options.provider,
    setUpCodeHash: options.setUpCodeHash,
  }
  const modules = createModules(deps)
  const assembled = assemble(modules)
  requireCharters(assembled.registers, country.charters)
  return {
    database,
    keyring,
    kernel,
    clock,
    ids,
    country,
    identity: identityDeps(deps),
    assembled,
    close: async () => {
      for (const module of modules) await module.close?.()
      await database.close()
    },
  }
}

/** Refuses to start where a module opens a register that the country says nothing of (safeguard G1). */
export function requireCharters(registers: readonly string[], charters: readonly Charter[]): void {
  const [first] = findUnchartered(registers, charters)
  if (first !== undefined) throw new Error(first)
}
