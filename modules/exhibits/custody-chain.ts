import { loadRefs, requireUnit } from '#modules/casework/index.ts'
import { findPvRef } from '#modules/documents/index.ts'
import type { Tx } from '#platform/commands/types.ts'
import { isUnbroken } from './domain/chain.ts'
import type { ChainFile, ChainMovement, ChainParty, CustodyChain } from './domain/custody-chain.ts'
import { type ExhibitRow, getExhibit, openDetail, openLinks } from './exhibit-store.ts'
import type { ExhibitsTables } from './exhibits-tables.ts'
import { openMovement } from './movement-store.ts'
import { type KeptParty } from './party.ts'
import { loadPlaces } from './place-store.ts'
import { listMovements } from './present-movements.ts'
import { listStoredFiles, openFileDetail } from './stored-files.ts'

/** Everything about an exhibit that its chain of custody says, for an export. Throws NOT_FOUND where it may not be seen. */
export async function loadCustodyChain(tx: Tx, id: string): Promise<CustodyChain> {
  const row = await getExhibit(tx, id)
  const movements = await loadMovements(tx, row)
  const files = await loadFiles(tx, id)
  const detail = await openDetail(tx, row)
  const links = await openLinks(tx, row)
  const file = await tx
    .tables<ExhibitsTables>()
    .selectFrom('casework.case_file')
    .select(['id', 'reference', 'unit_id'])
    .where('id', '=', row.case_id)
    .executeTakeFirstOrThrow()
  const officerIds = new Set<string | null>([row.recorded_by])
  for (const { handedBy, receivedBy, recordedBy } of movements)
    for (const each of [officerOf(handedBy), officerOf(receivedBy), recordedBy]) officerIds.add(each)
  for (const { addedBy } of files) officerIds.add(addedBy)
  const refs = await loadRefs(tx, [file.unit_id], officerIds)
  const officers = [...officerIds].flatMap((each) => refs.officer(each) ?? [])
  const named = (party: ChainParty): ChainParty => {
    const officer = refs.officer(officerOf(party))
    return officer ? { ...party, name: officer.nameAr, rank: officer.rank } : party
  }
  return {
    exhibit: {
      id,
      reference: row.reference,
      kind: row.kind,
      origin: row.origin,
      description: detail?.description ?? null,
      serialNumbers: detail?.serialNumbers ?? [],
      distinguishing: detail?.distinguishing ?? null,
      quantity: row.quantity === null ? null : Number(row.quantity),
      measure: row.measure,
      currency: row.currency,
      state: row.state,
      sealNumber: row.seal_number,
      takenAt: row.taken_at.toISOString(),
      recordedAt: row.recorded_at.toISOString(),
      owner: linked(links?.owner),
      heldFrom: linked(links?.heldFrom),
      pvReference: row.pv_id ? ((await findPvRef(tx, row.pv_id))?.reference ?? null) : null,
    },
    case: { id: file.id, reference: file.reference, unit: requireUnit(refs, file.unit_id) },
    officers,
    movements: movements.map((movement) => ({
      ...movement,
      handedBy: named(movement.handedBy),
      receivedBy: named(movement.receivedBy),
    })),
    files,
    unbroken: isUnbroken(movements),
    readAt: tx.now.toISOString(),
  }
}

async function loadMovements(tx: Tx, exhibit: ExhibitRow): Promise<ChainMovement[]> {
  const rows = await listMovements(tx, exhibit.id)
  const places = await loadPlaces(
    tx,
    rows.flatMap((row) => [row.from_place_id, row.to_place_id]),
  )
  const movements: ChainMovement[] = []
  for (const row of rows) {
    const kept = await openMovement(tx, row)
    const to = places.get(row.to_place_id)
    if (!to) throw new Error(`the place of movement ${row.id} cannot be seen`)
    movements.push({
      id: row.id,
      seq: row.seq,
      kind: row.kind,
      occurredAt: row.occurred_at.toISOString(),
      recordedAt: row.recorded_at.toISOString(),
      recordedBy: row.recorded_by,
      handedBy: partyOf(row.handed_party, kept?.handedBy),
      receivedBy: partyOf(row.received_party, kept?.receivedBy),
      from: row.from_place_id ? (places.get(row.from_place_id) ?? null) : null,
      to,
      sealNumber: row.seal_number,
      sealSeen: row.seal_seen,
      order:
        row.order_authority && row.order_date
          ? { authority: row.order_authority, number: kept?.orderNumber ?? null, date: row.order_date }
          : null,
      note: kept?.note ?? null,
      correctsSeq: row.corrects_seq,
      marks: row.marks,
    })
  }
  return movements
}

async function loadFiles(tx: Tx, exhibitId: string): Promise<ChainFile[]> {
  const rows = await listStoredFiles(tx, exhibitId)
  return Promise.all(
    rows.map(async (row) => {
      const detail = await openFileDetail(tx, row)
      return {
        id: row.id,
        role: row.role,
        name: detail?.name ?? null,
        mediaType: row.media_type,
        size: row.size,
        sha256: Buffer.from(row.sha256).toString('hex'),
        copyOf: row.copy_of,
        purpose: detail?.purpose ?? null,
        addedAt: row.added_at.toISOString(),
        addedBy: row.added_by,
      }
    }),
  )
}

const officerOf = (party: ChainParty): string | null => (party.kind === 'officer' ? party.id : null)
const linked = (kept: KeptParty | undefined): ChainParty | null =>
  kept?.kind === 'participant' ? partyOf(`participant:${kept.participantId}`, kept) : null

function partyOf(word: string, kept: KeptParty | undefined): ChainParty {
  const [kind, id = null] = word.split(':')
  const party = { key: word, id, name: null, rank: null, role: null, capacity: null }
  if (kind === 'officer') return { ...party, kind: 'officer' }
  if (kind === 'participant')
    return kept?.kind === 'participant'
      ? { ...party, kind: 'participant', name: kept.name, role: kept.role }
      : { ...party, kind: 'participant' }
  return kept?.kind === 'outside'
    ? { ...party, kind: 'outside', id: null, name: kept.name, capacity: kept.capacity }
    : { ...party, kind: 'outside', id: null }
}
