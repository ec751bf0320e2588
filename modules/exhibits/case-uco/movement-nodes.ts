import type { CaseExhibit, CaseMovement, CaseOrder, CaseParty, CasePlace } from './case-bundle-input.ts'
import { type CaseNode, caseNode, iriOf, refTo, relationOf, timeOf } from './case-node.ts'
import { itemIri, recordIri } from './exhibit-nodes.ts'

export const placeIri = (place: CasePlace): string => iriOf('place', place.id)
export const actionIri = (exhibit: CaseExhibit, seq: number): string => iriOf('movement', exhibit.id, seq)
const personIri = (person: { readonly id: string }): string => iriOf('person', person.id)
const roleIri = (party: CaseParty): string => iriOf('role', party.id, party.function)
/** Numbers of orders are their authority's own, so that the same number in two cases is two orders. */
export const orderIri = (caseId: string, order: CaseOrder): string =>
  iriOf('order', caseId, order.authority, order.number ?? '', order.date)

export function placeNode(place: CasePlace): CaseNode {
  return caseNode(placeIri(place), 'uco-location:Location', { 'uco-core:name': place.name })
}

function personNode(person: Omit<CaseParty, 'function'>): CaseNode {
  return caseNode(personIri(person), 'uco-identity:Person', { 'uco-core:name': person.name })
}

/** The person, the function in which they acted, and that the one had the other: how CASE names whoever performs. */
function partyNodes(party: CaseParty): readonly CaseNode[] {
  return [
    personNode(party),
    caseNode(roleIri(party), 'uco-role:Role', { 'uco-core:name': party.function }),
    relationOf('Has_Role', personIri(party), roleIri(party)),
  ]
}

function orderNode(caseId: string, order: CaseOrder): CaseNode {
  return caseNode(orderIri(caseId, order), 'case-investigation:Authorization', {
    'case-investigation:authorizationType': `order: ${order.authority}`,
    'case-investigation:authorizationIdentifier': order.number,
    // A calendar day; the term for its beginning wants an instant, which nobody stated.
    'uco-core:description': `${order.authority}, ${order.date}`,
  })
}

/** What a movement says beyond who, when, where and what. */
function argumentsOf(movement: CaseMovement): readonly (readonly [string, string | null])[] {
  return [
    ['sequence', String(movement.seq)],
    ['from', movement.from && placeIri(movement.from)],
    ['to', placeIri(movement.to)],
    ['seal-set', movement.sealNumber],
    ['seal-seen', movement.sealSeen],
  ]
}

/** The movement as one action, and the record in which it results: the exhibit's own for the first, one of its own after that. */
function actionNodes(exhibit: CaseExhibit, movement: CaseMovement, before: CaseMovement | undefined): CaseNode[] {
  const iri = actionIri(exhibit, movement.seq)
  const record = before ? iriOf('movement-record', exhibit.id, movement.seq) : recordIri(exhibit)
  const places = [...new Set([movement.from, movement.to].flatMap((place) => (place ? [placeIri(place)] : [])))]
  const action = caseNode(iri, 'case-investigation:InvestigativeAction', {
    'uco-core:name': movement.kind,
    'uco-core:description': movement.note,
    'uco-core:tag': movement.marks,
    'uco-core:objectCreatedTime': timeOf(movement.recordedAt),
    'uco-core:createdBy': movement.recordedBy && refTo(personIri(movement.recordedBy)),
    'uco-action:startTime': timeOf(movement.occurredAt),
    'uco-action:endTime': timeOf(movement.occurredAt),
    'uco-action:performer': refTo(roleIri(movement.handedBy)),
    'uco-action:participant': refTo(roleIri(movement.receivedBy)),
    'uco-action:location': places.map(refTo),
    'uco-action:object': refTo(itemIri(exhibit)),
    'uco-action:result': refTo(record),
    'case-investigation:wasInformedBy': before && refTo(actionIri(exhibit, before.seq)),
    'uco-core:hasFacet': argumentsOf(movement).flatMap(([name, value]) =>
      value === null
        ? []
        : [
            caseNode(iriOf('argument', iri, name), 'uco-action:ActionArgumentFacet', {
              'uco-action:argumentName': name,
              'uco-action:value': value,
            }),
          ],
    ),
  })
  if (!before) return [action]
  return [
    action,
    caseNode(record, 'case-investigation:ProvenanceRecord', {
      'case-investigation:exhibitNumber': `${exhibit.reference}/${movement.seq}`,
      'case-investigation:rootExhibitNumber': exhibit.reference,
      'uco-core:object': refTo(itemIri(exhibit)),
    }),
  ]
}

/** The chain of an exhibit: an action a movement, with the persons, places and orders it names. */
export function movementNodes(caseId: string, exhibit: CaseExhibit): readonly CaseNode[] {
  return exhibit.movements.flatMap((movement, at) => {
    const iri = actionIri(exhibit, movement.seq)
    return [
      ...actionNodes(exhibit, movement, exhibit.movements[at - 1]),
      ...partyNodes(movement.handedBy),
      ...partyNodes(movement.receivedBy),
      ...(movement.recordedBy ? [personNode(movement.recordedBy)] : []),
      ...(movement.from ? [placeNode(movement.from)] : []),
      placeNode(movement.to),
      ...(movement.order
        ? [orderNode(caseId, movement.order), relationOf('Authorized_By', iri, orderIri(caseId, movement.order))]
        : []),
      ...(movement.correctsSeq === null ? [] : [relationOf('Corrects', iri, actionIri(exhibit, movement.correctsSeq))]),
    ]
  })
}
