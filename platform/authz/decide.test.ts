import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { validate } from '@cedar-policy/cedar-wasm/nodejs'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { Reach } from '#platform/commands/types.ts'
import { type RecordFacts, decide } from './decide.ts'
import { recordPolicies } from './records.ts'

const officers = ['o1', 'o2', 'o3'] as const
const units = ['u1', 'u2', 'u3'] as const
const factsArb = fc.record({
  id: fc.constant('r1'),
  unitId: fc.constantFrom(...units),
  own: fc.boolean(),
  sealed: fc.boolean(),
  readers: fc.uniqueArray(fc.constantFrom(...officers)),
  closed: fc.boolean(),
})
const reachArb = fc
  .record({ all: fc.boolean(), own: fc.boolean(), units: fc.uniqueArray(fc.constantFrom(...units)) })
  .map(({ all, own, units: held }): Reach => ({
    all,
    own,
    units: new Set(held),
    covers: (unit) => all || held.some((each) => each === unit),
  }))

/** The same rules said once more, in another language. */
function expected(officer: string, action: 'read' | 'change', facts: RecordFacts, reach: Reach): boolean {
  if (facts.sealed && !facts.readers.includes(officer)) return false
  if (facts.closed && action === 'change') return false
  return reach.covers(facts.unitId) || (reach.own && facts.own)
}

describe('a decision', () => {
  it('agrees with the model in ten thousand worlds', () => {
    fc.assert(
      fc.property(
        fc.constantFrom(...officers),
        fc.constantFrom('read', 'change'),
        factsArb,
        reachArb,
        (officer, action, facts, reach) => {
          expect(decide(officer, action, facts, reach).allowed).toBe(expected(officer, action, facts, reach))
        },
      ),
      { numRuns: 10_000 },
    )
  }, 120_000)

  it('refuses where an attribute is missing, which Cedar alone would let pass', () => {
    const all: Reach = { all: true, own: false, units: new Set(), covers: () => true }
    // A caller that forgot to say whether the file is sealed.
    const facts = { id: 'r1', unitId: 'u1', own: false, readers: [], closed: false } as unknown as RecordFacts
    expect(decide('o1', 'read', facts, all)).toEqual({ allowed: false, reasons: ['error'] })
  })

  it('names the policy that refused', () => {
    const all: Reach = { all: true, own: false, units: new Set(), covers: () => true }
    const facts = { id: 'r1', unitId: 'u1', own: false, sealed: true, readers: [], closed: false }
    expect(decide('o1', 'read', facts, all).reasons).toEqual(['sealed-to-its-readers'])
  })

  it('rests on policies that hold against their schema', () => {
    const schema = readFileSync(join(import.meta.dirname, 'records.cedarschema'), 'utf8')
    expect(validate({ schema, policies: { staticPolicies: { ...recordPolicies } } })).toMatchObject({
      type: 'success',
      validationErrors: [],
    })
    const typo = { ...recordPolicies, typo: 'permit (principal, action, resource) when { resource.saeled };' }
    expect(validate({ schema, policies: { staticPolicies: typo } })).not.toMatchObject({ validationErrors: [] })
  })
})
