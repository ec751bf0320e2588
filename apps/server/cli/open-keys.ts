import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { type Keyring, openKeyring } from '#platform/keys/keyring.ts'
import { type HomeState, homeDir, openState } from '../home.ts'

/** The keys of the installation in `DAIRA_HOME`. Throws where there is none: looking must not make one. */
export async function openKeys(): Promise<{ home: string; state: HomeState; keyring: Keyring }> {
  const home = homeDir()
  if (!existsSync(join(home, 'secrets', 'state.json')))
    throw new Error(`There is no installation in ${home}. Start one there, or name its folder in DAIRA_HOME.`)
  const state = await openState(home)
  return { home, state, keyring: await openKeyring(join(home, 'secrets', 'keys'), state.logOrigin) }
}
