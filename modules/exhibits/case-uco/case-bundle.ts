import type { CaseBundleInput } from './case-bundle-input.ts'
import {
  type CaseNode,
  type CaseRef,
  type CaseValue,
  caseContext,
  caseNode,
  iriOf,
  refTo,
  relationOf,
  timeOf,
} from './case-node.ts'
import { exhibitNodes, itemIri, recordIri } from './exhibit-nodes.ts'
import { actionIri, movementNodes, orderIri, placeIri, placeNode } from './movement-nodes.ts'

/** A JSON-LD document whose root is a `uco-core:Bundle`; every other node stands in its `uco-core:object`, once. */
export interface CaseBundle extends CaseRef {
  readonly '@context': typeof caseContext
  readonly '@type': 'uco-core:Bundle'
  readonly 'uco-core:object': readonly CaseNode[]
  readonly [term: `uco-core:${string}`]: CaseValue
}

/**
 * Exhibits with their chains of custody in CASE 1.4 and UCO 1.4, as JSON-LD. Each movement is one InvestigativeAction, each
 * exhibit a ProvenanceRecord; whoever hands over performs, whoever receives takes part, both in the function they had. Owners and
 * those from whom things were taken stay out of it unless they are persons of a movement. Ids that the input refers to
 * (`copyOf`, `correctsSeq`) are expected to be in it. https://ontology.caseontology.org/
 */
export function caseBundleOf(input: CaseBundleInput): CaseBundle {
  const unit = caseNode(iriOf('unit', input.unit.id), 'uco-identity:Organization', { 'uco-core:name': input.unit.name })
  const nodes = [
    investigationNode(input),
    unit,
    ...input.exhibits.flatMap((exhibit) => [
      ...exhibitNodes(exhibit),
      ...movementNodes(input.case.id, exhibit),
      placeNode(exhibit.place),
      relationOf('Located_At', itemIri(exhibit), placeIri(exhibit.place)),
    ]),
  ]
  return {
    '@context': caseContext,
    '@id': iriOf('bundle', input.case.id, input.madeAt, ...input.exhibits.map((exhibit) => exhibit.id)),
    '@type': 'uco-core:Bundle',
    'uco-core:name': input.case.reference,
    'uco-core:specVersion': 'CASE 1.4.0, UCO 1.4.0',
    'uco-core:objectCreatedTime': timeOf(input.madeAt),
    'uco-core:createdBy': refTo(unit['@id']),
    'uco-core:object': [...new Map(nodes.map((node) => [node['@id'], node])).values()],
  }
}

function investigationNode(input: CaseBundleInput): CaseNode {
  const orders = input.exhibits.flatMap((exhibit) =>
    exhibit.movements.flatMap((movement) => (movement.order ? [orderIri(input.case.id, movement.order)] : [])),
  )
  return caseNode(iriOf('case', input.case.id), 'case-investigation:Investigation', {
    'uco-core:name': input.case.reference,
    'case-investigation:investigationForm': 'case',
    'uco-core:startTime': input.case.openedAt === undefined ? null : timeOf(input.case.openedAt),
    'case-investigation:relevantAuthorization': [...new Set(orders)].map(refTo),
    'uco-core:object': input.exhibits.flatMap((exhibit) =>
      [
        itemIri(exhibit),
        recordIri(exhibit),
        ...exhibit.movements.map((movement) => actionIri(exhibit, movement.seq)),
      ].map(refTo),
    ),
  })
}
