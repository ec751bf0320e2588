import { z } from 'zod'
import { changeFactsBody } from '#contracts/casework/case-facts.ts'
import { type JsonObject, defineCommand } from '#platform/commands/types.ts'
import { type CaseRow, caseCodes, caseEvent, changeCase, getCaseToChange } from '../case-store.ts'
import { type HappenedColumns, happenedColumns } from '../domain/happened.ts'
import type { CaseworkLaw } from '../domain/resolve-offences.ts'
import { derivedFromOffences, lawInUse, listOffenceCodes, rechooseOffences, replaceOffences } from '../offence-store.ts'
import { checkTimes } from '../open-case.ts'

export function changeFacts(law: CaseworkLaw) {
  return defineCommand({
    type: 'case.change-facts',
    permission: 'case.change',
    input: z.strictObject({ id: z.uuid(), ...changeFactsBody.shape }),
    execute: async (tx, { id, baseVersion, facts }) => {
      const row = await getCaseToChange(tx, id, { baseVersion })
      const columns = happenedColumns(facts)
      checkTimes({ ...row, ...columns }, tx.now)
      let derived = {}
      // Another day may mean another wording of the law: the offences follow the date, and never stand in its way.
      if (columns.happened_from !== undefined) {
        const codes = await listOffenceCodes(tx, id)
        const chosen = rechooseOffences(await lawInUse(tx, law), codes, columns.happened_from ?? tx.now)
        const changed = chosen.some(({ offence, inForce }) => {
          const before = codes.find(({ code }) => code === offence.code)
          return before?.wording_from !== offence.validFrom || before.in_force !== inForce
        })
        if (changed) await replaceOffences(tx, row, chosen)
        if (codes.length > 0) derived = derivedFromOffences(chosen)
      }
      const version = await changeCase(tx, row, { ...columns, ...derived })
      return {
        result: { id, version },
        event: {
          type: 'case.facts-changed',
          ...caseEvent(row),
          codes: { ...caseCodes(row), fields: fieldsOf(columns) },
          detail: { before: valuesOf(row, columns), after: valuesOf({ ...row, ...columns }, columns) },
        },
      }
    },
  })
}

const fieldOf = {
  happened_from: 'when',
  happened_to: 'when',
  happened_precision: 'when',
  place_text: 'place',
  latitude: 'point',
  longitude: 'point',
  point_precision: 'point',
  how_text: 'how',
  inquiry: 'inquiry',
} as const satisfies Record<keyof HappenedColumns, string>

const columnNames = Object.keys(fieldOf) as (keyof HappenedColumns)[]

function fieldsOf(columns: HappenedColumns): string[] {
  return [...new Set(columnNames.filter((name) => columns[name] !== undefined).map((name) => fieldOf[name]))]
}

// As text: the log takes no fractions.
function valuesOf(row: Pick<CaseRow, keyof HappenedColumns>, columns: HappenedColumns): JsonObject {
  return Object.fromEntries(
    columnNames
      .filter((name) => columns[name] !== undefined)
      .map((name) => {
        const value = row[name]
        return [name, value === null ? null : value instanceof Date ? value.toISOString() : String(value)]
      }),
  )
}
