import type { Exhibit, Movement, Party } from '#contracts/exhibits/exhibit.ts'
import type { PlaceRef } from '#contracts/exhibits/place.ts'
import type { CaseBundleInput, CaseExhibit, CaseMovement, CaseParty, CasePlace } from './case-bundle-input.ts'

/** What `caseBundleOf` needs of exhibits as the room shows them. They are of one case; others are a mistake of the caller. */
export function caseInputOf(exhibits: readonly [Exhibit, ...Exhibit[]], madeAt: string): CaseBundleInput {
  const [first] = exhibits
  if (exhibits.some((exhibit) => exhibit.caseId !== first.caseId)) throw new Error('exhibits of several cases')
  return {
    madeAt,
    case: { id: first.caseId, reference: first.caseReference },
    unit: { id: first.unit.id, name: `${first.unit.nameAr} · ${first.unit.nameFr}` },
    exhibits: exhibits.map(exhibitOf),
  }
}

function exhibitOf(exhibit: Exhibit): CaseExhibit {
  const measure = exhibit.measure === 'currency' ? (exhibit.currency ?? exhibit.measure) : exhibit.measure
  return {
    id: exhibit.id,
    reference: exhibit.reference,
    kind: exhibit.kind,
    description: exhibit.description,
    distinguishing: exhibit.distinguishing,
    serialNumbers: exhibit.serialNumbers,
    quantity: exhibit.quantity === null ? null : { amount: exhibit.quantity, measure },
    sealNumber: exhibit.sealNumber,
    place: placeOf(exhibit.place),
    pv: exhibit.pv,
    recordedAt: exhibit.recordedAt,
    movements: exhibit.movements.map((movement) => movementOf(exhibit.id, movement)),
    photos: exhibit.photoList,
    files: exhibit.fileList,
  }
}

function movementOf(exhibitId: string, movement: Movement): CaseMovement {
  const { recordedBy } = movement
  return {
    seq: movement.seq,
    kind: movement.kind,
    occurredAt: movement.occurredAt,
    recordedAt: movement.recordedAt,
    recordedBy: recordedBy && { id: recordedBy.id, name: nameOf(recordedBy) },
    from: movement.from && placeOf(movement.from),
    to: placeOf(movement.to),
    handedBy: partyOf(movement.handedBy, `${exhibitId}/${movement.seq}/handed-by`),
    receivedBy: partyOf(movement.receivedBy, `${exhibitId}/${movement.seq}/received-by`),
    sealNumber: movement.sealNumber,
    sealSeen: movement.sealSeen,
    order: movement.order,
    note: movement.note,
    correctsSeq: movement.correctsSeq,
    marks: movement.marks.map((mark) => mark.code),
  }
}

/** Someone from outside is known by this movement only: an equal name does not make two hand-overs one person's. */
function partyOf(party: Party, otherwise: string): CaseParty {
  switch (party.kind) {
    case 'officer': {
      const { id, rank } = party.officer
      return { id, name: nameOf(party.officer), function: rank === null ? 'officer' : `officer (${rank})` }
    }
    case 'participant':
      return { id: party.participantId, name: party.name, function: party.role }
    case 'outside':
      return { id: otherwise, name: party.name, function: party.capacity }
  }
}

function nameOf(officer: { readonly nameAr: string; readonly nameLatin: string }): string {
  return `${officer.nameAr} · ${officer.nameLatin}`
}

function placeOf(place: PlaceRef): CasePlace {
  return { id: place.id, name: `${place.code} · ${place.labelAr} · ${place.labelFr}` }
}
