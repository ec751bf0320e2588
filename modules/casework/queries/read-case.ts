import { z } from 'zod'
import { defineQuery } from '#platform/commands/types.ts'
import { caseCodes, caseEvent, getCase } from '../case-store.ts'
import { loadCaseFile } from '../case-file.ts'
import type { CaseworkDeps } from '../casework-deps.ts'

export const readCase = ({ taskKinds }: Pick<CaseworkDeps, 'taskKinds'>) =>
  defineQuery({
    type: 'case.read',
    permission: 'case.read',
    input: z.strictObject({ id: z.uuid() }),
    recorded: true,
    execute: async (tx, { id }) => {
      const row = await getCase(tx, id)
      return {
        result: await loadCaseFile(taskKinds, tx, row),
        access: { type: 'case.read', ...caseEvent(row), codes: caseCodes(row) },
      }
    },
  })
