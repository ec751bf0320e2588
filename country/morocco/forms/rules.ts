import type { z } from 'zod'
import type { checkRuleSchema } from '#modules/documents/domain/form.ts'

type Rule = z.input<typeof checkRuleSchema>

const code = '2003-10-01'
/** Law 03.23 in force (published 8 September 2025, three months later). */
const reform = '2025-12-08'

const unread = 'The wording before law 03.23 was not read; nothing shows that it differed here.'

/** A rule that law 03.23 amended: the older row is the same, less sure. */
function since(rule: Omit<Rule, 'law' | 'validFrom' | 'validTo' | 'confidence' | 'note'>): Rule[] {
  return [
    { ...rule, law: 'cpp', validFrom: code, validTo: reform, confidence: 'medium', note: unread },
    { ...rule, law: 'cpp', validFrom: reform, validTo: null, confidence: 'high' },
  ]
}

/** A rule that law 03.23 brought. */
const added = (rule: Omit<Rule, 'law' | 'validFrom' | 'validTo' | 'confidence'>): Rule => ({
  ...rule,
  law: 'cpp',
  validFrom: reform,
  validTo: null,
  confidence: 'high',
})

/** Code of criminal procedure, law 22.01 as consolidated on 8 September 2025. Only what harms validity blocks (289). */
export const rules: Rule[] = [
  ...since({ check: 'needed-fields', level: 'warns', effect: 'form', articles: ['24', '289'] }),
  ...since({ check: 'needed-attributes', level: 'warns', effect: 'form', articles: ['24', '289'] }),
  ...since({ check: 'author-named', level: 'blocks', effect: 'mere-information', articles: ['23', '24'] }),
  ...since({ check: 'act-time', level: 'blocks', effect: 'mere-information', articles: ['24'] }),
  ...since({ check: 'drafting-hour', level: 'blocks', effect: 'form', articles: ['24'], params: { minutes: 60 } }),
  ...since({ check: 'times-in-order', level: 'warns', effect: 'form', articles: ['24', '69'] }),
  ...since({ check: 'not-back-dated', level: 'warns', effect: 'form', articles: ['23', '69'], params: { hours: 24 } }),
  ...since({ check: 'heard-identified', level: 'blocks', effect: 'mere-information', articles: ['24'] }),
  added({ check: 'foreigner-in-latin', level: 'blocks', effect: 'form', articles: ['24'] }),
  ...since({ check: 'interpreter-named', level: 'blocks', effect: 'form', articles: ['21', '24'] }),
  ...since({ check: 'answers-given', level: 'blocks', effect: 'form', articles: ['24'] }),
  ...since({ check: 'facts-told', level: 'blocks', effect: 'form', articles: ['24'] }),
  ...since({ check: 'reading-made', level: 'blocks', effect: 'form', articles: ['24'] }),
  ...since({ check: 'additions-made', level: 'blocks', effect: 'form', articles: ['24'] }),
  {
    check: 'victim-rights',
    level: 'blocks',
    effect: 'form',
    law: 'cpp',
    articles: ['82-4'],
    validFrom: '2011-10-20',
    validTo: null,
    confidence: 'medium',
    note: 'Added by law 37.10, Official Bulletin 5988 of 20 October 2011; a later date of entry into force was not looked for.',
  },
  added({ check: 'contact-given', level: 'blocks', effect: 'form', articles: ['40'] }),
  ...since({ check: 'prefill-confirmed', level: 'blocks', effect: 'form', articles: ['24', '289'] }),
  {
    check: 'protected-hidden',
    level: 'blocks',
    effect: 'none',
    law: 'cpp',
    articles: ['82-7', '82-8'],
    validFrom: '2011-10-20',
    validTo: null,
    confidence: 'medium',
    note: 'Added by law 37.10.',
  },
  ...since({
    check: 'minor-guardian',
    level: 'blocks',
    effect: 'form',
    articles: ['460', '67'],
    params: { majority: 18, ageOn: 'offence', withoutGuardian: ['unreachable'] },
  }),
  ...since({
    check: 'adult-form',
    level: 'warns',
    effect: 'form',
    articles: ['458', '459', '460'],
    params: { majority: 18, ageOn: 'offence' },
  }),
  ...since({
    check: 'minors-quality',
    level: 'warns',
    effect: 'form',
    articles: ['19', '460'],
    params: { accepted: ['opj-minors'] },
  }),
  ...since({
    check: 'search-consent',
    level: 'blocks',
    effect: 'nullity',
    articles: ['59', '63', '79'],
    params: { without: ['none'] },
  }),
  ...since({
    check: 'search-presence',
    level: 'blocks',
    effect: 'nullity',
    articles: ['60', '63'],
    params: { none: 'none', witnesses: 'witnesses', witnessCount: 2 },
  }),
  {
    check: 'same-sex-search',
    level: 'blocks',
    effect: 'nullity',
    law: 'cpp',
    articles: ['60', '63'],
    params: { sexes: ['female'] },
    validFrom: code,
    validTo: reform,
    confidence: 'medium',
    note: unread,
  },
  added({
    check: 'same-sex-search',
    level: 'blocks',
    effect: 'nullity',
    articles: ['60', '60-1', '63'],
    params: { sexes: ['female', 'male'] },
  }),
  ...since({
    check: 'entry-hours',
    level: 'warns',
    effect: 'nullity',
    articles: ['62', '63'],
    params: {
      from: '06:00',
      to: '21:00',
      excepted: [
        'occupant-asked',
        'call-from-inside',
        'wanted-person',
        'night-premises',
        'begun-in-time',
        'terrorism-leave',
      ],
    },
  }),
  ...since({
    check: 'seized-sealed',
    level: 'warns',
    effect: 'nullity',
    articles: ['59', '63'],
    params: { sealColumn: 'seal' },
  }),
  ...since({
    check: 'quality-held',
    level: 'blocks',
    effect: 'mere-information',
    articles: ['20', '23', '24'],
    params: { accepted: ['opj'] },
  }),
  ...since({ check: 'not-suspended', level: 'blocks', effect: 'mere-information', articles: ['29', '31', '32'] }),
  ...since({ check: 'signed-by-author', level: 'blocks', effect: 'mere-information', articles: ['24', '289'] }),
  ...since({ check: 'pages-counted', level: 'blocks', effect: 'form', articles: ['69'] }),
  ...since({ check: 'strike-outs-approved', level: 'blocks', effect: 'form', articles: ['24'] }),
  ...since({ check: 'signatures-complete', level: 'blocks', effect: 'form', articles: ['24', '60'] }),
  ...since({ check: 'reasons-given', level: 'blocks', effect: 'form', articles: ['24', '60'] }),
  ...since({ check: 'name-in-own-hand', level: 'blocks', effect: 'form', articles: ['24'] }),
]
