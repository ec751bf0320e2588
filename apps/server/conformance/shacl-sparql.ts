// Constraints of UCO that its shapes state in SPARQL and that judge every export, written again by hand. The others judge
// dictionaries, which our export has none of, and ontologies.
import { DataFactory, type Store } from 'n3'
import type { Finding } from './shacl.ts'

const namedNode = (iri: string) => DataFactory.namedNode(iri)
const core = 'https://ontology.unifiedcyberontology.org/uco/core/'
const type = namedNode('http://www.w3.org/1999/02/22-rdf-syntax-ns#type')
const subClassOf = namedNode('http://www.w3.org/2000/01/rdf-schema#subClassOf')
const uuidAtEnd = /[0-9a-f]{8}-[0-9a-f]{4}-[0-5][0-9a-f]{3}-[0-9a-f]{4}-[0-9a-f]{12}$/i

/** The classes below one, itself included. */
function classesBelow(store: Store, top: string): ReadonlySet<string> {
  const found = new Set([top])
  for (const name of found)
    for (const below of store.getSubjects(subClassOf, namedNode(name), null)) found.add(below.value)
  return found
}

function things(store: Store) {
  const classes = classesBelow(store, `${core}UcoThing`)
  const quads = store.getQuads(null, type, null, null).filter((quad) => classes.has(quad.object.value))
  return [...new Map(quads.map((quad) => [quad.subject.value, quad.subject])).values()]
}

/** By the shape that holds the constraint. */
export const replacedConstraints: ReadonlyMap<string, (store: Store) => readonly Finding[]> = new Map([
  [
    `${core}UcoThing`,
    (store: Store) =>
      things(store)
        .filter((node) => node.termType === 'BlankNode')
        .map((node) => finding('Violation', node.value, '', 'UcoThings are required to not be blank nodes.')),
  ],
  [
    `${core}UcoThing-identifier-regex-shape`,
    (store: Store) =>
      things(store)
        .filter((node) => !uuidAtEnd.test(node.value))
        .map((node) => finding('Info', node.value, '', 'UcoThings are suggested to end with a UUID.')),
  ],
  [
    `${core}hasFacet-shape`,
    (store: Store) => {
      const hasFacet = namedNode(`${core}hasFacet`)
      const message = 'hasFacet must not be used to link two objects to one Facet.'
      return store
        .getObjects(null, hasFacet, null)
        .filter(
          (facet) =>
            !sameThing(
              store,
              store.getSubjects(hasFacet, facet, null).map((node) => node.value),
            ),
        )
        .map((facet) => finding('Violation', facet.value, hasFacet.value, message))
    },
  ],
])

/** True where all are one node, or each is said to be the same as the first. */
function sameThing(store: Store, nodes: readonly string[]): boolean {
  const [first, ...others] = nodes
  if (first === undefined) return true
  const sameAs = namedNode('http://www.w3.org/2002/07/owl#sameAs')
  return others.every((other) => {
    const [a, b] = [namedNode(first), namedNode(other)]
    return store.countQuads(a, sameAs, b, null) + store.countQuads(b, sameAs, a, null) > 0
  })
}

function finding(severity: Finding['severity'], node: string, path: string, message: string): Finding {
  return { severity, node, path, message }
}
