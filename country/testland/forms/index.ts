import type { z } from 'zod'
import type { documentsDataSchema } from '#modules/documents/domain/form.ts'

type Data = z.input<typeof documentsDataSchema>
type Form = Data['forms'][number]
const t = (en: string): { ar: string; fr: string; en: string } => ({ ar: `نص: ${en}`, fr: `Texte : ${en}`, en })
const source = { law: 'tl-procedure', articles: ['1'], note: 'Invented.' }

const statement = (validFrom: string, validTo: string | null, needsMotto: boolean): Form => ({
  code: 'tl.pv.statement',
  act: 'hearing-witness',
  labels: t('Statement'),
  language: 'en',
  lead: 'There came {heard}, who said:',
  closing: 'So written and read.',
  sections: [
    {
      id: 'who',
      labels: t('Who'),
      fields: [
        {
          type: 'person',
          id: 'speaker',
          labels: t('Speaker'),
          use: 'heard',
          need: 'warns',
          article: '2',
          confirm: true,
          prefill: true,
          roles: ['witness', 'declarant'],
          attributes: {
            nameAr: 'optional',
            nameLatin: 'blocks',
            birthDate: 'optional',
            nationality: 'optional',
            phone: 'warns',
          },
        },
        { type: 'boolean', id: 'translated', labels: t('Was it translated?'), use: 'needs-interpreter' },
        {
          type: 'person',
          id: 'translator',
          labels: t('Translator'),
          use: 'interpreter',
          when: { field: 'translated', is: [true] },
          attributes: { nameLatin: 'blocks', language: 'optional' },
        },
      ],
    },
    {
      id: 'what',
      labels: t('What'),
      fields: [
        { type: 'rich-text', id: 'words', labels: t('Words'), use: 'statement', prefill: 'case.how' },
        { type: 'question-answer', id: 'questions', labels: t('Questions'), use: 'exchange' },
        {
          type: 'mention',
          id: 'read-back',
          labels: t('Read back'),
          use: 'reading',
          kind: 'reading',
          variants: [{ code: 'done', labels: t('Done'), wording: 'It was read back.' }],
        },
        ...(needsMotto
          ? [
              {
                type: 'text' as const,
                id: 'motto',
                labels: t('Motto of the year'),
                need: 'blocks' as const,
                article: '9',
              },
            ]
          : []),
      ],
    },
  ],
  signatures: [
    { code: 'author', who: { author: true }, labels: t('The clerk'), need: 'blocks', article: '3' },
    { code: 'speaker', who: { field: 'speaker' }, labels: t('The speaker'), need: 'warns', article: '3' },
  ],
  checks: [
    'needed-fields',
    'needed-attributes',
    'act-time',
    'not-back-dated',
    'heard-identified',
    'foreigner-in-latin',
    'interpreter-named',
    'answers-given',
    'reading-made',
    'prefill-confirmed',
    'quality-held',
    'signed-by-author',
    'signatures-complete',
    'pages-counted',
  ],
  validFrom,
  validTo,
  source,
  confidence: 'high',
})

const entry: Form = {
  code: 'tl.pv.entry',
  act: 'search-seizure',
  labels: t('Entry of a house'),
  language: 'en',
  lead: null,
  closing: 'Done.',
  sections: [
    {
      id: 'entry',
      labels: t('Entry'),
      fields: [
        { type: 'date-time', id: 'entered', labels: t('Entered at'), use: 'entry-time' },
        {
          type: 'choice',
          id: 'ground',
          labels: t('Ground'),
          use: 'entry-ground',
          options: [
            { code: 'none', labels: t('None') },
            { code: 'festival', labels: t('The day of the festival') },
          ],
        },
        {
          type: 'list',
          id: 'taken',
          labels: t('Taken'),
          use: 'seized',
          columns: [
            { id: 'thing', labels: t('Thing') },
            { id: 'label', labels: t('Label') },
          ],
        },
      ],
    },
  ],
  signatures: [{ code: 'author', who: { author: true }, labels: t('The clerk'), need: 'blocks', article: '3' }],
  checks: ['act-time', 'entry-hours', 'seized-sealed', 'quality-held', 'signatures-complete'],
  validFrom: '2000-01-01',
  validTo: null,
  source,
  confidence: 'high',
}

const rule = (
  check: string,
  level: 'blocks' | 'warns',
  articles: string[],
  params: Data['rules'][number]['params'] = {},
): Data['rules'][number] => ({
  check,
  level,
  effect: 'form',
  law: 'tl-procedure',
  articles,
  params,
  validFrom: '2000-01-01',
  validTo: null,
  confidence: 'high',
})

/** An invented country with other forms and other measures, so that no rule of the first country can hide in the code. */
export const testlandDocuments: Data = {
  country: 'testland',
  forms: [statement('2000-01-01', '2026-01-01', false), statement('2026-01-01', null, true), entry],
  rules: [
    rule('needed-fields', 'warns', ['9']),
    rule('needed-attributes', 'warns', ['2']),
    rule('act-time', 'blocks', ['1']),
    rule('not-back-dated', 'warns', ['1'], { hours: 2 }),
    // Here the law is content with a name alone.
    rule('heard-identified', 'warns', ['2']),
    rule('foreigner-in-latin', 'warns', ['2']),
    rule('interpreter-named', 'warns', ['2']),
    rule('answers-given', 'blocks', ['4']),
    rule('reading-made', 'warns', ['4']),
    rule('prefill-confirmed', 'warns', ['2']),
    rule('entry-hours', 'blocks', ['5'], { from: '09:00', to: '17:00', excepted: ['festival'] }),
    rule('seized-sealed', 'blocks', ['6'], { sealColumn: 'label' }),
    rule('quality-held', 'blocks', ['7'], { accepted: ['opj', 'apj'] }),
    rule('signed-by-author', 'blocks', ['7']),
    rule('signatures-complete', 'blocks', ['3']),
    rule('pages-counted', 'blocks', ['3']),
  ],
  words: {
    seal: t('Sealed by {unit} for {officer}.'),
    signedOnPaper: t('Signed on {pages} pages ({digest}).'),
    signedOnScreen: t('Signed on screen.'),
    noQuality: t('unsworn'),
    reference: 'S{number}-{year}',
    noRank: t('clerk'),
    corrects: t('Addition to {reference}'),
  },
}
