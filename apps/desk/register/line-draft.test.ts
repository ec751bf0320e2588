import { expect, test } from 'vitest'
import { recordLineBody } from '#contracts/intake/register.ts'
import { asBody, draftSchema, emptyDraft } from './line-draft.ts'

test('a complaint with nothing but its words is a whole line', () => {
  const body = asBody({ ...emptyDraft(false), text: ' سُرقت دراجتي ' })
  expect(recordLineBody.parse(body)).toEqual({ kind: 'complaint', text: 'سُرقت دراجتي' })
})

test('a point goes with its line, and a draft kept before there were points comes back without one', () => {
  const point = { latitude: 34.26101, longitude: -6.5802, precision: 'district' as const }
  expect(recordLineBody.parse(asBody({ ...emptyDraft(false), text: 'x', point })).point).toEqual(point)
  const { point: _none, ...earlier } = emptyDraft(false)
  expect(draftSchema.parse(earlier).point).toBeNull()
})

test('who came is sent as far as known', () => {
  const body = asBody({ ...emptyDraft(false), text: 'x', nameAr: 'سعاد بناني', phone: '  ' })
  expect(recordLineBody.parse(body).contact).toEqual({ capacity: 'complainant', nameAr: 'سعاد بناني' })
})

test('an anonymous denunciation names nobody, even where a name was typed before', () => {
  const body = asBody({ ...emptyDraft(false), kind: 'denunciation', anonymous: true, text: 'x', nameAr: 'فلان' })
  expect(body).not.toHaveProperty('contact')
  expect(body.anonymous).toBe(true)
})

test('a letter brings sender, reference and date', () => {
  const body = asBody({
    ...emptyDraft(true),
    text: 'بحث',
    sender: 'النيابة العامة',
    reference: '1234/3101/2026',
    letterDate: '2026-11-20',
  })
  expect(recordLineBody.parse(body).letter?.reference).toBe('1234/3101/2026')
})
