import { describe, expect, it } from 'vitest'
import { documentsDataSchema, fieldsOf, ruleOn } from '#modules/documents/domain/form.ts'
import { moroccanDocuments } from './index.ts'

const data = documentsDataSchema.parse(moroccanDocuments)
const today = '2026-11-28'
const on = (check: string) => ruleOn(data.rules, check, today)
const formOf = (act: string) => {
  const form = data.forms.find((each) => each.act === act)
  if (!form) throw new Error(`no form for ${act}`)
  return form
}
const article = (act: string, field: string) => fieldsOf(formOf(act)).find(({ id }) => id === field)?.article

describe('how the code of criminal procedure judges a PV', () => {
  it.each([
    ['author-named', '23'],
    ['act-time', '24'],
    ['drafting-hour', '24'],
    ['heard-identified', '24'],
    ['answers-given', '24'],
    ['foreigner-in-latin', '24'],
    ['interpreter-named', '21'],
    ['facts-told', '24'],
    ['reading-made', '24'],
    ['additions-made', '24'],
    ['signatures-complete', '24'],
    ['name-in-own-hand', '24'],
    ['reasons-given', '24'],
    ['strike-outs-approved', '24'],
    ['victim-rights', '82-4'],
    ['contact-given', '40'],
    ['pages-counted', '69'],
    ['quality-held', '23'],
    ['not-suspended', '32'],
    ['minor-guardian', '460'],
  ])('%s hinders the signature (%s)', (check, of) => {
    expect(on(check)?.level).toBe('blocks')
    expect(on(check)?.articles).toContain(of)
  })

  it('makes a breach of the rules of search a nullity (63)', () => {
    for (const check of ['search-consent', 'search-presence', 'same-sex-search', 'entry-hours', 'seized-sealed']) {
      expect(on(check)?.effect).toBe('nullity')
      expect(on(check)?.articles).toContain('63')
    }
  })

  it('lets a house be entered from six to nine in the evening, save the grounds of the law (62)', () => {
    expect(on('entry-hours')?.params).toMatchObject({ from: '06:00', to: '21:00' })
    expect(on('entry-hours')?.params['excepted']).toEqual(
      expect.arrayContaining(['occupant-asked', 'call-from-inside', 'wanted-person', 'night-premises']),
    )
  })

  it('makes a PV without quality mere information, never a record refused (23, 289)', () => {
    for (const check of ['quality-held', 'not-suspended', 'author-named', 'signed-by-author', 'heard-identified']) {
      expect(on(check)?.effect).toBe('mere-information')
    }
  })

  it('counts the age of a minor on the day of the offence, majority being 18 (458, 459)', () => {
    expect(on('minor-guardian')?.params).toMatchObject({ majority: 18, ageOn: 'offence' })
    expect(on('adult-form')?.params).toMatchObject({ majority: 18, ageOn: 'offence' })
  })

  it('asks for a guardian told in all cases but one who cannot be reached: no objection of the minor counts (460)', () => {
    expect(on('minor-guardian')?.params['withoutGuardian']).toEqual(['unreachable'])
  })
})

describe('the acts of their own', () => {
  it('has the notice to the prosecutor: who was told, at what hour, what was said (23, 57, 77)', () => {
    const fields = fieldsOf(formOf('prosecutor-notice')).map(({ id }) => id)
    expect(fields).toEqual(
      expect.arrayContaining(['prosecutor-name', 'parquet', 'told-at', 'means', 'told', 'instructions-text']),
    )
    expect(article('prosecutor-notice', 'told-at')).toMatch(/23/)
  })

  it('has the days of a medical certificate, which change the class of blows (PC 400, 401)', () => {
    expect(article('medical-certificate', 'days')).toBe('PC 400, 401')
  })

  it('has summons with the attempt it was, since force needs one that was ignored (78)', () => {
    expect(fieldsOf(formOf('summons-service')).map(({ id }) => id)).toEqual(
      expect.arrayContaining(['attempt', 'served', 'served-at']),
    )
  })

  it('has a withdrawal, a body found and a fruitless search', () => {
    for (const act of ['withdrawal', 'body-found', 'search-fruitless']) expect(formOf(act).sections).not.toEqual([])
  })

  it('has the hours of custody on the hearing of a suspect (67)', () => {
    const fields = fieldsOf(formOf('hearing-suspect'))
    expect(fields.filter(({ article: of }) => of?.includes('67'))).not.toEqual([])
  })
})
