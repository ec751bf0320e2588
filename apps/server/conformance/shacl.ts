// SHACL shapes read from Turtle, and JSON-LD judged by them. Nothing is fetched: a context that is not in the document itself
// is refused, and imports of ontologies are taken as read, since the folder holds them all.
import { readFile, readdir } from 'node:fs/promises'
import { join } from 'node:path'
import { JsonLdParser } from 'jsonld-streaming-parser'
import { DataFactory, Parser, type Quad, Store } from 'n3'
import SHACLValidator from 'rdf-validate-shacl'
import { replacedConstraints } from './shacl-sparql.ts'

const namedNode = (iri: string) => DataFactory.namedNode(iri)
const sh = (name: string): string => `http://www.w3.org/ns/shacl#${name}`
const imports = 'http://www.w3.org/2002/07/owl#imports'
const subClassOf = 'http://www.w3.org/2000/01/rdf-schema#subClassOf'

export type Severity = 'Violation' | 'Warning' | 'Info'
export interface Finding {
  readonly severity: Severity
  readonly node: string
  /** The property; empty where the node itself is judged. */
  readonly path: string
  readonly message: string
}
export interface Judged {
  readonly triples: number
  /** Things with a type. */
  readonly nodes: number
  readonly findings: readonly Finding[]
}
export interface Shapes {
  readonly files: number
  readonly triples: number
  /** Shapes that say by themselves what they judge. */
  readonly targets: number
  /** Shapes with a constraint in SPARQL, which the validator does not speak: written again by hand, and left out. */
  readonly sparql: { readonly replaced: readonly string[]; readonly leftOut: readonly string[] }
  judge(jsonLd: string): Promise<Judged>
}

/** Reads every `.ttl` below the folders. Where there is none, nothing can be judged, and `targets` is 0. */
export async function readShapes(folders: readonly string[]): Promise<Shapes> {
  const quads: Quad[] = []
  let files = 0
  for (const folder of folders) {
    const names = await readdir(folder, { recursive: true })
    for (const name of names.filter((file) => file.endsWith('.ttl')).toSorted()) {
      // Blank nodes of two files are never the same.
      const parser = new Parser({ blankNodePrefix: `_:f${files++}_` })
      quads.push(...parser.parse(await readFile(join(folder, name), 'utf8')))
    }
  }
  const sparql = quads.filter((quad) => quad.predicate.value === sh('sparql')).map((quad) => quad.subject.value)
  // The validator throws at a constraint that it does not know, and at an import that it may not fetch.
  const known = quads.filter((quad) => quad.predicate.value !== sh('sparql') && quad.predicate.value !== imports)
  const validator = new SHACLValidator(new Store(known))
  const classes = quads.filter((quad) => quad.predicate.value === subClassOf)
  return {
    files,
    triples: quads.length,
    targets: validator.shapesGraph.shapesWithTarget.length,
    sparql: {
      replaced: [...replacedConstraints.keys()].filter((shape) => sparql.includes(shape)),
      leftOut: sparql.filter((shape) => !replacedConstraints.has(shape)),
    },
    async judge(jsonLd) {
      const data = await parseJsonLd(jsonLd)
      // Only the classes join the data: the shapes about ontologies have nothing to say of an export.
      const store = new Store([...data, ...classes])
      const report = await validator.validate(store)
      return {
        triples: data.length,
        nodes: new Set(store.getSubjects(namedNode('http://www.w3.org/1999/02/22-rdf-syntax-ns#type'), null, null))
          .size,
        findings: [
          ...report.results.map((result) => ({
            severity: severityOf(result.severity.value),
            node: result.focusNode.value,
            path: result.path?.value ?? '',
            message: result.message.map((text) => text.value).join(' '),
          })),
          ...[...replacedConstraints.values()].flatMap((judge) => judge(store)),
        ],
      }
    },
  }
}

function severityOf(iri: string): Severity {
  const name = iri.slice(sh('').length)
  if (name !== 'Violation' && name !== 'Warning' && name !== 'Info') throw new Error(`unknown severity ${iri}`)
  return name
}

function parseJsonLd(text: string): Promise<Quad[]> {
  return new Promise((resolve, reject) => {
    const quads: Quad[] = []
    const parser = new JsonLdParser({
      documentLoader: { load: (url) => Promise.reject(new Error(`a context is to be fetched from ${url}`)) },
    })
    parser.on('data', (quad: Quad) => quads.push(quad))
    parser.on('end', () => resolve(quads))
    parser.on('error', reject)
    parser.end(text)
  })
}
