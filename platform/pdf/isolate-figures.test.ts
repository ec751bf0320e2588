import { describe, expect, it } from 'vitest'
import { isolateFigures, isolateFiguresIn } from './isolate-figures.ts'

describe('figures in right-to-left text', () => {
  it.each([
    'المرجع [2026/PJ/001] لشكاية',
    'يوم [1987-05-03] بالمدينة',
    'الهاتف [+212 6 12 34 56 78]، ليلا',
    'الهاتف [05 22 00 00 00].',
    'مبلغ [12 500,50] درهم',
    'رصيد [-12,5] درهم',
    'نحو [35%] من أجرتها',
    'العنوان [atlas.fils@example.ma] المذكور',
    'على الساعة [08:45] تمشي',
    'ملف [PJ-2026/17] لدى المحكمة',
    'عنوان الآلة [192.168.10.1].',
  ])('keeps %s in its own order', (marked) => {
    const text = marked.replaceAll(/[[\]]/g, '')
    expect(isolateFigures(text)).toBe(marked.replace('[', '\u2066').replace(']', '\u2069'))
  })

  it.each([
    'هاتف Samsung Galaxy A54 أسود',
    'سنة 2026 وعمره 41 سنة',
    'المادة 24، الفصل 401',
    'شركة Transports du Littoral (Agence centrale)',
    'عدد 1234/ش.ق/2026',
    'سبق عزله \u20662026/PJ/001\u2069 هنا',
  ])('leaves %s as it is', (text) => {
    expect(isolateFigures(text)).toBe(text)
  })

  it.each(['a', '1', 'a-', '1 ', '1/', 'a@', '.'])('is done soon with a long run of %j', (piece) => {
    const start = performance.now()
    isolateFigures(`${piece.repeat(100_000)}é1`)
    expect(performance.now() - start).toBeLessThan(2000)
  })

  it('reaches every text of a document, but not the names of its pictures', () => {
    const asset = 'photo-2026-11-23.png'
    const document = { title: 'رقم 1/2', rows: [['3/4']], picture: { kind: 'picture', asset }, count: 3, none: null }
    expect(isolateFiguresIn(document)).toEqual({
      title: 'رقم \u20661/2\u2069',
      rows: [['\u20663/4\u2069']],
      picture: { kind: 'picture', asset },
      count: 3,
      none: null,
    })
  })
})
