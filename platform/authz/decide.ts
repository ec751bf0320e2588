import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { preparsePolicySet, preparseSchema, statefulIsAuthorized } from '@cedar-policy/cedar-wasm/nodejs'
import type { Reach } from '#platform/commands/types.ts'
import { recordPolicies } from './records.ts'

/** What a decision must know of a record. */
export interface RecordFacts {
  readonly id: string
  readonly unitId: string
  /** True where the record is the officer's own (assigned, drafted). */
  readonly own: boolean
  readonly sealed: boolean
  /** Officers who may see it although it is sealed. */
  readonly readers: readonly string[]
  readonly closed: boolean
}

export type RecordAction = 'read' | 'change'

export interface Decision {
  readonly allowed: boolean
  /** Names of the policies that decided; `error` where the question could not be answered, which is a refusal. */
  readonly reasons: readonly string[]
}

const schemaName = 'records'
const policiesName = 'records'
let isPrepared = false

/**
 * Decides about one record, with reasons. Fails closed: Cedar skips a forbid whose condition errs, so that any diagnostic
 * at all is a refusal. Pure and in memory; lists are filtered by the database's policies, which say the same.
 */
export function decide(officerId: string, action: RecordAction, facts: RecordFacts, reach: Reach): Decision {
  prepare()
  const answer = statefulIsAuthorized({
    principal: { type: 'Officer', id: officerId },
    action: { type: 'Action', id: action },
    resource: { type: 'Record', id: facts.id },
    context: { reach: { all: reach.all, own: reach.own, units: [...reach.units] } },
    preparsedSchemaName: schemaName,
    preparsedPolicySetId: policiesName,
    validateRequest: true,
    entities: [
      { uid: { type: 'Officer', id: officerId }, attrs: {}, parents: [] },
      {
        uid: { type: 'Record', id: facts.id },
        attrs: {
          unit: facts.unitId,
          own: facts.own,
          sealed: facts.sealed,
          readers: facts.readers.map((id) => ({ __entity: { type: 'Officer', id } })),
          closed: facts.closed,
        },
        parents: [],
      },
    ],
  })
  if (answer.type === 'failure' || answer.response.diagnostics.errors.length > 0)
    return { allowed: false, reasons: ['error'] }
  return { allowed: answer.response.decision === 'allow', reasons: answer.response.diagnostics.reason }
}

function prepare(): void {
  if (isPrepared) return
  const schema = preparseSchema(schemaName, readFileSync(join(import.meta.dirname, 'records.cedarschema'), 'utf8'))
  const policies = preparsePolicySet(policiesName, { staticPolicies: { ...recordPolicies } })
  for (const result of [schema, policies]) {
    if (result.type === 'failure')
      throw new Error(`the policies cannot be read: ${result.errors.map((error) => error.message).join('; ')}`)
  }
  isPrepared = true
}
