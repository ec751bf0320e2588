import { brief, everyPv, t } from './parts.ts'
import type { Field, PersonField, Labels } from './parts.ts'
import { additionsField, readingField } from './told-parts.ts'

const identity = {
  nameAr: 'blocks',
  nameLatin: 'optional',
  sex: 'optional',
  birthDate: 'warns',
  birthPlace: 'optional',
  father: 'warns',
  mother: 'warns',
  nationality: 'warns',
  documentKind: 'optional',
  documentNumber: 'optional',
  civilStatus: 'optional',
  occupation: 'warns',
  address: 'warns',
  phone: 'optional',
  email: 'optional',
  language: 'optional',
} as const satisfies PersonField['attributes']

/** Who is heard: prefilled from the file, said again and confirmed at this act. */
export function heard(id: string, labels: Labels, roles: PersonField['roles'], more: Partial<PersonField> = {}): Field {
  return {
    type: 'person',
    id,
    labels,
    use: 'heard',
    need: 'blocks',
    article: '24',
    confirm: true,
    prefill: true,
    ...(roles ? { roles } : {}),
    attributes: identity,
    ...more,
  }
}

export const interpreterFields: Field[] = [
  {
    type: 'boolean',
    id: 'needs-interpreter',
    labels: t(
      'هل استُعين بترجمان أو بمن يحسن التخاطب مع المستمع إليه؟',
      'A-t-il été fait appel à un interprète ou à une personne capable de communiquer ?',
      'Was an interpreter, or someone able to communicate, called?',
    ),
    use: 'needs-interpreter',
  },
  {
    type: 'person',
    id: 'interpreter',
    labels: t('الترجمان أو الشخص المستعان به', 'Interprète ou personne appelée', 'Interpreter or person called'),
    use: 'interpreter',
    when: { field: 'needs-interpreter', is: [true] },
    attributes: { ...brief, language: 'blocks' },
    article: '21',
  },
]

export const statementFields = (suggested: { ar: string; fr: string; en: string }[] = []): Field[] => [
  {
    type: 'rich-text',
    id: 'statement',
    labels: t('التصريحات', 'Déclarations', 'Statement'),
    use: 'statement',
  },
  {
    type: 'question-answer',
    id: 'exchange',
    labels: t('الأسئلة والأجوبة', 'Questions et réponses', 'Questions and answers'),
    use: 'exchange',
    suggested,
  },
]

export const declarantSigns = (field: string, labels: Labels) => ({
  code: field,
  who: { field },
  labels,
  ownHand: true,
})

export const interpreterSigns = {
  code: 'interpreter',
  who: { field: 'interpreter' },
  labels: t('الترجمان', 'L’interprète', 'The interpreter'),
}

export const everyHearing = [
  ...everyPv,
  'heard-identified',
  'foreigner-in-latin',
  'interpreter-named',
  'answers-given',
  'reading-made',
  'additions-made',
  'prefill-confirmed',
]

export const closingWithHeard =
  'وبه حُرر هذا المحضر في اليوم والشهر والسنة المذكورة أعلاه، وعُرض على المصرح(ة) للتوقيع معنا عقب التصريحات وبعد الإضافات وتدوين اسمه(ا) بخط يده(ا).'

/** Who is heard, and the interpreter called. */
export const identitySection = (labels: Parameters<typeof t>, ...fields: Field[]) => ({
  id: 'identity',
  labels: t(...labels),
  fields: [...fields, ...interpreterFields],
})

/** The reading, and what was added or kept. */
export const endings = (...more: Field[]) => ({
  id: 'endings',
  labels: t('القراءة والملاحظات', 'Lecture et observations', 'Reading and remarks'),
  heading: false,
  fields: [readingField, additionsField, ...more],
})
