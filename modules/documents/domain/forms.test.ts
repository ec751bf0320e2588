import { describe, expect, it } from 'vitest'
import { actKinds, formSchema } from '#contracts/documents/form.ts'
import { moroccanDocuments } from '#country/morocco/forms/index.ts'
import { testlandDocuments } from '#country/testland/forms/index.ts'
import { checks } from './checks.ts'
import { documentsDataProblems, documentsDataSchema, fieldsOf, formOn, ruleOn } from './form.ts'

const countries = { morocco: moroccanDocuments, testland: testlandDocuments }

describe.each(Object.entries(countries))('the forms of %s', (_name, raw) => {
  const data = documentsDataSchema.parse(raw)

  it('hold together', () => {
    expect(documentsDataProblems(data)).toEqual([])
  })

  it('are shown in three languages and printed in one', () => {
    for (const form of data.forms) {
      expect(form.labels[form.language]).not.toBe('')
      expect(new Set(Object.values(form.labels)).size).toBe(3)
    }
  })

  it('name the article for whatever hinders a signature', () => {
    for (const form of data.forms)
      expect(fieldsOf(form).filter((field) => field.need === 'blocks' && !field.article)).toEqual([])
    for (const rule of data.rules) expect(rule.articles.length).toBeGreaterThan(0)
  })
})

describe('the forms of Morocco', () => {
  const data = documentsDataSchema.parse(moroccanDocuments)

  it('are there for every act of a precinct', () => {
    expect(new Set(data.forms.map((form) => form.act))).toEqual(new Set(actKinds))
  })

  it('apply every check there is', () => {
    const applied = new Set(data.forms.flatMap((form) => form.checks))
    expect(Object.keys(checks).filter((id) => !applied.has(id))).toEqual([])
  })

  it('are judged by the rule of the day of the act', () => {
    expect(ruleOn(data.rules, 'contact-given', '2025-12-07')).toBeUndefined()
    expect(ruleOn(data.rules, 'contact-given', '2025-12-08')?.articles).toEqual(['40'])
    expect(ruleOn(data.rules, 'same-sex-search', '2025-12-07')?.params['sexes']).toEqual(['female'])
  })
})

describe('a form with two wordings', () => {
  const data = documentsDataSchema.parse(testlandDocuments)
  const fieldsAt = (date: string): string[] =>
    fieldsOf(formOn(data.forms, 'tl.pv.statement', date) ?? formSchema.parse({})).map((field) => field.id)

  it('is the one of the day of the act', () => {
    expect(fieldsAt('2025-12-31')).not.toContain('motto')
    expect(fieldsAt('2026-01-01')).toContain('motto')
    expect(formOn(data.forms, 'tl.pv.statement', '1999-12-31')).toBeUndefined()
  })
})

describe('planted faults in a country’s forms', () => {
  const data = documentsDataSchema.parse(testlandDocuments)
  const [first, second, entry] = data.forms
  if (!first || !second || !entry) throw new Error('testland has lost its forms')

  it.each([
    ['a check nobody wrote', { ...data, forms: [{ ...entry, checks: ['no-such'] }] }, 'no check no-such'],
    ['a check without its field', { ...data, forms: [{ ...entry, checks: ['reading-made'] }] }, 'used as reading'],
    ['two wordings on one day', { ...data, forms: [first, { ...second, validFrom: '2025-12-31' }] }, 'two wordings'],
    [
      'a form its author does not sign',
      { ...data, forms: [{ ...entry, signatures: first.signatures.slice(1) }] },
      'author does not sign',
    ],
    ['no rule for a check', { ...data, rules: [] }, 'no rule says'],
  ])('finds %s', (_what, spoiled, problem) => {
    expect(documentsDataProblems(spoiled).join('\n')).toContain(problem)
  })
})
