import { z } from 'zod'
import { correctExhibitBody } from '#contracts/exhibits/record.ts'
import { defineCommand } from '#platform/commands/types.ts'
import { getExhibitToMove } from '../exhibit-store.ts'
import type { ExhibitsDeps } from '../exhibits-deps.ts'
import { addMovement } from '../movement-store.ts'

/** Adds to a movement what was said wrongly of it. Also after the end: nothing of the chain changes by it. */
export const correctExhibit = (deps: ExhibitsDeps) =>
  defineCommand({
    type: 'exhibit.correct',
    permission: 'exhibit.move',
    input: correctExhibitBody.extend({ id: z.uuid() }),
    execute: async (tx, { id, baseVersion, correctsSeq, text, handedBy, receivedBy }) => {
      const row = await getExhibitToMove(tx, id, baseVersion)
      return addMovement(tx, deps.rules, row, {
        kind: 'corrected',
        occurredAt: tx.occurredAt,
        handedBy,
        receivedBy,
        correctsSeq,
        note: text,
      })
    },
  })
