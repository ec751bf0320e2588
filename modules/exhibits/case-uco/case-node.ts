// JSON-LD as plain objects, in the terms of CASE 1.4 and UCO 1.4 and no other.
import { v5 } from 'uuid'

/** Stands in the document itself: whoever reads it fetches nothing. */
export const caseContext = {
  'case-investigation': 'https://ontology.caseontology.org/case/investigation/',
  'uco-action': 'https://ontology.unifiedcyberontology.org/uco/action/',
  'uco-core': 'https://ontology.unifiedcyberontology.org/uco/core/',
  'uco-identity': 'https://ontology.unifiedcyberontology.org/uco/identity/',
  'uco-location': 'https://ontology.unifiedcyberontology.org/uco/location/',
  'uco-observable': 'https://ontology.unifiedcyberontology.org/uco/observable/',
  'uco-role': 'https://ontology.unifiedcyberontology.org/uco/role/',
  'uco-types': 'https://ontology.unifiedcyberontology.org/uco/types/',
  xsd: 'http://www.w3.org/2001/XMLSchema#',
} as const

export interface CaseRef {
  readonly '@id': string
}
export interface CaseLiteral {
  readonly '@type': 'xsd:dateTime' | 'xsd:hexBinary'
  readonly '@value': string
}
export type CaseValue = string | number | boolean | CaseRef | CaseLiteral | CaseNode | readonly CaseValue[]
export interface CaseNode extends CaseRef {
  readonly '@type': string | readonly string[]
  readonly [term: string]: CaseValue
}

const namespace = '0d3b4f5c-6c5e-5f0e-9d0e-3a1c2f7b8e44'

/**
 * The IRI of a node: the same for the same thing in every export. A name-based UUID (RFC 9562, version 5), since UCO advises
 * an IRI that ends in a UUID of version 0 to 5, and ours are of version 7.
 */
export function iriOf(what: string, ...ids: readonly (string | number)[]): string {
  return `urn:uuid:${v5([what, ...ids].join('\n'), namespace)}`
}

/** A node without the terms that say nothing. */
export function caseNode(
  iri: string,
  type: CaseNode['@type'],
  terms: Readonly<Record<string, CaseValue | null | undefined>>,
): CaseNode {
  const said = Object.entries(terms).filter(
    (entry): entry is [string, CaseValue] =>
      entry[1] !== null && entry[1] !== undefined && !(Array.isArray(entry[1]) && entry[1].length === 0),
  )
  return { '@id': iri, '@type': type, ...Object.fromEntries(said) }
}

export function refTo(iri: string): CaseRef {
  return { '@id': iri }
}

export function timeOf(instant: string): CaseLiteral {
  return { '@type': 'xsd:dateTime', '@value': instant }
}

/** A statement that one thing stands to another as `kind` says. */
export function relationOf(kind: string, source: string, target: string): CaseNode {
  return caseNode(iriOf('relation', kind, source, target), 'uco-core:Relationship', {
    'uco-core:kindOfRelationship': kind,
    'uco-core:source': refTo(source),
    'uco-core:target': refTo(target),
    'uco-core:isDirectional': true,
  })
}

/** A number that somebody outside CASE gave to `owner`: of a seal, a report, a thing. */
export function externalOf(owner: string, context: string, identifier: string): CaseNode {
  return caseNode(iriOf('external', owner, context, identifier), 'uco-core:ExternalReference', {
    'uco-core:definingContext': context,
    'uco-core:externalIdentifier': identifier,
  })
}
