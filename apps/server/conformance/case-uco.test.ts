import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, it } from 'vitest'
import { checkCaseUco } from './case-uco.ts'
import { readShapes } from './shacl.ts'

let dir: string
beforeEach(async () => {
  dir = await mkdtemp(join(tmpdir(), 'daira-shapes-'))
})
afterEach(() => rm(dir, { recursive: true, force: true }))

const core = 'https://ontology.unifiedcyberontology.org/uco/core/'
/** A shape of ours, small, with a class below the one it judges and a constraint that the validator does not speak. */
const shapes = `
@prefix sh: <http://www.w3.org/ns/shacl#> .
@prefix rdfs: <http://www.w3.org/2000/01/rdf-schema#> .
@prefix owl: <http://www.w3.org/2002/07/owl#> .
@prefix xsd: <http://www.w3.org/2001/XMLSchema#> .
@prefix core: <${core}> .
<urn:here> owl:imports <http://nowhere.invalid/ontology> .
core:Item rdfs:subClassOf core:UcoObject .
core:UcoObject rdfs:subClassOf core:UcoThing .
core:UcoThing sh:sparql [ sh:select "SELECT $this WHERE {}" ] .
core:Other sh:sparql [ sh:select "SELECT $this WHERE {}" ] .
core:UcoObject sh:targetClass core:UcoObject ;
  sh:property [ sh:path core:name ; sh:datatype xsd:string ; sh:maxCount 1 ] .`
const document = (nodes: readonly object[]): string => JSON.stringify({ '@context': { core }, '@graph': nodes })
const iri = (last: number): string => `urn:uuid:018f0000-0000-5000-8000-00000000000${last}`

it('judges by shapes of a class above, and by the constraints written again by hand', async () => {
  await writeFile(join(dir, 'a.ttl'), shapes)
  const read = await readShapes([dir])
  expect(read).toMatchObject({
    files: 1,
    targets: 1,
    sparql: { replaced: [`${core}UcoThing`], leftOut: [`${core}Other`] },
  })

  const good = await read.judge(document([{ '@id': iri(1), '@type': 'core:Item', 'core:name': 'a knife' }]))
  expect(good).toEqual({ triples: 2, nodes: 1, findings: [] })

  const facet = { '@id': iri(9), '@type': 'core:Facet' }
  const bad = await read.judge(
    document([
      { '@id': iri(1), '@type': 'core:Item', 'core:name': 7 },
      { '@type': 'core:Item', 'core:name': 'no IRI' },
      { '@id': 'urn:a', '@type': 'core:Item', 'core:hasFacet': facet },
      { '@id': iri(3), '@type': 'core:Item', 'core:hasFacet': { '@id': iri(9) } },
    ]),
  )
  const said = bad.findings.map((found) => `${found.severity}: ${found.message}`)
  expect(said).toHaveLength(5)
  expect(said).toEqual(
    expect.arrayContaining([
      'Info: UcoThings are suggested to end with a UUID.',
      'Violation: UcoThings are required to not be blank nodes.',
      expect.stringMatching(/^Violation: .*does not have datatype/),
      'Violation: hasFacet must not be used to link two objects to one Facet.',
    ]),
  )
})

it('fetches no context', async () => {
  await writeFile(join(dir, 'a.ttl'), shapes)
  const read = await readShapes([dir])
  const remote = JSON.stringify({ '@context': 'https://nowhere.invalid/context', '@id': iri(1), '@type': 'core:Item' })
  await expect(read.judge(remote)).rejects.toThrow('nowhere.invalid')
})

it('fails where it saw no shape and no example', async () => {
  const nothing = await checkCaseUco(dir)
  expect(nothing.faults).toContain('no shape was seen')
  expect(nothing.faults).toContain('no PASS example was seen')
  expect(nothing.faults).toContain('planted and not found: a hash given as text')
})

it('fails where an official example is judged otherwise than its name says', async () => {
  await mkdir(join(dir, 'case-uco/uco/ontology'), { recursive: true })
  await writeFile(join(dir, 'case-uco/uco/ontology/a.ttl'), shapes)
  const item = (name: unknown): string => document([{ '@id': iri(1), '@type': 'core:Item', 'core:name': name }])
  await writeFile(join(dir, 'case-uco/name_PASS.json'), item(7))
  await writeFile(join(dir, 'case-uco/name_XFAIL.json'), item('text'))
  await writeFile(join(dir, 'case-uco/empty_PASS.json'), '{}')
  const { faults, summary } = await checkCaseUco(dir)
  expect(summary).toContain('0 of 3 official examples agree')
  expect(faults).toEqual(
    expect.arrayContaining([
      expect.stringContaining('name_PASS.json is to pass: Violation'),
      'name_XFAIL.json is to fail: nothing was found',
      'empty_PASS.json: no triple was seen',
    ]),
  )
})
