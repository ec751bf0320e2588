import { openKeys } from './open-keys.ts'

/** Prints the verifier key of this installation's log. */
export async function auditKey(): Promise<number> {
  const { keyring } = await openKeys()
  console.log(keyring.logVerifierKey)
  console.error('Keep this key outside this machine. Exports are verified with: daira audit verify FILE --trust KEY')
  return 0
}
