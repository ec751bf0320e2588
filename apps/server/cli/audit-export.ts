import { open, rename } from 'node:fs/promises'
import { userInfo } from 'node:os'
import { z } from 'zod'
import { theLog } from '#platform/audit/audit-tables.ts'
import { findPlacesOfTime } from '#platform/audit/export/log-reader.ts'
import { type ExportOptions, type ExportScope, planExport, writeExport } from '#platform/audit/export/write-export.ts'
import { createSequencer } from '#platform/audit/sequencer.ts'
import { systemClock } from '#platform/clock.ts'
import { defineQuery } from '#platform/commands/types.ts'
import { type Reached, reachInstallation } from './connect.ts'
import { UsageError, readArgs } from './usage.ts'

const say = (line: string): void => console.error(`daira · ${line}`)

/** `daira audit export`: writes a bundle that can be verified elsewhere. That it was made stands in the log first. */
export async function auditExport(args: readonly string[]): Promise<number> {
  const { values, rest } = readArgs(args, { from: 'one', to: 'one', subject: 'one', since: 'many' })
  const [file, ...more] = rest
  if (file === undefined || more.length > 0) throw new UsageError('daira audit export needs one FILE to write.')
  const wanted = readScope(values)
  const since = (values.since ?? []).map((size) => wholeNumber('--since', size))
  const reached = await reachInstallation(say)
  try {
    await reached.kernel.ask(recordExport, { kind: 'job', job: 'audit-export' }, { scope: wanted.type })
    const sequencer = createSequencer(reached.database, reached.keyring.checkpointSigner, systemClock)
    await sequencer.sequence()
    await sequencer.checkpoint()
    const options: ExportOptions = {
      origin: reached.origin,
      scope: await placesOf(reached, wanted),
      withLog: (work) => work(reached.database.kysely),
      vault: reached.keyring.vault,
      seesAll: true,
      clock: systemClock,
      since,
    }
    return await writeTo(file, options)
  } finally {
    await reached.close()
  }
}

async function writeTo(file: string, options: ExportOptions): Promise<number> {
  const plan = await planExport(options)
  if (!plan) throw new Error('The log has no checkpoint yet: nothing was ever done here.')
  const target = await open(`${file}.part`, 'w', 0o600)
  let lines = 0
  try {
    let block = ''
    for await (const line of writeExport(options, plan)) {
      lines += 1
      block += `${line}\n`
      if (block.length < 1_000_000) continue
      await target.writeFile(block)
      block = ''
    }
    await target.writeFile(block)
    await target.sync()
  } finally {
    await target.close()
  }
  await rename(`${file}.part`, file)
  say(`${file}: ${lines} lines; the log had ${plan.head.size} entries at the checkpoint it ends with`)
  const { witnesses } = plan.head
  say(witnesses.length > 0 ? `cosigned by ${witnesses.join(', ')}` : 'no witness has cosigned this checkpoint')
  if (plan.left > 0) say(`${plan.left} newer entries are signed and wait for a witness: they come with the next export`)
  return 0
}

type Wanted =
  | Exclude<ExportScope, { type: 'range' }>
  | { readonly type: 'range'; readonly from: number; readonly to: number }
  | { readonly type: 'time'; readonly from: Date; readonly to: Date }

function readScope(values: { from?: string; to?: string; subject?: string }): Wanted {
  const { from, to, subject } = values
  if (subject !== undefined) {
    if (from !== undefined || to !== undefined) throw new UsageError('--subject stands alone, without --from and --to.')
    const [, type, id] = /^([a-z][a-z0-9.-]*):(\S+)$/.exec(subject) ?? []
    if (type === undefined || id === undefined) throw new UsageError('--subject reads TYPE:ID, e.g. case:019ab…')
    return { type: 'subject', subject: { type, id } }
  }
  if (from === undefined && to === undefined) return { type: 'all' }
  if (isTime(from) || isTime(to))
    return { type: 'time', from: timeOf('--from', from, 0), to: timeOf('--to', to, systemClock.now().getTime()) }
  return {
    type: 'range',
    from: from === undefined ? 0 : wholeNumber('--from', from),
    to: to === undefined ? Number.MAX_SAFE_INTEGER : wholeNumber('--to', to),
  }
}

async function placesOf(reached: Reached, wanted: Wanted): Promise<ExportScope> {
  if (wanted.type !== 'time') return wanted
  const places = await findPlacesOfTime(reached.database.kysely, wanted.from, wanted.to)
  if (!places) throw new Error('The log has no entry of that time.')
  return { type: 'range', ...places }
}

const isTime = (text: string | undefined): boolean => text !== undefined && text.includes('-')

function timeOf(name: string, text: string | undefined, otherwise: number): Date {
  if (text === undefined) return new Date(otherwise)
  // A day begins where the clock stands at midnight, and nobody said where: a time says its zone.
  const parsed = z.iso.datetime({ offset: true }).safeParse(text)
  if (!parsed.success) throw new UsageError(`${name} is a place or a time with its zone, e.g. 2026-11-23T08:00:00Z.`)
  return new Date(parsed.data)
}

function wholeNumber(name: string, text: string): number {
  const value = Number(text)
  if (!/^\d{1,15}$/.test(text)) throw new UsageError(`${name} is a whole number, not ${text}.`)
  return value
}

const recordExport = defineQuery({
  type: 'log.export',
  permission: 'audit.export',
  input: z.strictObject({ scope: z.string() }),
  recorded: true,
  execute: (_tx, { scope }) =>
    Promise.resolve({
      result: null,
      access: {
        type: 'log.exported',
        subjects: [theLog],
        codes: { scope, by: 'command-line' },
        detail: { account: userInfo().username },
      },
    }),
})
