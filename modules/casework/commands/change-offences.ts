import { z } from 'zod'
import { changeOffencesBody } from '#contracts/casework/offences.ts'
import { defineCommand } from '#platform/commands/types.ts'
import { caseCodes, caseEvent, changeCase, getCaseToChange } from '../case-store.ts'
import type { CaseworkLaw } from '../domain/resolve-offences.ts'
import { chooseOffences, derivedFromOffences, lawInUse, listOffenceCodes, replaceOffences } from '../offence-store.ts'

export function changeOffences(law: CaseworkLaw) {
  return defineCommand({
    type: 'case.change-offences',
    permission: 'case.change',
    input: z.strictObject({ id: z.uuid(), ...changeOffencesBody.shape }),
    execute: async (tx, { id, baseVersion, offences }) => {
      const row = await getCaseToChange(tx, id, { baseVersion })
      const before = await listOffenceCodes(tx, id)
      const chosen = chooseOffences(await lawInUse(tx, law), offences, row.happened_from ?? tx.now)
      await replaceOffences(tx, row, chosen)
      const version = await changeCase(tx, row, derivedFromOffences(chosen))
      return {
        result: { id, version },
        event: {
          type: 'case.offences-changed',
          ...caseEvent(row),
          codes: {
            ...caseCodes(row),
            before: before.map(({ code }) => code).join(' '),
            after: chosen.map(({ offence }) => offence.code).join(' '),
          },
          detail: { offences: chosen.map(({ offence }) => offence.labels.ar) },
        },
      }
    },
  })
}
