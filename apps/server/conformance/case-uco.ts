import { existsSync } from 'node:fs'
import { readFile, readdir } from 'node:fs/promises'
import { join } from 'node:path'
import { caseBundleOf } from '#modules/exhibits/case-uco/case-bundle.ts'
import type { ConformanceResult } from './asvs.ts'
import { plantInto } from './case-uco-plants.ts'
import { sampleInput } from './case-uco-sample.ts'
import { type Finding, type Shapes, readShapes } from './shacl.ts'

/** Official examples with which our validator is known to disagree, and why; any other is a fault. */
const disagreements: Readonly<Record<string, string>> = {
  'co_PASS.json': 'it writes 0 as xsd:positiveInteger, which is none; the validator it was made with does not look',
  'owl_axiom_XFAIL.json': 'at fault by a SPARQL constraint about ontologies only',
  'owl_properties_XFAIL.json': 'at fault by a SPARQL constraint about ontologies only',
}

/**
 * CASE 1.4 and UCO 1.4: the shapes judge the official examples as their names say, find nothing in our export of exhibits, and
 * find what is planted into it. Violations count; warnings and advice are counted and shown, as in UCO's own tests.
 */
export async function checkCaseUco(folder: string): Promise<ConformanceResult> {
  const home = join(folder, 'case-uco')
  const folders = ['case', 'uco'].map((part) => join(home, part, 'ontology')).filter((path) => existsSync(path))
  return judgeAll(await readShapes(folders), existsSync(home) ? await readExamples(home) : [])
}

async function judgeAll(shapes: Shapes, examples: readonly Example[]): Promise<ConformanceResult> {
  const faults: string[] = []
  const lines = [
    `${shapes.files} files of ontologies, ${shapes.triples} triples, ${shapes.targets} shapes with a target; of ${shapes.sparql.replaced.length + shapes.sparql.leftOut.length} SPARQL constraints ${shapes.sparql.replaced.length} are written again by hand, ${shapes.sparql.leftOut.length} (on dictionaries and ontologies) left out`,
  ]
  if (shapes.targets === 0) faults.push('no shape was seen')
  if (shapes.sparql.replaced.length !== 3) faults.push('a SPARQL constraint that was written again by hand is gone')
  if (!examples.some((example) => example.good)) faults.push('no PASS example was seen')
  if (!examples.some((example) => !example.good)) faults.push('no XFAIL example was seen')

  let agreed = 0
  for (const example of examples) {
    const { triples, findings } = await shapes.judge(example.text)
    const reason = disagreements[example.name]
    const violations = violationsOf(findings)
    if (triples === 0) faults.push(`${example.name}: no triple was seen`)
    else if ((violations.length === 0) === example.good) agreed++
    else if (reason) lines.push(`disagrees on ${example.name}: ${reason}`)
    else faults.push(`${example.name} is to ${example.good ? 'pass' : 'fail'}: ${describe(violations)}`)
  }

  const bundle = caseBundleOf(sampleInput)
  const ours = await shapes.judge(JSON.stringify(bundle))
  lines.push(
    `our export of ${sampleInput.exhibits.length} exhibits: ${ours.nodes} nodes, ${ours.triples} triples, ${ours.findings.length} findings`,
  )
  if (ours.nodes === 0 || ours.triples === 0) faults.push('nothing was seen of our export')
  faults.push(...ours.findings.map((found) => `our export: ${describe([found])}`))

  const planted = plantInto(bundle)
  const spoilt = violationsOf((await shapes.judge(JSON.stringify(planted.bundle))).findings)
  for (const plant of planted.plants) {
    const found = spoilt.some((finding) => finding.node === plant.node && finding.path.endsWith(plant.path))
    if (plant.seen && !found) faults.push(`planted and not found: ${plant.what}`)
    if (!plant.seen && !found) lines.push(`the shapes do not ask for it, our own tests do: ${plant.what}`)
  }
  const wanted = planted.plants.filter((plant) => plant.seen)
  if (wanted.length < 9) faults.push(`only ${wanted.length} faults could be planted`)
  const strays = spoilt.filter((finding) => !wanted.some((plant) => plant.node === finding.node))
  if (strays.length > 0) faults.push(`found where nothing was planted: ${describe(strays)}`)
  return {
    name: 'case-uco',
    summary: `${agreed} of ${examples.length} official examples agree; 0 findings wanted in our export, ${ours.findings.length} found; ${wanted.length} faults planted, ${spoilt.length} violations found`,
    lines,
    faults,
  }
}

interface Example {
  readonly name: string
  readonly text: string
  /** By its name: PASS, or XFAIL for what is to be found at fault. */
  readonly good: boolean
}

async function readExamples(folder: string): Promise<readonly Example[]> {
  const names = await readdir(folder, { recursive: true })
  return Promise.all(
    names
      .filter((name) => /_(PASS|XFAIL)\.json$/.test(name))
      .toSorted()
      .map(async (path) => ({
        name: path.slice(path.lastIndexOf('/') + 1),
        text: await readFile(join(folder, path), 'utf8'),
        good: path.endsWith('_PASS.json'),
      })),
  )
}

function violationsOf(findings: readonly Finding[]): readonly Finding[] {
  return findings.filter((finding) => finding.severity === 'Violation')
}

function describe(findings: readonly Finding[]): string {
  return findings.length === 0
    ? 'nothing was found'
    : findings.map((found) => `${found.severity} at ${found.node} ${found.path}: ${found.message}`).join('; ')
}
