import { sql } from 'kysely'
import { z } from 'zod'
import { recordFactsBody } from '#contracts/registry/person.ts'
import { defineCommand } from '#platform/commands/types.ts'
import { platformErrors } from '#platform/errors/platform-errors.ts'
import { addFacts, endFacts, findPerson } from '../person-store.ts'
import { registryErrors } from '../registry-errors.ts'

export const recordFacts = defineCommand({
  type: 'person.record-facts',
  permission: 'person.change',
  input: z.strictObject({ personId: z.uuid(), ...recordFactsBody.shape }),
  execute: async (tx, { personId, caseId, ends, endReason, ...facts }) => {
    const person = await findPerson(tx, personId)
    if (!person) throw platformErrors.fail('NOT_FOUND')
    const { unitId, area } = tx.actor
    if (!unitId || !area) throw platformErrors.fail('NOT_PERMITTED')
    if (caseId) {
      const { rows } = await sql<{ seen: boolean }>`select casework.may_see(${caseId}) as seen`.execute(tx.tables())
      if (!rows[0]?.seen) throw platformErrors.fail('NOT_FOUND')
    }
    if (ends.length > 0 && endReason === undefined) throw registryErrors.fail('CORRECTION_WITHOUT_REASON')
    const ended = await endFacts(tx, personId, ends, endReason ?? null)
    if (ended !== new Set(ends).size) throw registryErrors.fail('FACT_OF_ANOTHER_PERSON')
    const added = await addFacts(tx, personId, facts, { unitId, area, caseId: caseId ?? null })
    const name = person.names.at(-1)
    return {
      result: { id: personId, added, ended },
      event: {
        type: 'person.facts-recorded',
        subjects: [{ type: 'person', id: personId }, ...(caseId ? [{ type: 'case', id: caseId }] : [])],
        codes: { added, ended },
        detail: { name: name ? `${name.given} ${name.family}`.trim() : '—', ends, ...(endReason ? { endReason } : {}) },
      },
    }
  },
})
