import { z } from 'zod'

const node = z.looseObject({ '@id': z.string(), '@type': z.union([z.string(), z.array(z.string())]) })

/**
 * An exhibit with its chain in CASE 1.4 and UCO 1.4, as JSON-LD whose context stands in it. What its nodes may say is defined by
 * these ontologies (https://ontology.caseontology.org/), whose SHACL shapes judge it in `npm run conformance`.
 */
export const caseExportSchema = z.looseObject({
  '@context': z.record(z.string(), z.string()),
  '@id': z.string(),
  '@type': z.literal('uco-core:Bundle'),
  'uco-core:object': z.array(node),
})
export type CaseExport = z.output<typeof caseExportSchema>
