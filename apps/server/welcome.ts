import type { TlsFiles } from './tls.ts'

/** What stands in the terminal once the address answers. */
export function welcome(facts: {
  readonly addresses: readonly string[]
  readonly tls: TlsFiles | undefined
  readonly signIns: string | undefined
  readonly setUpCode: string | undefined
}): string {
  const [first = '', ...others] = facts.addresses
  const lines = ['', `  ${first}`, ...others.map((address) => `  ${address}`), '']
  if (facts.tls) {
    lines.push(
      '  Each computer of the network has to trust this installation once: install its authority from',
      `  ${facts.tls.authorityPath}  (also at ${first}/authority.crt)`,
      `  and compare its SHA-256 fingerprint: ${facts.tls.fingerprint}`,
      '',
    )
  }
  if (facts.setUpCode) {
    lines.push(
      '  This installation has no administrator yet. Open the address and enter this set-up code, which is shown here only:',
      '',
      `      ${facts.setUpCode}`,
      '',
    )
  }
  if (facts.signIns) lines.push(facts.signIns)
  return lines.join('\n')
}
