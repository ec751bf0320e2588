import { z } from 'zod'
import { readPersonQuery } from '#contracts/registry/person.ts'
import { type Purpose, type Tx, defineQuery } from '#platform/commands/types.ts'
import { platformErrors } from '#platform/errors/platform-errors.ts'
import { findPerson } from '../person-store.ts'
import { registryErrors } from '../registry-errors.ts'

const input = z.strictObject({ id: z.uuid(), ...readPersonQuery.shape, purposeKnown: z.boolean() })
type Input = z.output<typeof input>

export const readPerson = defineQuery({
  type: 'person.read',
  permission: 'person.read',
  input,
  recorded: true,
  execute: (tx, asked) => explainedRead(tx, asked, 'person.read'),
})

/** The same person with the protected facts of the units where the permission holds. */
export const readProtectedPerson = defineQuery({
  type: 'person.read-protected',
  permission: 'person.protected',
  input,
  recorded: true,
  execute: (tx, asked) => explainedRead(tx, asked, 'person.protected-read'),
})

async function explainedRead(tx: Tx, { id, reason, purposeKnown }: Input, type: string) {
  if (!purposeKnown && !reason) throw registryErrors.fail('PURPOSE_NEEDED')
  const result = await findPerson(tx, id)
  if (!result) throw platformErrors.fail('NOT_FOUND')
  const stated: { purpose?: Purpose } = reason && !purposeKnown ? { purpose: { kind: 'reason' } } : {}
  return {
    result,
    access: { type, subjects: [{ type: 'person', id }], ...(reason ? { detail: { reason } } : {}), ...stated },
  }
}
