import { createReadStream, existsSync } from 'node:fs'
import { readFile } from 'node:fs/promises'
import {
  type Report,
  type Trust,
  findingText,
  splitLines,
  statementText,
  verifyBundle,
} from '#platform/audit/log/index.ts'
import { keysFrom } from './keys-from.ts'
import { type ReportLocale, UsageError, readArgs, reportLocale } from './usage.ts'

/** `daira audit verify`: judges a bundle by keys from outside, with neither server nor database. 0 holds, 1 does not. */
export async function auditVerify(args: readonly string[]): Promise<number> {
  const shape = { trust: 'many', witness: 'many', require: 'one', known: 'many', lang: 'one' } as const
  const { values, rest } = readArgs(args, shape)
  const [file, ...more] = rest
  if (file === undefined || more.length > 0) throw new UsageError('daira audit verify needs one FILE to check.')
  if (!existsSync(file)) throw new UsageError(`There is no file ${file}.`)
  if (!values.trust)
    throw new UsageError(
      'Without --trust nothing is verified: a file that was made anew would bring a key of its own. Take the key from outside, as printed once by: daira audit key',
    )
  const require = values.require === undefined ? 0 : Number(values.require)
  if (!Number.isInteger(require) || require < 0) throw new UsageError('--require is a number of witnesses.')
  const trust: Trust = {
    logKeys: await keysFrom(values.trust),
    witnessKeys: await keysFrom(values.witness ?? []),
    requireWitnesses: require,
    knownCheckpoints: await Promise.all((values.known ?? []).map(readKnown)),
  }
  const report = await verifyBundle(splitLines(createReadStream(file)), trust, { now: new Date() })
  for (const line of describe(file, report, reportLocale(values.lang))) console.log(line)
  return report.ok ? 0 : 1
}

async function readKnown(given: string): Promise<string | { size: number; root: string }> {
  const [, size, root] = /^(\d{1,15}):(\S+)$/.exec(given) ?? []
  if (size !== undefined && root !== undefined) return { size: Number(size), root }
  if (existsSync(given)) return readFile(given, 'utf8')
  throw new UsageError(`--known is a file with a checkpoint, or SIZE:ROOT, not ${given}.`)
}

const words = {
  ar: {
    ok: 'سليم',
    bad: 'غير سليم',
    entries: 'القيود',
    checkpoints: 'نقط المراقبة',
    head: 'أحدث نقطة',
    more: 'ملاحظات أخرى',
  },
  fr: {
    ok: 'INTACT',
    bad: 'NON CONFORME',
    entries: 'entrées',
    checkpoints: 'points de contrôle',
    head: 'dernier point',
    more: 'autres constats',
  },
  en: {
    ok: 'HOLDS',
    bad: 'DOES NOT HOLD',
    entries: 'entries',
    checkpoints: 'checkpoints',
    head: 'newest checkpoint',
    more: 'further findings',
  },
} as const satisfies Record<ReportLocale, Record<string, string>>

function describe(file: string, report: Report, locale: ReportLocale): string[] {
  const say = words[locale]
  const { counts, head } = report
  const witnesses = head && head.witnesses.length > 0 ? ` (${head.witnesses.join(', ')})` : ''
  return [
    `${file} · ${report.origin} · ${say.entries}: ${counts.leaves} · ${say.checkpoints}: ${counts.trustedCheckpoints}`,
    ...(head ? [`${say.head}: ${head.size}:${head.root}${witnesses}`] : []),
    ...report.findings.map((finding) => `  ✗ ${finding.code}: ${findingText(finding, locale)}`),
    ...(report.omittedFindings > 0 ? [`  ✗ ${say.more}: ${report.omittedFindings}`] : []),
    ...report.statements.map((statement) => `  · ${statementText(statement, locale)}`),
    report.ok ? say.ok : say.bad,
  ]
}
