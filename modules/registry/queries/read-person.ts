import { z } from 'zod'
import { defineQuery } from '#platform/commands/types.ts'
import { platformErrors } from '#platform/errors/platform-errors.ts'
import { findPerson } from '../person-store.ts'

const input = z.strictObject({ id: z.uuid() })

export const readPerson = defineQuery({
  type: 'person.read',
  permission: 'person.read',
  input,
  recorded: true,
  execute: async (tx, { id }) => {
    const result = await findPerson(tx, id)
    if (!result) throw platformErrors.fail('NOT_FOUND')
    return { result, access: { type: 'person.read', subjects: [{ type: 'person', id }] } }
  },
})

/** The same person with the protected facts of the units where the permission holds. */
export const readProtectedPerson = defineQuery({
  type: 'person.read-protected',
  permission: 'person.protected',
  input,
  recorded: true,
  execute: async (tx, { id }) => {
    const result = await findPerson(tx, id)
    if (!result) throw platformErrors.fail('NOT_FOUND')
    return { result, access: { type: 'person.protected-read', subjects: [{ type: 'person', id }] } }
  },
})
