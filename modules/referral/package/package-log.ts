import { z } from 'zod'
import {
  type Report,
  type Trust,
  decodeLeaf,
  parseBundleLine,
  splitLines,
  verifyBundle,
} from '#platform/audit/log/index.ts'
import type { BagFiles } from '#platform/bagit/index.ts'
import { logPath } from './inventory.ts'

export type LogTrust = Trust

/** What the log in a package says, once it is proved. */
export interface SealingsInLog {
  readonly origin: string
  readonly head: Report['head']
  readonly statements: Report['statements']
  /** Codes of what is wrong; where there is any, nothing of it counts. */
  readonly problems: readonly string[]
  /** Digests of the documents of whose sealing the log tells, lower-case hexadecimal. */
  readonly sealings: ReadonlySet<string>
}

const detailSchema = z.object({ codes: z.object({ sealedSha256: z.string() }) })

/** Verifies the extract of the log, and reads from it which documents were sealed. */
export async function readLog(files: BagFiles, trust: LogTrust): Promise<SealingsInLog> {
  const report = await verifyBundle(splitLines(files.read(logPath)), trust)
  const problems = report.findings.map(({ code }) => code)
  const { origin, head, statements } = report
  const sealings = report.ok ? await sealingsIn(files) : new Set<string>()
  return { origin, head, statements, problems, sealings }
}

async function sealingsIn(files: BagFiles): Promise<Set<string>> {
  const sealings = new Set<string>()
  let type = ''
  for await (const text of splitLines(files.read(logPath))) {
    const line = text === '' ? undefined : parseBundleLine(text)
    if (line?.kind === 'leaf') ({ type } = decodeLeaf(line.leaf))
    const told = line?.kind === 'detail' && type.endsWith('.sealed') ? detailSchema.safeParse(line.detail) : undefined
    if (told?.success) sealings.add(told.data.codes.sealedSha256)
  }
  return sealings
}
