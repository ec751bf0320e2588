import { afterAll, describe, expect, it } from 'vitest'
import { type FieldValue, pvContentSchema, sketchSchema } from '#contracts/documents/content.ts'
import { moroccanDocuments } from '#country/morocco/forms/index.ts'
import { testlandDocuments } from '#country/testland/forms/index.ts'
import { legalTimeOf } from '#modules/intake/index.ts'
import { createPdfRenderer, pvPrint } from '#platform/pdf/index.ts'
import type { PvForm } from '#contracts/documents/form.ts'
import { documentsDataSchema } from './form.ts'
import { printText } from './print-text.ts'
import { type PrintSetting, buildPrint } from './print.ts'
import { docOf } from './rich-text.ts'

const countries = [documentsDataSchema.parse(moroccanDocuments), documentsDataSchema.parse(testlandDocuments)]
const renderer = createPdfRenderer()
afterAll(() => renderer.close())

const officerId = '01900000-0000-7000-8000-000000000001'
const settingOf = (words: PrintSetting['words']): PrintSetting => ({
  training: true,
  unitChain: ['المديرية العامة للأمن الوطني', 'ولاية أمن الساحل', 'الدائرة الثانية للشرطة'],
  reference: '12/2026/D2',
  caseReference: '2026/7',
  author: {
    officerId,
    name: 'يوسف بنجلون',
    rank: 'ضابط شرطة',
    quality: 'ضابط الشرطة القضائية',
    unit: 'الدائرة الثانية',
  },
  corrects: null,
  words,
  time: legalTimeOf('Africa/Casablanca'),
  now: new Date('2026-11-23T09:00:00Z'),
})

/** Something in every field, so that no kind of field goes unprinted. */
function fullOf(form: PvForm) {
  const values = Object.fromEntries(
    form.sections
      .flatMap((section) => section.fields)
      .map((field): [string, FieldValue] => {
        switch (field.type) {
          case 'text':
            return [field.id, { type: 'text', text: `نص ${field.id} (12 500,50)\nسطر ثان` }]
          case 'rich-text':
            return [field.id, { type: 'rich-text', doc: docOf('رأيت السيارة Renault.\nثم ذهبت.') }]
          case 'date-time':
            return [field.id, { type: 'date-time', at: '2026-11-23T08:00:00Z' }]
          case 'person':
            return [
              field.id,
              {
                type: 'person',
                people: [
                  {
                    key: 'p-1',
                    protected: false,
                    nameAr: 'فاطمة العلوي',
                    nameLatin: 'EL ALAOUI Fatima',
                    sex: 'female',
                    birthDate: '1987-05',
                    nationality: 'MA',
                    phone: '+212600000000',
                  },
                ],
              },
            ]
          case 'choice':
            return [field.id, { type: 'choice', code: field.options[0]?.code ?? '' }]
          case 'boolean':
            return [field.id, { type: 'boolean', value: true }]
          case 'quantity':
            return [field.id, { type: 'quantity', amount: 21 }]
          case 'list':
            return [
              field.id,
              { type: 'list', rows: [Object.fromEntries(field.columns.map((column) => [column.id, 'سكين 12']))] },
            ]
          case 'question-answer':
            return [field.id, { type: 'question-answer', items: [{ question: 'متى؟', answer: 'أمس.' }] }]
          case 'mention':
            return [field.id, { type: 'mention', variant: field.variants[0]?.code ?? '', note: 'كما ذكر' }]
          case 'sketch':
            return [
              field.id,
              {
                type: 'sketch',
                sketch: sketchSchema.parse({
                  lines: [
                    {
                      kind: 'road',
                      points: [
                        [0, 300],
                        [1000, 300],
                      ],
                      label: 'شارع البحر',
                    },
                  ],
                  symbols: [
                    { kind: 'car', x: 300, y: 280, label: 'المركبة أ <script>' },
                    { kind: 'impact', x: 420, y: 300 },
                  ],
                }),
              },
            ]
        }
      }),
  )
  return pvContentSchema.parse({ actAt: '2026-11-23T08:00:00Z', place: 'مقر الدائرة', values })
}

describe.each(countries)('the prints of $country', (data) => {
  it.each(data.forms)('$code prints on paper, with every field filled', async (form) => {
    const { document, pictures } = buildPrint(form, fullOf(form), settingOf(data.words))
    const made = await renderer.typeset(
      pvPrint(document, {
        locale: form.language,
        creationDate: new Date('2026-11-23T09:00:00Z'),
        assets: Object.fromEntries(Object.entries(pictures).map(([name, svg]) => [name, Buffer.from(svg)])),
      }),
    )
    expect(made.pages).toBeGreaterThan(0)
    expect(printText(document)).toContain(form.labels[form.language])
  })
})

describe('a print', () => {
  const [morocco] = countries
  const form = morocco?.forms.find((each) => each.act === 'complaint')
  if (!morocco || !form) throw new Error('no complaint')

  it('says how each one signed, and by which scan', () => {
    const inLaw = { officerId, qualities: ['opj'], suspended: false }
    const { document } = buildPrint(form, fullOf(form), {
      ...settingOf(morocco.words),
      signed: {
        digest: 'ab'.repeat(32),
        signing: {
          signer: { atAct: inLaw, atSigning: inLaw },
          mode: 'paper',
          pages: { printed: 3, counted: 3 },
          scanned: true,
          strikeOuts: { words: 2, insertions: 1, approved: true },
          signatures: [
            { code: 'author', key: 'author', how: 'signature' },
            { code: 'complainant', key: 'p-1', how: 'refused', reason: 'لم يذكر سببا' },
          ],
        },
      },
    })
    expect(document.signatures.map((signature) => signature.mode)).toEqual(['signature', 'refused', undefined])
    expect(document.signatures[1]?.note).toBe('لم يذكر سببا')
    expect(document.strikeOuts).toEqual({ words: 2, insertions: 1 })
    expect(document.seal).toContain('abababab')
  })

  it('gives a protected witness by the alias alone', () => {
    const content = fullOf(form)
    const values = {
      ...content.values,
      complainant: {
        type: 'person' as const,
        people: [{ key: 'p-1', protected: true, alias: 'الشاهد أ', nameAr: 'فاطمة العلوي' }],
      },
      accused: { type: 'person' as const, people: [] },
      interpreter: { type: 'person' as const, people: [] },
    }
    const text = printText(buildPrint(form, { ...content, values }, settingOf(morocco.words)).document)
    expect(text).toContain('الشاهد أ')
    expect(text).not.toContain('فاطمة')
  })

  it('names only what was said: an empty field leaves no trace', () => {
    const content = pvContentSchema.parse({ actAt: null, values: {} })
    expect(buildPrint(form, content, settingOf(morocco.words)).document.blocks).toHaveLength(1)
  })
})
