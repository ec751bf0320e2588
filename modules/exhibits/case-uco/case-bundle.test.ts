import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { exhibitKinds, movementKinds } from '#contracts/exhibits/lists.ts'
import { caseBundleOf } from './case-bundle.ts'
import type { CaseBundleInput, CaseExhibit, CaseMovement, CaseParty } from './case-bundle-input.ts'
import { type CaseNode, caseContext } from './case-node.ts'

const instant = fc
  .date({ min: new Date('2020-01-01'), max: new Date('2030-01-01'), noInvalidDate: true })
  .map((date) => date.toISOString())
const words = fc.string({ minLength: 1, maxLength: 12, unit: 'grapheme' })
const maybe = <T>(value: fc.Arbitrary<T>) => fc.option(value, { nil: null })
const place = fc.constantFrom('hand', 'shelf', 'laboratory', 'outside').map((id) => ({ id, name: `place ${id}` }))
// Few persons and functions, so that one person acts often and in several of them.
const party: fc.Arbitrary<CaseParty> = fc.record({
  id: fc.constantFrom('a', 'b', 'c'),
  name: fc.constant('Amrani'),
  function: fc.constantFrom('officer', 'expert', 'owner'),
})
const order = fc.record({
  authority: fc.constantFrom('court', 'prosecutor'),
  number: maybe(words),
  date: fc.constant('2026-11-20'),
})
// A working copy has the hash of its original.
const sha256 = fc.constantFrom('0', 'a', 'f').map((digit) => digit.repeat(64))

const chain = fc
  .array(
    fc.record({
      kind: fc.constantFrom(...movementKinds),
      occurredAt: instant,
      recordedAt: instant,
      recordedBy: maybe(fc.record({ id: fc.constantFrom('a', 'd'), name: words })),
      from: maybe(place),
      to: place,
      handedBy: party,
      receivedBy: party,
      sealNumber: maybe(words),
      sealSeen: maybe(words),
      order: maybe(order),
      note: maybe(words),
      corrects: fc.boolean(),
      marks: fc.array(words, { maxLength: 2 }),
    }),
    { maxLength: 7 },
  )
  .map((movements): CaseMovement[] =>
    movements.map(({ corrects, ...movement }, at) => ({
      ...movement,
      seq: at + 1,
      correctsSeq: corrects && at > 0 ? at : null,
    })),
  )

const files = (id: number) =>
  fc.array(fc.record({ sha256, copy: fc.boolean() }), { maxLength: 4 }).map((all) =>
    all.map(({ sha256, copy }, at) => ({
      id: `file ${id}/${at}`,
      role: copy && at > 0 ? ('working-copy' as const) : ('original' as const),
      name: null,
      mediaType: 'image/png',
      size: 5,
      sha256,
      copyOf: copy && at > 0 ? `file ${id}/0` : null,
      purpose: null,
      addedAt: '2026-11-20T10:00:00.000Z',
    })),
  )

const exhibit = (id: number): fc.Arbitrary<CaseExhibit> =>
  fc.record({
    id: fc.constant(`exhibit ${id}`),
    reference: fc.constant(`E ${id}`),
    kind: fc.constantFrom(...exhibitKinds),
    description: maybe(words),
    serialNumbers: fc.array(words, { maxLength: 3 }),
    quantity: maybe(
      fc.record({ amount: fc.double({ min: 0.01, max: 1e6, noNaN: true }), measure: fc.constant('gram') }),
    ),
    sealNumber: maybe(words),
    place,
    pv: maybe(fc.record({ id: words, reference: words })),
    recordedAt: instant,
    movements: chain,
    photos: fc.array(sha256, { maxLength: 2 }).map((all) =>
      all.map((sha256, at) => ({
        id: `photo ${id}/${at}`,
        sha256,
        mediaType: 'image/jpeg',
        caption: null,
        takenAt: '2026-11-20T10:00:00.000Z',
      })),
    ),
    files: files(id),
  })

const input: fc.Arbitrary<CaseBundleInput> = fc
  .integer({ min: 0, max: 3 })
  .chain((count) => fc.tuple(...Array.from({ length: count }, (_, id) => exhibit(id))))
  .map((exhibits) => ({
    madeAt: '2026-11-28T10:00:00.000Z',
    case: { id: 'case', reference: '2026/417' },
    unit: { id: 'unit', name: 'Daira 1' },
    exhibits,
  }))

interface Found {
  readonly nodes: ReadonlyMap<string, CaseNode>
  readonly definitions: number
  readonly references: readonly string[]
  readonly terms: ReadonlySet<string>
}

/** Walks a document: whatever has an id and a type is a node, whatever has an id alone refers to one. */
function walk(document: object): Found {
  const nodes = new Map<string, CaseNode>()
  const references: string[] = []
  const terms = new Set<string>()
  let definitions = 0
  JSON.stringify(document, (key, value: unknown) => {
    if (key === '@context') return undefined
    if (typeof value !== 'object' || value === null || Array.isArray(value)) return value
    Object.keys(value).forEach((term) => terms.add(term))
    if ('@id' in value && typeof value['@id'] === 'string') {
      if ('@type' in value) {
        definitions++
        nodes.set(value['@id'], value as CaseNode)
      } else references.push(value['@id'])
    }
    return value
  })
  return { nodes, definitions, references, terms }
}

const ofType = (found: Found, type: string): CaseNode[] =>
  [...found.nodes.values()].filter((node) => [node['@type']].flat().includes(type))
const refOf = (value: unknown): string => (value as { '@id': string })['@id']

describe('any chain', () => {
  it('is as many actions as movements, each with both persons, its hour and its record', () => {
    fc.assert(
      fc.property(input, (said) => {
        const found = walk(caseBundleOf(said))
        const movements = said.exhibits.flatMap((exhibit) => exhibit.movements)
        const actions = ofType(found, 'case-investigation:InvestigativeAction')
        expect(actions).toHaveLength(movements.length)
        expect(actions.map((action) => action['uco-core:name'])).toEqual(movements.map((movement) => movement.kind))
        for (const [at, action] of actions.entries()) {
          const movement = movements[at]
          for (const [side, term] of [
            ['handedBy', 'performer'],
            ['receivedBy', 'participant'],
          ] as const) {
            const role = refOf(action[`uco-action:${term}`])
            expect(found.nodes.get(role)?.['uco-core:name']).toBe(movement?.[side].function)
            const holders = ofType(found, 'uco-core:Relationship').filter(
              (relation) =>
                relation['uco-core:kindOfRelationship'] === 'Has_Role' && refOf(relation['uco-core:target']) === role,
            )
            expect(holders).toHaveLength(1)
            expect(found.nodes.get(refOf(holders[0]?.['uco-core:source']))?.['@type']).toBe('uco-identity:Person')
          }
          expect(action['uco-action:startTime']).toEqual({ '@type': 'xsd:dateTime', '@value': movement?.occurredAt })
          expect(found.nodes.get(refOf(action['uco-action:result']))?.['@type']).toBe(
            'case-investigation:ProvenanceRecord',
          )
        }
      }),
    )
  })

  it('refers to nothing that is not in it, and says each thing once', () => {
    fc.assert(
      fc.property(input, (said) => {
        const bundle = caseBundleOf(said)
        const found = walk(bundle)
        expect(found.references.filter((reference) => !found.nodes.has(reference))).toEqual([])
        expect(found.definitions).toBe(found.nodes.size)
        expect(found.references.length).toBeGreaterThan(0)
      }),
    )
  })

  it('keeps the hash of every file and photograph, and what a copy was made from', () => {
    fc.assert(
      fc.property(input, (said) => {
        const found = walk(caseBundleOf(said))
        const files = said.exhibits.flatMap((exhibit) => exhibit.files)
        const photos = said.exhibits.flatMap((exhibit) => exhibit.photos)
        expect(
          ofType(found, 'uco-types:Hash')
            .map((hash) => hash['uco-types:hashValue'])
            .toSorted(byText),
        ).toEqual(
          [...files, ...photos].map((file) => ({ '@type': 'xsd:hexBinary', '@value': file.sha256 })).toSorted(byText),
        )
        const derived = ofType(found, 'uco-observable:File').filter(
          (file) => 'case-investigation:wasDerivedFrom' in file,
        )
        expect(derived).toHaveLength(files.filter((file) => file.copyOf !== null).length)
        for (const copy of derived)
          expect(found.nodes.get(refOf(copy['case-investigation:wasDerivedFrom']))?.['uco-core:tag']).toBe('original')
      }),
    )
  })

  it('has the same ids again, and terms of the context only', () => {
    fc.assert(
      fc.property(input, (said) => {
        const bundle = caseBundleOf(said)
        expect(caseBundleOf(said)).toEqual(bundle)
        const { nodes, terms } = walk(bundle)
        const prefixes = Object.keys(caseContext)
        expect(
          [...terms].filter((term) => !term.startsWith('@') && !prefixes.includes(term.slice(0, term.indexOf(':')))),
        ).toEqual([])
        for (const id of nodes.keys())
          expect(id).toMatch(/^urn:uuid:[0-9a-f]{8}(-[0-9a-f]{4}){2}-[0-9a-f]{4}-[0-9a-f]{12}$/)
      }),
    )
  })
})

function byText(a: unknown, b: unknown): number {
  return JSON.stringify(a) < JSON.stringify(b) ? -1 : 1
}
