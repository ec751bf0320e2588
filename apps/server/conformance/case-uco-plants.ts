import type { CaseBundle } from '#modules/exhibits/case-uco/case-bundle.ts'
import type { CaseNode } from '#modules/exhibits/case-uco/case-node.ts'

export interface Plant {
  readonly what: string
  readonly node: string
  /** The end of the property at which it is to be found; empty where the node itself is at fault. */
  readonly path: string
  /** False where the shapes ask for less than we do: our own tests hold it. */
  readonly seen: boolean
}

const nowhere = { '@id': 'urn:uuid:00000000-0000-5000-8000-000000000000' }
const actionFaults: readonly (Omit<Plant, 'node'> & { readonly terms: Readonly<Record<string, unknown>> })[] = [
  {
    what: 'a movement done by nobody in the bundle',
    path: '/performer',
    seen: true,
    terms: { 'uco-action:performer': nowhere },
  },
  {
    what: 'a movement done by a text',
    path: '/performer',
    seen: true,
    terms: { 'uco-action:performer': 'Leila Amrani' },
  },
  { what: 'a movement without performer', path: '', seen: false, terms: { 'uco-action:performer': [] } },
  {
    what: 'an hour that is none',
    path: '/startTime',
    seen: true,
    terms: { 'uco-action:startTime': { '@type': 'xsd:dateTime', '@value': '20/11/2026 10:00' } },
  },
  {
    what: 'a time given as text',
    path: '/endTime',
    seen: true,
    terms: { 'uco-action:endTime': '2026-11-20T10:00:00Z' },
  },
  {
    what: 'two beginnings',
    path: '/startTime',
    seen: true,
    terms: {
      'uco-action:startTime': ['09', '10'].map((hour) => ({
        '@type': 'xsd:dateTime',
        '@value': `2026-11-20T${hour}:00:00Z`,
      })),
    },
  },
  { what: 'a place that is no place', path: '/location', seen: true, terms: { 'uco-action:location': nowhere } },
]

const hashFaults: readonly (Omit<Plant, 'node'> & { readonly value: unknown })[] = [
  { what: 'a hash given as text', path: '/hashValue', seen: true, value: 'aa' },
  {
    what: 'a hash that is not hexadecimal',
    path: '/hashValue',
    seen: true,
    value: { '@type': 'xsd:hexBinary', '@value': 'xyz' },
  },
]

/** Plants each fault into a node of its own of the bundle, and says where it is to be found. */
export function plantInto(bundle: CaseBundle): { readonly bundle: object; readonly plants: readonly Plant[] } {
  const plants: Plant[] = []
  let actions = 0
  let hashes = 0
  let records = 0
  const copy: unknown = JSON.parse(JSON.stringify(bundle), (_, value: unknown): unknown => {
    if (!isNode(value)) return value
    const node = value['@id']
    if (value['@type'] === 'case-investigation:InvestigativeAction') {
      const fault = actionFaults[actions++]
      if (!fault) return value
      plants.push({ ...fault, node })
      return { ...value, ...fault.terms }
    }
    if (value['@type'] === 'uco-types:Hash') {
      const fault = hashFaults[hashes++]
      if (!fault) return value
      plants.push({ ...fault, node })
      return { ...value, 'uco-types:hashValue': fault.value }
    }
    if (value['@type'] === 'case-investigation:ProvenanceRecord' && records++ === 0) {
      plants.push({ what: 'a number of an exhibit that is no text', path: '/exhibitNumber', node, seen: true })
      return { ...value, 'case-investigation:exhibitNumber': 7 }
    }
    return value
  })
  if (typeof copy !== 'object' || copy === null) throw new Error('a bundle is an object')
  return { bundle: copy, plants }
}

function isNode(value: unknown): value is CaseNode {
  return typeof value === 'object' && value !== null && '@id' in value && '@type' in value
}
