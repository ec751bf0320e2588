import { parseArgs } from 'node:util'

/** A command line that was not understood; its message says what is missing. */
export class UsageError extends Error {
  override readonly name = 'UsageError'
}

export const usage = `daira audit key
    Prints the public key of this installation's log. Keep it elsewhere: it is what exports are judged by.
daira audit export FILE [--from PLACE|TIME --to PLACE|TIME | --subject TYPE:ID] [--since SIZE]
    Writes entries of the log with their proofs: all, a range (numbers, or times such as 2026-11-23T08:00:00Z), or
    those about one record. --since puts in the checkpoint of that size, which somebody kept.
daira audit verify FILE --trust KEY|FILE [--witness KEY|FILE]… [--require N] [--known FILE|SIZE:ROOT]… [--lang ar|fr|en]
    Checks an export without a server or a database. The key comes from outside the file, or it proves nothing.
daira audit check [--lang ar|fr|en]
    Compares events, entries, checkpoints and certificates of deletion inside the installation's database.
daira anchor
    Prints what outsiders judge this installation's packages by: the root certificate of its seals and the key of its log.
daira verify PACKAGE --trust FILE [--witness KEY|FILE]… [--require N] [--lang ar|fr|en]
    Checks a dossier's package, or the folder it was unpacked into, without a server or a database. FILE is the sender's
    anchor, from outside of the package.
daira witness --log-key KEY|FILE --state DIR --listen HOST:PORT [--name NAME]
    Cosigns the checkpoints of a log from another machine (C2SP tlog-witness). Give the log DAIRA_WITNESSES=URL+KEY.
daira help

DAIRA_HOME names the installation's folder, DATABASE_URL a database of its own.`

type Shape = Readonly<Record<string, 'one' | 'many'>>
type Values<S extends Shape> = { readonly [N in keyof S]?: S[N] extends 'many' ? readonly string[] : string }

/** Reads `--name value` options and what stands between them. Throws UsageError. */
export function readArgs<const S extends Shape>(
  args: readonly string[],
  shape: S,
): { readonly values: Values<S>; readonly rest: readonly string[] } {
  try {
    const options = Object.fromEntries(
      Object.entries(shape).map(([name, kind]) => [name, { type: 'string' as const, multiple: kind === 'many' }]),
    )
    const { values, positionals } = parseArgs({ args: [...args], options, allowPositionals: true, strict: true })
    return { values: values as Values<S>, rest: positionals }
  } catch (error) {
    throw new UsageError(error instanceof Error ? error.message : String(error))
  }
}

export type ReportLocale = 'ar' | 'fr' | 'en'

/** The language of a report: as asked for, else that of the terminal, else English. */
export function reportLocale(asked: string | undefined): ReportLocale {
  const tag = asked ?? (process.env['LC_ALL'] || process.env['LC_MESSAGES'] || process.env['LANG'] || 'en').slice(0, 2)
  switch (tag) {
    case 'ar':
    case 'fr':
    case 'en':
      return tag
    default:
      if (asked !== undefined) throw new UsageError(`--lang is ar, fr or en, not ${asked}.`)
      return 'en'
  }
}
