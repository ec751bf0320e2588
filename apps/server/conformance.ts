// npm run conformance [-- FOLDER]: our work against what others published. The folder of public schemas is ../shared/schemas
// unless another is named; where it is missing this fails, since a check that skips itself proves nothing.
import { existsSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { checkAsvs } from './conformance/asvs.ts'
import { checkBagit } from './conformance/bagit.ts'
import { checkCaseUco } from './conformance/case-uco.ts'
import { projectRoot } from './home.ts'

const folder = resolve(process.argv[2] ?? join(projectRoot, '..', 'shared', 'schemas'))
if (!existsSync(folder)) {
  console.error(`conformance: the folder of public schemas is not at ${folder}. Name it: npm run conformance -- FOLDER`)
  process.exit(1)
}
const results = [await checkAsvs(folder), await checkCaseUco(folder), await checkBagit(folder)]
let failed = 0
for (const result of results) {
  for (const line of result.lines) console.log(`  ${line}`)
  for (const fault of result.faults) console.log(`  FAULT ${fault}`)
  failed += result.faults.length
  console.log(`${result.name}: ${result.summary}${result.faults.length > 0 ? `, ${result.faults.length} faults` : ''}`)
}
process.exitCode = failed > 0 ? 1 : 0
