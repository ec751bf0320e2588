import { z } from 'zod'
import { personSearchQuery } from '#contracts/registry/person.ts'
import { type Purpose, type Tx, defineQuery } from '#platform/commands/types.ts'
import { registryErrors } from '../registry-errors.ts'
import { type Place, searchPersonKeys } from '../person-search.ts'
import { summarisePersons } from '../person-store.ts'
import { inputError } from '#platform/commands/input-error.ts'

const pageSize = 20
const cursorSchema = z.tuple([z.string(), z.string(), z.string(), z.uuid()])

export const searchPersons = defineQuery({
  type: 'person.search',
  permission: 'person.search',
  input: personSearchQuery.extend({ purposeKnown: z.boolean() }),
  recorded: true,
  execute: async (tx, { q, cursor, reason, purposeKnown }) => {
    if (!purposeKnown && !reason) throw registryErrors.fail('PURPOSE_NEEDED')
    const result = await findPersons(tx, q, cursor)
    return {
      result,
      access: {
        type: 'person.searched',
        subjects: result.items.map(({ id }) => ({ type: 'person', id })),
        codes: { found: result.items.length },
        detail: { q, ...(reason ? { reason } : {}) },
        ...purposeOf(reason, purposeKnown),
      },
    }
  },
})

function purposeOf(reason: string | undefined, purposeKnown: boolean): { purpose?: Purpose } {
  return reason && !purposeKnown ? { purpose: { kind: 'reason' } } : {}
}

/** A page of persons of whose names each word of `q` begins a word, or whose document number begins with it. */
export async function findPersons(tx: Tx, q: string, cursor?: string) {
  const found = await searchPersonKeys(tx, q, pageSize + 1, cursor === undefined ? undefined : decode(cursor))
  const page = found.slice(0, pageSize)
  const summaries = await summarisePersons(
    tx,
    page.map(({ id }) => id),
  )
  const last = page.at(-1)
  return {
    items: page.flatMap(({ id, matched }) => {
      const summary = summaries.get(id)
      return summary ? [{ ...summary, matched }] : []
    }),
    next: found.length > pageSize && last ? encode(last.place) : null,
  }
}

const encode = ({ along, word, key, id }: Place): string =>
  Buffer.from(JSON.stringify([along, word, key, id])).toString('base64url')

function decode(cursor: string): Place {
  try {
    const [along, word, key, id] = cursorSchema.parse(JSON.parse(Buffer.from(cursor, 'base64url').toString()))
    return { along, word, key, id }
  } catch (cause) {
    throw inputError(['cursor'], cause)
  }
}
