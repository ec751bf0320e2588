import { describe, expect, it } from 'vitest'
import { moroccanDocuments } from '#country/morocco/forms/index.ts'
import { testlandDocuments } from '#country/testland/forms/index.ts'
import {
  type Case,
  at,
  chosen,
  complaint,
  found,
  people,
  rich,
  said,
  search,
  someone,
  subjectOf,
  text,
} from '../testing/check-ground.ts'
import { isHindered, runChecks } from './checks.ts'
import { documentsDataSchema, formOn } from './form.ts'

const morocco = documentsDataSchema.parse(moroccanDocuments)
const testland = documentsDataSchema.parse(testlandDocuments)

describe('what hinders a signature', () => {
  const complaintCase: Case = { act: 'complaint', good: complaint }

  it('is nothing in a complete complaint', () => {
    for (const phase of ['content', 'signing'] as const)
      expect(isHindered(runChecks(subjectOf(complaintCase, false, morocco), morocco.rules, phase))).toBe(false)
  })

  it('is never a breach that already happened', () => {
    const night: Case = {
      act: 'search-fruitless',
      good: { ...search, 'entered-at': at('2026-11-22T02:00:00Z'), consent: chosen('none'), presence: chosen('none') },
    }
    const findings = runChecks(subjectOf(night, false, morocco), morocco.rules, 'content')
    expect(findings.filter((finding) => finding.effect === 'nullity').map((finding) => finding.check)).toEqual([
      'search-consent',
      'search-presence',
      'entry-hours',
    ])
    expect(isHindered(findings.filter((finding) => finding.effect === 'nullity'))).toBe(false)
  })

  it('differs with the day of the act', () => {
    const noContact: Case = {
      act: 'complaint',
      good: { ...complaint, complainant: people({ ...someone, phone: null }) },
    }
    expect(found(noContact, 'contact-given', false, morocco)).not.toEqual([])
    const older = { ...noContact, goodContent: { actAt: '2025-12-07T10:00:00Z' } }
    expect(found(older, 'contact-given', false, morocco)).toEqual([])
  })

  it('differs with the country', () => {
    const entry = (time: string): Case => ({
      act: 'search-seizure',
      good: {
        entered: at(time),
        ground: chosen('none'),
        taken: { type: 'list', rows: [{ thing: 'lamp', label: '1' }] },
      },
    })
    expect(found(entry('2026-11-22T17:30:00Z'), 'entry-hours', false, testland)).toHaveLength(1)
    const statement: Case = {
      act: 'hearing-witness',
      good: { speaker: people({}), words: rich('So it was.'), 'read-back': said('done'), motto: text('m') },
    }
    // There is no duty to name anyone there: it is remarked upon, no more.
    const findings = runChecks(
      {
        ...subjectOf(statement, false, morocco),
        form: formOn(testland.forms, 'tl.pv.statement', '2026-11-23') ?? subjectOf(statement, false, morocco).form,
      },
      testland.rules,
      'content',
    )
    expect(findings.map((finding) => [finding.check, finding.level])).toContainEqual(['heard-identified', 'warns'])
    expect(isHindered(findings)).toBe(false)
  })
})
