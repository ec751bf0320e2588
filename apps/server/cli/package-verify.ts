import { openAsBlob, existsSync, statSync } from 'node:fs'
import { openBagFolder } from '#platform/bagit/bag-folder.ts'
import type { BagFiles } from '#platform/bagit/index.ts'
import { statementText } from '#platform/audit/log/index.ts'
import { type PackageReport, openPackageZip, packageFindingText, verifyPackage } from '#modules/referral/index.ts'
import { readAnchor } from './anchor.ts'
import { keysFrom } from './keys-from.ts'
import { type ReportLocale, UsageError, readArgs, reportLocale } from './usage.ts'

/** `daira verify`: judges a dossier's package by an anchor from outside of it. 0 holds, 1 does not. */
export async function packageVerify(args: readonly string[]): Promise<number> {
  const shape = { trust: 'one', witness: 'many', require: 'one', lang: 'one' } as const
  const { values, rest } = readArgs(args, shape)
  const [path, ...more] = rest
  if (path === undefined || more.length > 0) throw new UsageError('daira verify needs one PACKAGE to check.')
  if (values.trust === undefined)
    throw new UsageError(
      'Without --trust nothing is verified: a package that was made anew would bring keys of its own. Take the anchor from the sender, as printed once by: daira anchor',
    )
  for (const file of [path, values.trust]) if (!existsSync(file)) throw new UsageError(`There is no file ${file}.`)
  const require = Number(values.require ?? 0)
  if (!Number.isInteger(require) || require < 0) throw new UsageError('--require is a number of witnesses.')
  const { roots, logKeys } = await readAnchor(values.trust)
  const log = { logKeys, witnessKeys: await keysFrom(values.witness ?? []), requireWitnesses: require }
  const report = await verifyPackage(await openPackage(path), { roots, log })
  for (const line of describe(path, report, reportLocale(values.lang))) console.log(line)
  return report.ok ? 0 : 1
}

const openPackage = async (path: string): Promise<BagFiles> =>
  statSync(path).isDirectory() ? openBagFolder(path) : (await openPackageZip(await openAsBlob(path))).files

const words = {
  ar: {
    ok: 'سليم',
    bad: 'غير سليم',
    training: 'حزمة تدريب: أشخاص وقضايا خيالية',
    sealed: 'ختمته',
    log: 'السجل',
    files: 'الملفات',
  },
  fr: {
    ok: 'INTACT',
    bad: 'NON CONFORME',
    training: 'paquet d’exercice : personnes et affaires fictives',
    sealed: 'scellé par',
    log: 'journal',
    files: 'fichiers',
  },
  en: {
    ok: 'HOLDS',
    bad: 'DOES NOT HOLD',
    training: 'a training package: fictional people and cases',
    sealed: 'sealed by',
    log: 'log',
    files: 'files',
  },
} as const satisfies Record<ReportLocale, Record<string, string>>

function describe(path: string, report: PackageReport, locale: ReportLocale): string[] {
  const { inventory, seal, log, payload } = report
  const say = words[locale]
  return [
    ...(inventory
      ? [`${inventory.case.reference} · ${inventory.case.unit[locale]} → ${inventory.to[locale]}`]
      : [path]),
    ...(inventory?.training ? [say.training] : []),
    ...(seal?.signer
      ? [
          `${say.sealed}: ${seal.signer.commonName} · ${(seal.stampedAt ?? new Date(inventory?.sealedAt ?? 0)).toISOString()}`,
        ]
      : []),
    ...(inventory?.pieces ?? []).map(
      ({ order, reference, title, date }) =>
        `  ${order}. ${[reference, title[locale], date].filter(Boolean).join(' · ')}`,
    ),
    `${say.files}: ${payload.files} (${payload.bytes} B)${log?.head ? ` · ${say.log}: ${log.origin} ${log.head.size}` : ''}`,
    ...report.findings.map((finding) => `  ✗ ${packageFindingText(finding, locale)}`),
    ...(log?.statements ?? []).map((statement) => `  · ${statementText(statement, locale)}`),
    report.ok ? say.ok : say.bad,
  ]
}
