import type { z } from 'zod'
import { openCustodyBody } from '#contracts/custody/custody.ts'
import type { EntryInput, EntryMark } from '#contracts/custody/entry.ts'
import { addParticipant, getCaseForAct, getCaseToChange, noteProsecutor } from '#modules/casework/index.ts'
import { requireCharter } from '#modules/registry/index.ts'
import { type Tx, defineCommand } from '#platform/commands/types.ts'
import { platformErrors } from '#platform/errors/platform-errors.ts'
import type { CustodyDeps } from '../custody-deps.ts'
import { custodyErrors } from '../custody-errors.ts'
import { keepLife } from '../custody-life.ts'
import { type CustodyRow, custodies, custodyEvent, getCustody, qualityCodes, sealSubject } from '../custody-store.ts'
import { bookOf, bookReference, bookSeries } from '../domain/book.ts'
import type { KnownOffence } from '../domain/clock-case.ts'
import type { CustodyRules } from '../domain/custody-rules.ts'
import { heldPersonOf } from '../held-person.ts'
import { getProsecutor } from '../prosecutors.ts'
import { recordEntries } from '../record-entries.ts'

type Body = z.output<typeof openCustodyBody>
const clockSlack = 5 * 60_000

/**
 * The one intake: a line of the book, the person as stated, and what was told to whom at once. What the law does not bear
 * (no ground of inquiry, a second custody, an officer without the quality) is marked and taken down.
 */
export const openCustody = (deps: CustodyDeps) =>
  defineCommand({
    type: 'custody.open',
    permission: 'custody.open',
    fromAfar: true,
    input: openCustodyBody,
    execute: async (tx, body) => {
      await requireCharter(tx, 'custody')
      const officerId = tx.actor.officerId
      if (officerId === null) throw platformErrors.fail('NOT_PERMITTED')
      requireTimes(tx, body)
      requireGrounds(deps.rules, body)
      const place = await getPlace(tx, body.placeId)
      const prosecutors = body.prosecutors.length > 0 ? body.prosecutors : [place.prosecutor_unit_id]
      for (const unitId of prosecutors) await getProsecutor(tx, unitId)

      const file = await getCaseToChange(tx, body.caseId)
      const link = await linkOf(tx, body, file)
      const known = await getCaseForAct(tx, body.caseId)
      const person = known.participants.find(({ id }) => id === link)?.person
      if (!person) throw custodyErrors.fail('CUSTODY_PERSON_PROTECTED')
      await noteProsecutor(tx, file, prosecutors[0] ?? place.prosecutor_unit_id)

      const id = tx.ids.next()
      const held = heldPersonOf(person)
      const { keyId, sealed } = await sealSubject(tx, id, { person: held, arrestPlace: body.arrestPlace })
      const codes = await qualityCodes(tx, officerId, new Date(body.placedAt))
      const marks = await marksOfOpening(tx, deps.rules, body, person.id, codes, file.id)
      const book = bookOf(body.measure, body.age)
      const year = deps.legalTime.yearOf(tx.now)
      // Taken late: the book of the place waits for this transaction.
      const number = await tx.nextNumber(bookSeries(book, place.id), place.unit_id, year)
      const reference = bookReference(book, year, number)
      await custodies(tx)
        .insertInto('custody.custody')
        .values({
          id,
          case_id: file.id,
          participant_id: link,
          unit_id: file.unit_id,
          area: file.area,
          place_id: place.id,
          place_unit_id: place.unit_id,
          prosecutor_unit_ids: prosecutors,
          book,
          year,
          number,
          reference,
          measure: body.measure,
          inquiry: body.inquiry,
          age: body.age,
          sex: held.sex,
          grounds: body.grounds,
          arrested_at: new Date(body.arrestedAt),
          placed_at: new Date(body.placedAt),
          outside_district: body.outsideDistrict,
          offences: JSON.stringify(offencesOf(known.offences, body.arrestedAt)),
          officer_id: officerId,
          quality_at_act: JSON.stringify(codes),
          key_id: keyId,
          subject: sealed,
          recorded_at: tx.now,
          from_paper: Boolean(body.paper),
          marks,
          entry_count: 0,
          deadline_at: null,
          ended_at: null,
          end_kind: null,
          signed_at: null,
          signed_by: null,
          signing: null,
          destroyed_at: null,
        })
        .execute()
      const row = await getCustody(tx, id)
      const entries = await recordEntries(tx, deps.rules, row, firstEntries(body))
      await keepLife(tx, deps.rules, row, { entry_count: entries.length })
      return {
        result: { id, reference, book, number, entries: entries.length },
        event: {
          type: 'custody.opened',
          ...custodyEvent(row),
          occurredAt: new Date(body.placedAt),
          codes: {
            reference,
            book,
            measure: body.measure,
            inquiry: body.inquiry,
            age: body.age,
            arrestedAt: body.arrestedAt,
            placedAt: body.placedAt,
            grounds: body.grounds,
            marks,
            entries: entries.length,
          },
          detail: { name: held.nameAr, arrestPlace: body.arrestPlace },
        },
      }
    },
  })

/** The assessment of risk and the cell are facts of the placement like the rest. */
function firstEntries(body: Body): EntryInput[] {
  const paper = body.paper ? { paper: body.paper } : {}
  const has = (kind: EntryInput['kind']): boolean => body.entries.some((entry) => entry.kind === kind)
  return [
    ...(has('risk') ? [] : [{ kind: 'risk' as const, at: body.placedAt, level: body.risk, reasons: [], ...paper }]),
    ...(body.cellId && !has('cell')
      ? [{ kind: 'cell' as const, at: body.placedAt, cellId: body.cellId, ...paper }]
      : []),
    ...body.entries,
  ]
}

function requireTimes(tx: Tx, { arrestedAt, placedAt }: Body): void {
  if (Date.parse(placedAt) < Date.parse(arrestedAt)) throw custodyErrors.fail('CUSTODY_TIMES_REVERSED')
  if (Date.parse(placedAt) - tx.now.getTime() > clockSlack) throw platformErrors.fail('CLOCK_WRONG', { time: placedAt })
}

function requireGrounds(rules: CustodyRules, { grounds, measure }: Body): void {
  const known = rules.grounds.filter(({ measures }) => measures.includes(measure)).map(({ code }) => code)
  if (known.length > 0 && grounds.length === 0) throw custodyErrors.fail('CUSTODY_GROUND_UNKNOWN')
  if (grounds.some((ground) => !known.includes(ground))) throw custodyErrors.fail('CUSTODY_GROUND_UNKNOWN')
}

async function getPlace(tx: Tx, id: string) {
  const row = await custodies(tx).selectFrom('custody.place').selectAll().where('id', '=', id).executeTakeFirst()
  if (!row) throw custodyErrors.fail('CUSTODY_PLACE_UNKNOWN')
  return row
}

/** The person's link to the case as one in custody; made where the file knows the person in another role, or not at all. */
async function linkOf(
  tx: Tx,
  body: Body,
  file: { readonly id: string; readonly unit_id: string; readonly area: string },
): Promise<string> {
  const ref = { id: file.id, unitId: file.unit_id, area: file.area }
  const since = body.arrestedAt
  if (body.participant) {
    if (body.participant.protected) throw custodyErrors.fail('CUSTODY_PERSON_PROTECTED')
    return (await addParticipant(tx, ref, { ...body.participant, role: 'person-in-custody', since })).id
  }
  const known = await getCaseForAct(tx, file.id)
  const link = known.participants.find(({ id }) => id === body.participantId)
  if (!link) throw platformErrors.fail('REFERENCE_UNKNOWN', { field: 'participantId' })
  if (!link.person) throw custodyErrors.fail('CUSTODY_PERSON_PROTECTED')
  if (link.role === 'person-in-custody') return link.id
  const personId = link.person.id
  const already = known.participants.find(({ role, person }) => role === 'person-in-custody' && person?.id === personId)
  if (already) return already.id
  const made = await addParticipant(tx, ref, {
    personId,
    role: 'person-in-custody',
    standing: 'fact',
    since,
    protected: false,
  })
  return made.id
}

interface CaseOffence {
  readonly offenceClass: string
  readonly flags: Readonly<Record<string, boolean>>
}

/** Offences of a file as the clock knows them from an hour on. */
export function offencesOf(offences: readonly CaseOffence[], from: string): KnownOffence[] {
  const since = new Date(from).toISOString()
  return offences.map(({ offenceClass, flags }) => ({
    from: since,
    crime: offenceClass === 'crime',
    imprisonable: flags['imprisonable'] ?? false,
    stateSecurity: flags['stateSecurity'] ?? false,
    terrorism: flags['terrorism'] ?? false,
    art108: flags['specialRegime'] ?? false,
  }))
}

async function marksOfOpening(
  tx: Tx,
  rules: CustodyRules,
  body: Body,
  personId: string,
  codes: CustodyRow['quality_at_act'],
  caseId: string,
): Promise<EntryMark[]> {
  const marks: EntryMark[] = []
  if (body.paper) marks.push('from-paper')
  if (tx.now.getTime() - Date.parse(body.placedAt) > rules.lateAfterMinutes.minutes * 60_000)
    marks.push('taken-down-late')
  if (codes.suspended) marks.push('officer-suspended')
  const asked = rules.holders.find(({ measures }) => measures.includes(body.measure))?.qualities ?? []
  if (!codes.qualities.some((quality) => asked.includes(quality))) marks.push('officer-without-quality')
  if (await wasHeldBefore(tx, personId, caseId)) marks.push('second-custody')
  return marks.toSorted()
}

/** Whether the person is held now, or was held in the same case, as far as this transaction may see. */
async function wasHeldBefore(tx: Tx, personId: string, caseId: string): Promise<boolean> {
  const row = await tx
    .tables<OpenTables>()
    .selectFrom('custody.custody as c')
    .innerJoin('casework.participant as p', 'p.id', 'c.participant_id')
    .select('c.id')
    .where('p.person_id', '=', personId)
    .where((eb) => eb.or([eb('c.case_id', '=', caseId), eb('c.ended_at', 'is', null)]))
    .limit(1)
    .executeTakeFirst()
  return row !== undefined
}

interface OpenTables {
  'custody.custody': { id: string; case_id: string; participant_id: string; ended_at: Date | null }
  'casework.participant': { id: string; person_id: string | null }
}
