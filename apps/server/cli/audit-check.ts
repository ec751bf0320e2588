import { checkText } from '#platform/audit/check/check-findings.ts'
import { checkLog } from '#platform/audit/check/check-log.ts'
import { verifierKeyOf } from '#platform/audit/log/index.ts'
import { systemClock } from '#platform/clock.ts'
import { reachInstallation } from './connect.ts'
import { UsageError, readArgs, reportLocale } from './usage.ts'

/** `daira audit check`: what the installation's own database can tell of itself. 0 nothing found, 1 something. */
export async function auditCheck(args: readonly string[]): Promise<number> {
  const { values, rest } = readArgs(args, { lang: 'one' })
  if (rest.length > 0) throw new UsageError('daira audit check takes no file.')
  const locale = reportLocale(values.lang)
  const reached = await reachInstallation((line) => console.error(`daira · ${line}`))
  try {
    const report = await checkLog({
      db: reached.database.kysely,
      vault: reached.keyring.vault,
      logKey: verifierKeyOf(reached.keyring.checkpointSigner, 'ed25519'),
      deletionKey: verifierKeyOf(reached.keyring.deletionSigner, 'ed25519'),
      clock: systemClock,
    })
    const { entries, details, checkpoints, pending, findings, omitted } = report
    console.log(
      `${reached.origin} · ${entries} entries, ${details} details, ${checkpoints} checkpoints, ${pending} waiting`,
    )
    for (const finding of findings) console.log(`  ✗ ${finding.code}: ${checkText(finding, locale)}`)
    if (omitted > 0) console.log(`  ✗ … ${omitted}`)
    console.log(findings.length === 0 ? 'nothing found' : `${findings.length + omitted} findings`)
    return findings.length === 0 ? 0 : 1
  } finally {
    await reached.close()
  }
}
