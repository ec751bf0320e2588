import type { z } from 'zod'
import { type exhibitsRecordedSchema, recordExhibitsBody } from '#contracts/exhibits/record.ts'
import { type CaseRow, getCaseToChange } from '#modules/casework/index.ts'
import { type PvRef, qualityCodes } from '#modules/documents/index.ts'
import { findOfficer } from '#modules/organisation/index.ts'
import { requireCharter } from '#modules/registry/index.ts'
import { type JsonObject, type Tx, defineCommand } from '#platform/commands/types.ts'
import { platformErrors } from '#platform/errors/platform-errors.ts'
import { type KeptLinks, sealJson, sealLinks, unitToAct } from '../exhibit-store.ts'
import { exhibitReference } from '../domain/exhibit-number.ts'
import { marksOfSeizure } from '../domain/exhibit-rules.ts'
import type { ExhibitsDeps } from '../exhibits-deps.ts'
import { exhibitsErrors } from '../exhibits-errors.ts'
import type { ExhibitsTables } from '../exhibits-tables.ts'
import { chainRules, standingColumns, statedHour, storeMovement } from '../movement-store.ts'
import { createPartyReader } from '../party.ts'
import { elsewhereOf, getOpenPlace, newLabel } from '../place-store.ts'
import { requirePv } from '../pv-link.ts'
import { wordTokens } from '../words.ts'

type Body = z.output<typeof recordExhibitsBody>
type Recorded = z.output<typeof exhibitsRecordedSchema>['items'][number]

/** What the things of one seizure have in common. */
interface Seizure {
  readonly deps: ExhibitsDeps
  readonly file: CaseRow
  readonly unitId: string
  readonly area: string
  readonly takenAt: Date
  readonly year: number
  readonly placeId: string
  readonly pv: PvRef | undefined
  readonly quality: string
  readonly recordedBy: string
}

/** Takes down what was seized, found, deposited or handed over: each thing with its own number, label and chain. */
export const recordExhibits = (deps: ExhibitsDeps) =>
  defineCommand({
    type: 'exhibit.record',
    permission: 'exhibit.record',
    fromAfar: true,
    input: recordExhibitsBody,
    execute: async (tx, body) => {
      await requireCharter(tx, 'exhibits')
      const seizure = await beginSeizure(deps, tx, body)
      const items: Recorded[] = []
      for (const item of body.items) items.push(await recordOne(tx, seizure, body, item))
      const { file, unitId, area, takenAt } = seizure
      return {
        result: { items },
        event: {
          type: 'exhibit.recorded',
          subjects: [...items.map(({ id }) => ({ type: 'exhibit', id })), { type: 'case', id: file.id }],
          unitId,
          area,
          purpose: { kind: 'case' as const, id: file.id },
          occurredAt: takenAt,
          codes: {
            references: items.map(({ reference }) => reference),
            count: items.length,
            origin: body.origin,
            kinds: body.items.map(({ kind }) => kind),
          },
          detail: { what: body.items.map(({ detail }) => detail.description.slice(0, 200)) } satisfies JsonObject,
        },
      }
    },
  })

async function beginSeizure(deps: ExhibitsDeps, tx: Tx, body: Body): Promise<Seizure> {
  const recordedBy = tx.actor.officerId
  if (!recordedBy) throw platformErrors.fail('SIGN_IN_NEEDED')
  const file = await getCaseToChange(tx, body.caseId, { evenClosed: true })
  const unit = unitToAct(tx, file)
  const takenAt = statedHour(tx, body.takenAt)
  for (const { countedWith } of body.items) {
    if (countedWith && !(await findOfficer(tx, countedWith))) throw exhibitsErrors.fail('EXHIBIT_PARTY_UNKNOWN')
    if (countedWith === recordedBy) throw exhibitsErrors.fail('EXHIBIT_ONE_PERSON')
  }
  return {
    deps,
    file,
    ...unit,
    takenAt,
    year: Number(deps.civilDate(tx.now).slice(0, 4)),
    placeId: await firstPlace(tx, unit, body.placeId),
    pv: body.pvId ? await requirePv(tx, body.caseId, body.pvId) : undefined,
    quality: JSON.stringify(await qualityCodes(tx, recordedBy, takenAt)),
    recordedBy,
  }
}

async function firstPlace(
  tx: Tx,
  unit: { readonly unitId: string; readonly area: string },
  placeId: string | null | undefined,
): Promise<string> {
  if (!placeId) return (await elsewhereOf(tx, unit, 'in-hand')).id
  const place = await getOpenPlace(tx, placeId)
  if (place.kind === 'court-registry' || place.kind === 'outside') throw exhibitsErrors.fail('EXHIBIT_PLACE_UNSUITABLE')
  return place.id
}

async function recordOne(tx: Tx, seizure: Seizure, body: Body, item: Body['items'][number]): Promise<Recorded> {
  const { deps, file, unitId, area, takenAt, year } = seizure
  const id = tx.ids.next()
  const { keyId, sealed } = await sealJson(tx, id, item.detail)
  const parties = createPartyReader(tx, file.id, await tx.keyBytes(keyId))
  const links: KeptLinks = {
    ...(item.ownerParticipantId ? { owner: await parties.participant(item.ownerParticipantId) } : {}),
    ...(body.heldFromParticipantId ? { heldFrom: await parties.participant(body.heldFromParticipantId) } : {}),
  }
  const row = { id, unit_id: unitId, area, key_id: keyId }
  const rules = chainRules(deps.rules, body.origin)
  const series = file.sealed ? ('exhibit-sealed' as const) : ('exhibit' as const)
  const number = await tx.nextNumber(series, unitId, year)
  const reference = exhibitReference(series, year, number)
  const label = newLabel()
  const db = tx.tables<ExhibitsTables>()
  const beginning = { seq: 1, place_id: seizure.placeId, last_at: takenAt }
  await db
    .insertInto('exhibits.exhibit')
    .values({
      id,
      case_id: file.id,
      unit_id: unitId,
      area,
      series,
      year,
      number,
      reference,
      origin: body.origin,
      kind: item.kind,
      pv_id: body.pvId ?? null,
      owner_participant_id: item.ownerParticipantId ?? null,
      held_from_participant_id: body.heldFromParticipantId ?? null,
      key_id: keyId,
      detail: sealed,
      links: await sealLinks(tx, id, links),
      quantity: item.quantity === null || item.quantity === undefined ? null : String(item.quantity),
      measure: item.measure,
      currency: item.currency ?? null,
      counted_with: item.countedWith ?? null,
      label,
      state: 'held',
      seal_state: 'none',
      seal_number: null,
      expected_back: null,
      mark_count: 0,
      taken_at: takenAt,
      recorded_at: tx.now,
      recorded_by: seizure.recordedBy,
      quality_at_act: seizure.quality,
      ...beginning,
    })
    .execute()
  const marks = marksOfSeizure(deps.rules, {
    kind: item.kind,
    origin: body.origin,
    quantity: item.quantity ?? null,
    measure: item.measure,
    serialNumbers: item.detail.serialNumbers,
    countedByTwo: Boolean(item.countedWith),
    hasSealedPv: seizure.pv?.state === 'sealed',
  })
  const { handedBy, receivedBy } = body
  const first = await storeMovement(
    tx,
    rules,
    row,
    undefined,
    { kind: 'taken', occurredAt: takenAt, handedBy, receivedBy, toPlaceId: seizure.placeId, marks },
    parties,
  )
  // Whoever received it sets the seal, before whoever gave it.
  const sealing = { kind: 'sealed', occurredAt: takenAt, handedBy: receivedBy, receivedBy: handedBy } as const
  const second = item.sealNumber
    ? await storeMovement(tx, rules, row, first.standing, { ...sealing, sealNumber: item.sealNumber }, parties)
    : undefined
  const markCount = first.marks.length + (second?.marks.length ?? 0)
  const version = 2
  await db
    .updateTable('exhibits.exhibit')
    .set({ ...standingColumns((second ?? first).standing), mark_count: markCount, version })
    .where('id', '=', id)
    .executeTakeFirstOrThrow()
  const { description, serialNumbers, distinguishing } = item.detail
  const tokens = wordTokens(deps.wordsKey, [description, ...serialNumbers, distinguishing ?? ''].join(' '))
  if (tokens.length > 0)
    await db
      .insertInto('exhibits.word')
      .values(tokens.map((token) => ({ exhibit_id: id, token })))
      .execute()
  return { id, reference, year, number, version, label, marks: markCount }
}
