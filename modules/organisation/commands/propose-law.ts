import { z } from 'zod'
import { type JsonValue, canonicalJson } from '#platform/audit/log/index.ts'
import { inputError } from '#platform/commands/input-error.ts'
import type { Command } from '#platform/commands/types.ts'
import { defineCommand } from '#platform/commands/types.ts'
import { platformErrors } from '#platform/errors/platform-errors.ts'
import { changeRows } from '../domain/law-rows.ts'
import { type LawSets, findLawData } from '../law-sets.ts'
import { organisationErrors } from '../organisation-errors.ts'
import type { OrganisationTables } from '../organisation-tables.ts'

const proposeInput = z.strictObject({
  name: z.string().min(1).max(80),
  baseVersion: z.int().min(0).max(2_000_000_000),
  // The log and the hash of a command take whole numbers only; others are written as text.
  data: z.json().refine(isCanonical).optional(),
  rows: z
    .array(
      z.strictObject({
        list: z.string().max(80).nullable(),
        key: z.string().min(1).max(200).nullable(),
        row: z.record(z.string(), z.json()).refine(isCanonical).nullable(),
      }),
    )
    .min(1)
    .max(200)
    .optional(),
  legalBasis: z.string().trim().min(5).max(500),
})

/** Proposes a set of law data as it is to stand, whole or by its rows that change; it comes into use when another person approves it. */
export function createProposeLaw(sets: LawSets): Command<typeof proposeInput, { lawChangeId: string }> {
  return defineCommand({
    type: 'law.propose',
    permission: 'law.propose',
    stepUp: true,
    input: proposeInput,
    execute: async (tx, { name, baseVersion, data: whole, rows, legalBasis }) => {
      const officerId = tx.actor.officerId
      if (!tx.reach.all || officerId === null) throw platformErrors.fail('NOT_PERMITTED')
      if ((whole === undefined) === (rows === undefined)) throw inputError(['data', 'rows'])
      const inUse = Object.hasOwn(sets, name) ? await findLawData(tx, name) : undefined
      if (rows && inUse && inUse.version !== baseVersion) throw platformErrors.fail('STALE_EDIT')
      const data = rows ? changeRows(inUse?.data, rows) : whole
      if (data === undefined && inUse) throw organisationErrors.fail('LAW_ROW_UNKNOWN')
      requireValid(sets, name, data)
      if ((inUse?.version ?? 0) !== baseVersion) throw platformErrors.fail('STALE_EDIT')
      const id = tx.ids.next()
      await tx
        .tables<OrganisationTables>()
        .insertInto('organisation.law_change')
        .values({
          id,
          name,
          base_version: baseVersion,
          data: JSON.stringify(data),
          legal_basis: legalBasis,
          state: 'proposed',
          proposed_by: officerId,
          proposed_at: tx.now,
          decided_by: null,
          decided_at: null,
          reason: null,
        })
        .execute()
      return {
        result: { lawChangeId: id },
        event: {
          type: 'law.proposed',
          subjects: [{ type: 'law-change', id }],
          codes: { name, baseVersion, legalBasis },
        },
      }
    },
  })
}

function isCanonical(value: JsonValue): boolean {
  try {
    canonicalJson(value)
    return true
  } catch {
    return false
  }
}

/** Throws LAW_SET_UNKNOWN, and LAW_DATA_INVALID naming the first places that do not fit. */
export function requireValid(sets: LawSets, name: string, data: unknown): void {
  const schema = Object.hasOwn(sets, name) ? sets[name]?.schema : undefined
  if (!schema) throw organisationErrors.fail('LAW_SET_UNKNOWN')
  const parsed = schema.safeParse(data)
  if (parsed.success) return
  const fields = parsed.error.issues.slice(0, 5).map((issue) => issue.path.map(String).join('.') || 'data')
  throw organisationErrors.fail('LAW_DATA_INVALID', { fields: [...new Set(fields)].join(', ') })
}
