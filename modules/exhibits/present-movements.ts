import type { Movement, Party } from '#contracts/exhibits/exhibit.ts'
import { type OfficerRef, type Refs, caseworkLabels, loadRefs } from '#modules/casework/index.ts'
import type { Tx } from '#platform/commands/types.ts'
import { type Locale, type Text, fill, isolate } from '#platform/i18n/text.ts'
import { breaksChain } from './domain/chain.ts'
import { type EndState, type ExhibitRules, articlesOf } from './domain/exhibit-rules.ts'
import { capacityTexts, markTexts, movementTexts } from './domain/sentences.ts'
import type { ExhibitRow } from './exhibit-store.ts'
import type { ExhibitsTables } from './exhibits-tables.ts'
import { openMovement } from './movement-store.ts'
import type { KeptParty } from './party.ts'
import { loadPlaces } from './place-store.ts'

const endOf: Readonly<Partial<Record<Movement['kind'], EndState>>> = {
  'deposited-at-court': 'deposited',
  returned: 'returned',
  destroyed: 'destroyed',
}

/** The movements of an exhibit as rows, the first first. */
export async function listMovements(tx: Tx, exhibitId: string) {
  return tx
    .tables<ExhibitsTables>()
    .selectFrom('exhibits.movement')
    .selectAll()
    .where('exhibit_id', '=', exhibitId)
    .orderBy('seq')
    .execute()
}
export type MovementRow = Awaited<ReturnType<typeof listMovements>>[number]

/** The chain of an exhibit for its readers: each movement with its persons, marks and sentence. */
export async function presentMovements(rules: ExhibitRules, tx: Tx, exhibit: ExhibitRow): Promise<Movement[]> {
  const rows = await listMovements(tx, exhibit.id)
  const refs = await loadRefs(
    tx,
    [],
    rows.flatMap((row) => [row.handed_by, row.received_by, row.recorded_by]),
  )
  const places = await loadPlaces(
    tx,
    rows.flatMap((row) => [row.from_place_id, row.to_place_id]),
  )
  const movements: Movement[] = []
  for (const row of rows) {
    const kept = await openMovement(tx, row)
    const to = places.get(row.to_place_id)
    if (!to) throw new Error(`the place of movement ${row.id} cannot be seen`)
    const movement = {
      seq: row.seq,
      kind: row.kind,
      occurredAt: row.occurred_at.toISOString(),
      recordedAt: row.recorded_at.toISOString(),
      recordedBy: refs.officer(row.recorded_by),
      recorderWas: recorderOf(row),
      from: row.from_place_id ? (places.get(row.from_place_id) ?? null) : null,
      to,
      handedBy: presentParty(refs, kept?.handedBy, row.handed_party, row.handed_by),
      receivedBy: presentParty(refs, kept?.receivedBy, row.received_party, row.received_by),
      sealNumber: row.seal_number,
      sealSeen: row.seal_seen,
      order:
        row.order_authority && row.order_date
          ? { authority: row.order_authority, number: kept?.orderNumber ?? null, date: row.order_date }
          : null,
      expectedBack: row.expected_back?.toISOString() ?? null,
      note: kept?.note ?? null,
      correctsSeq: row.corrects_seq,
      correctedBy: rows.filter((other) => other.corrects_seq === row.seq).map(({ seq }) => seq),
      marks: row.marks.map((code) => ({
        code,
        text: markTexts[code],
        articles: articlesOf(rules, code, exhibit.kind, endOf[row.kind] ?? null),
        breaksChain: breaksChain(code),
      })),
    }
    movements.push({ ...movement, sentence: sentenceOf(movement) })
  }
  return movements
}

function recorderOf(row: MovementRow): Movement['recorderWas'] {
  if (row.handed_by === row.recorded_by) return 'hander'
  return row.received_by === row.recorded_by ? 'receiver' : 'witness'
}

/** A person as named then; without a name where its key is gone. */
export function presentParty(refs: Refs, kept: KeptParty | undefined, word: string, officerId: string | null): Party {
  if (officerId !== null) return { kind: 'officer', officer: refs.officer(officerId) ?? nobody(officerId) }
  switch (kept?.kind) {
    case 'participant':
      return {
        kind: 'participant',
        participantId: kept.participantId,
        role: kept.role,
        name: kept.name,
        nameLatin: kept.nameLatin,
      }
    case 'outside':
      return { kind: 'outside', name: kept.name, capacity: kept.capacity }
    case 'officer':
    case undefined: {
      const [kind, id = ''] = word.split(':')
      if (kind === 'participant')
        return { kind: 'participant', participantId: id, role: 'other', name: null, nameLatin: null }
      return { kind: 'outside', name: null, capacity: 'other' }
    }
  }
}

const nobody = (id: string): OfficerRef => ({ id, nameAr: '—', nameLatin: '—', rank: null })

type Told = Omit<Movement, 'sentence'>

function sentenceOf(movement: Told): Text {
  const say = (locale: Locale): string =>
    fill(movementTexts[movement.kind][locale], {
      hander: partyText(movement.handedBy, locale),
      receiver: partyText(movement.receivedBy, locale),
      from: placeText(movement.from, locale),
      to: placeText(movement.to, locale),
      seal: movement.sealNumber ?? '—',
      corrects: movement.correctsSeq ?? '—',
    })
  return { ar: say('ar'), fr: say('fr'), en: say('en') }
}

const placeText = (place: Told['from'], locale: Locale): string =>
  place ? (locale === 'ar' ? place.labelAr : place.labelFr) : '—'

function partyText(party: Party, locale: Locale): string {
  switch (party.kind) {
    case 'officer':
      return locale === 'ar' ? party.officer.nameAr : party.officer.nameLatin
    case 'participant':
      return `${nameIn(party, locale)} (${caseworkLabels['role']?.[party.role]?.[locale] ?? party.role})`
    case 'outside':
      return `${isolate(party.name ?? '—')} (${capacityTexts[party.capacity][locale]})`
  }
}

/** Isolated, since a name may be of the other script than the words around it. */
function nameIn({ name, nameLatin }: Party & { kind: 'participant' }, locale: Locale): string {
  return isolate((locale === 'ar' ? name : (nameLatin ?? name)) ?? '—')
}
