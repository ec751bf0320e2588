import { z } from 'zod'
import type { MarkCode, MovementKind } from '#contracts/exhibits/lists.ts'
import type { OrderInput, PartyInput, movementRecordedSchema } from '#contracts/exhibits/record.ts'
import type { AuditEntry, Tx } from '#platform/commands/types.ts'
import { platformErrors } from '#platform/errors/platform-errors.ts'
import { type ChainRules, type Standing, type StepRefusal, nextStep } from './domain/chain.ts'
import type { ExhibitRules } from './domain/exhibit-rules.ts'
import { type ExhibitRow, exhibitEvent, openJson, sealJson } from './exhibit-store.ts'
import { exhibitsErrors } from './exhibits-errors.ts'
import type { ExhibitsTables, MovementTable } from './exhibits-tables.ts'
import { type PartyReader, createPartyReader, keptPartySchema } from './party.ts'

/** What is kept of a movement, encrypted. */
const movementDetailSchema = z.object({
  handedBy: keptPartySchema,
  receivedBy: keptPartySchema,
  note: z.string().nullable(),
  orderNumber: z.string().nullable(),
})
export const openMovement = (tx: Tx, row: { readonly key_id: string; readonly detail: Uint8Array }) =>
  openJson(tx, movementDetailSchema, row.key_id, row.detail)

export interface NewMovement {
  readonly kind: MovementKind
  readonly occurredAt: Date
  readonly handedBy: PartyInput
  readonly receivedBy: PartyInput
  readonly fromPlaceId?: string | null | undefined
  /** Where it is left; where it was, if left out. */
  readonly toPlaceId?: string | null | undefined
  readonly sealNumber?: string | null | undefined
  readonly sealSeen?: string | null | undefined
  readonly sealBroken?: boolean | undefined
  readonly expectedBack?: Date | null | undefined
  readonly order?: OrderInput | null | undefined
  readonly correctsSeq?: number | undefined
  readonly note?: string | null | undefined
  /** Rules broken that the chain itself does not know of. */
  readonly marks?: readonly MarkCode[] | undefined
}

/** What the country asks of every movement of an exhibit that came in this way. */
export function chainRules(rules: ExhibitRules, origin: ExhibitRow['origin']): ChainRules {
  return { sealNeeded: rules.seal.origins.includes(origin), lateAfterMs: rules.late.afterHours * 3_600_000 }
}

const clockSlack = 5 * 60_000

/** When a movement was done, as stated. Throws CLOCK_WRONG for an hour still to come. */
export function statedHour(tx: Tx, stated: string | null | undefined): Date {
  if (!stated) return tx.occurredAt
  const at = new Date(stated)
  if (at.getTime() - tx.now.getTime() > clockSlack) throw platformErrors.fail('CLOCK_WRONG', { time: at.toISOString() })
  return at < tx.now ? at : tx.now
}

export interface StoredMovement {
  readonly id: string
  readonly standing: Standing
  readonly marks: readonly MarkCode[]
}

/** Writes the next movement of a chain that stands at `before` (undefined: its first), and nothing of the exhibit's own row. */
export async function storeMovement(
  tx: Tx,
  rules: ChainRules,
  row: Pick<ExhibitRow, 'id' | 'unit_id' | 'area' | 'key_id'>,
  before: Standing | undefined,
  movement: NewMovement,
  parties: PartyReader,
): Promise<StoredMovement> {
  const recordedBy = tx.actor.officerId
  if (!recordedBy) throw platformErrors.fail('SIGN_IN_NEEDED')
  const handedBy = await parties.resolve(movement.handedBy)
  const receivedBy = await parties.resolve(movement.receivedBy)
  const step = nextStep(
    before,
    {
      kind: movement.kind,
      fromPlaceId: movement.fromPlaceId ?? null,
      toPlaceId: movement.toPlaceId ?? null,
      handedBy: handedBy.word,
      receivedBy: receivedBy.word,
      occurredAt: movement.occurredAt.getTime(),
      recordedAt: tx.now.getTime(),
      sealNumber: movement.sealNumber ?? null,
      sealSeen: movement.sealSeen ?? null,
      sealBroken: movement.sealBroken ?? false,
      expectedBack: movement.expectedBack?.getTime() ?? null,
      correctsSeq: movement.correctsSeq ?? null,
    },
    rules,
  )
  if ('refused' in step) throw refusalOf(step.refused)
  const { standing } = step
  const marks = [...step.marks, ...(movement.marks ?? [])]
  const { keyId, sealed } = await sealJson(tx, row.id, {
    handedBy: handedBy.kept,
    receivedBy: receivedBy.kept,
    note: movement.note ?? null,
    orderNumber: movement.order?.number ?? null,
  } satisfies z.output<typeof movementDetailSchema>)
  const id = tx.ids.next()
  const values: Omit<MovementTable, 'marks'> & { marks: string } = {
    id,
    exhibit_id: row.id,
    unit_id: row.unit_id,
    area: row.area,
    seq: standing.seq,
    kind: movement.kind,
    from_place_id: step.fromPlaceId,
    to_place_id: standing.placeId,
    handed_by: handedBy.officerId,
    received_by: receivedBy.officerId,
    handed_party: handedBy.word,
    received_party: receivedBy.word,
    occurred_at: movement.occurredAt,
    recorded_at: tx.now,
    recorded_by: recordedBy,
    seal_number: movement.sealNumber ?? null,
    seal_seen: movement.sealSeen ?? null,
    seal_broken: movement.sealBroken ?? false,
    order_authority: movement.order?.authority ?? null,
    order_date: movement.order?.date ?? null,
    expected_back: standing.expectedBack === null ? null : new Date(standing.expectedBack),
    corrects_seq: movement.correctsSeq ?? null,
    marks: JSON.stringify(marks),
    key_id: keyId,
    detail: sealed,
  }
  await tx.tables<ExhibitsTables>().insertInto('exhibits.movement').values(values).execute()
  return { id, standing, marks }
}

function refusalOf(refused: StepRefusal) {
  switch (refused) {
    case 'ended':
      return exhibitsErrors.fail('EXHIBIT_ENDED')
    case 'one-person':
      return exhibitsErrors.fail('EXHIBIT_ONE_PERSON')
    case 'nothing-to-correct':
      return exhibitsErrors.fail('EXHIBIT_NOTHING_TO_CORRECT')
    case 'already-taken':
    case 'not-taken':
      return new Error(`a chain cannot go on so: ${refused}`)
  }
}

export function standingOf(row: ExhibitRow): Standing {
  return {
    seq: row.seq,
    state: row.state,
    sealState: row.seal_state,
    sealNumber: row.seal_number,
    placeId: row.place_id,
    lastAt: row.last_at.getTime(),
    expectedBack: row.expected_back?.getTime() ?? null,
  }
}

/** The columns of an exhibit that say where it stands. */
export function standingColumns(standing: Standing) {
  return {
    state: standing.state,
    seal_state: standing.sealState,
    seal_number: standing.sealNumber,
    place_id: standing.placeId,
    seq: standing.seq,
    last_at: new Date(standing.lastAt),
    expected_back: standing.expectedBack === null ? null : new Date(standing.expectedBack),
  }
}

/** Adds a movement to a locked exhibit and brings its row to where that leaves it: answer and event of the command. */
export async function addMovement(
  tx: Tx,
  rules: ExhibitRules,
  row: ExhibitRow,
  movement: NewMovement,
): Promise<{ readonly result: z.output<typeof movementRecordedSchema>; readonly event: AuditEntry }> {
  const parties = createPartyReader(tx, row.case_id, await tx.keyBytes(row.key_id))
  const { id, standing, marks } = await storeMovement(
    tx,
    chainRules(rules, row.origin),
    row,
    standingOf(row),
    movement,
    parties,
  )
  const version = row.version + 1
  await tx
    .tables<ExhibitsTables>()
    .updateTable('exhibits.exhibit')
    .set({ ...standingColumns(standing), mark_count: row.mark_count + marks.length, version })
    .where('id', '=', row.id)
    .executeTakeFirstOrThrow()
  return {
    result: {
      id,
      version,
      seq: standing.seq,
      kind: movement.kind,
      state: standing.state,
      sealState: standing.sealState,
      placeId: standing.placeId,
      marks: marks.length,
    },
    event: {
      type: `exhibit.${movement.kind}`,
      ...exhibitEvent(row),
      occurredAt: movement.occurredAt,
      codes: {
        reference: row.reference,
        seq: standing.seq,
        state: standing.state,
        place: standing.placeId,
        marks: [...marks],
        ...(movement.order ? { authority: movement.order.authority, orderDate: movement.order.date } : {}),
      },
      detail: {
        ...(movement.note ? { note: movement.note } : {}),
        ...(movement.sealNumber ? { seal: movement.sealNumber } : {}),
        ...(movement.order ? { order: movement.order.number } : {}),
      },
    },
  }
}
