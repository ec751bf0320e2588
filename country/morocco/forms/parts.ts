import type { z } from 'zod'
import type { fieldSchema, formSchema, formSignatureSchema } from '#modules/documents/domain/form.ts'

/**
 * Parts that the Moroccan forms share. Wording follows what articles 23, 24, 40, 60, 67, 69, 79, 82-4 of the code of
 * criminal procedure (law 22.01 as amended by 03.23) ask for; no official template was found, so the sentences are ours.
 */
export type Field = z.input<typeof fieldSchema>
export type Form = z.input<typeof formSchema>
export type Signature = z.input<typeof formSignatureSchema>
type PersonField = Extract<Field, { type: 'person' }>
type Labels = Form['labels']

export const t = (ar: string, fr: string, en: string): Labels => ({ ar, fr, en })
export const option = (code: string, ar: string, fr: string, en: string) => ({ code, labels: t(ar, fr, en) })

/** Wording of a mention: printed in Arabic, shown to officers in their language. */
export const variant = (
  code: string,
  labels: Labels,
  wording: string,
  note: 'none' | 'optional' | 'required' = 'none',
) => ({ code, labels, wording, note })

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

export const brief = {
  nameAr: 'blocks',
  nameLatin: 'optional',
  sex: 'optional',
  documentKind: 'optional',
  documentNumber: 'optional',
  occupation: 'optional',
  address: 'optional',
  phone: 'optional',
  relation: 'optional',
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

export const readingField: Field = {
  type: 'mention',
  id: 'reading',
  labels: t('قراءة التصريحات', 'Lecture des déclarations', 'Reading of the statement'),
  use: 'reading',
  kind: 'reading',
  article: '24',
  variants: [
    variant(
      'read-by',
      t('قرأها بنفسه', 'Lue par l’intéressé', 'Read by the person'),
      'قرأ المصرح(ة) تصريحاته(ا) بنفسه(ا) وأقرها.',
    ),
    variant(
      'read-to',
      t('تُليت عليه', 'Lue à l’intéressé', 'Read to the person'),
      'تُليت على المصرح(ة) تصريحاته(ا) من طرفنا فأقرها.',
    ),
    variant(
      'read-through-interpreter',
      t('تُليت عليه بواسطة الترجمان', 'Lue par l’interprète', 'Read through the interpreter'),
      'تُليت على المصرح(ة) تصريحاته(ا) بواسطة الترجمان أو الشخص المستعان به فأقرها.',
    ),
    variant(
      'confirmation-refused',
      t('تُليت عليه ولم يقرها', 'Lue, non confirmée', 'Read, not confirmed'),
      'تُليت على المصرح(ة) تصريحاته(ا) من طرفنا فلم يقرها، وذكر(ت): {note}',
      'required',
    ),
  ],
}

export const additionsField: Field = {
  type: 'mention',
  id: 'additions',
  labels: t('الإضافات أو التغييرات أو الملاحظات', 'Ajouts, changements ou observations', 'Additions, changes, remarks'),
  use: 'additions',
  kind: 'addition',
  article: '24',
  variants: [
    variant(
      'none',
      t('لا شيء', 'Néant', 'None'),
      'وصرح(ت) بعد القراءة أنه(ا) ليس لديه(ا) ما [يضيفه أو يغيره أو يلاحظه|تضيفه أو تغيره أو تلاحظه].',
    ),
    variant(
      'some',
      t('أضاف أو غيّر أو لاحظ', 'Il y en a', 'There are some'),
      'وبعد القراءة أضاف(ت) أو غيّر(ت) أو لاحظ(ت) ما يلي: {note}',
      'required',
    ),
  ],
}

export const victimRightsField: Field = {
  type: 'mention',
  id: 'victim-rights',
  labels: t('إشعار الضحية بحقوقه', 'Avis des droits de la victime', 'Notice of the victim’s rights'),
  use: 'victim-rights',
  kind: 'rights',
  article: '82-4',
  variants: [
    variant(
      'told',
      t('أُشعر بحقوقه', 'Droits notifiés', 'Rights notified'),
      'أشعرنا المصرح(ة) بحقه(ا) في الانتصاب مطالبا بالحق المدني أمام قاضي التحقيق أو أمام هيئة المحكمة، وبالحقوق التي يخولها له(ا) القانون، طبقا للمادة 82-4 من قانون المسطرة الجنائية.',
    ),
    variant(
      'not-victim',
      t('ليس ضحية', 'N’est pas victime', 'Not a victim'),
      'صرح(ت) أنه(ا) لم [يتضرر|تتضرر] شخصيا من الأفعال موضوع هذا المحضر.',
    ),
  ],
}

export const factsToldField: Field = {
  type: 'mention',
  id: 'facts-told',
  labels: t('إشعار المشتبه فيه بالأفعال', 'Information sur les faits', 'Told of the facts'),
  use: 'facts-told',
  kind: 'rights',
  article: '24',
  variants: [
    variant(
      'told',
      t('أُشعر بالأفعال', 'Informé des faits', 'Told'),
      'أشعرنا المعني(ة) بالأمر، قبل الاستماع إليه(ا)، بالأفعال المنسوبة إليه(ا) وهي: {note}',
      'required',
    ),
  ],
}

export const custodyFields: Field[] = [
  {
    type: 'boolean',
    id: 'in-custody',
    labels: t('هل هو موضوع تحت الحراسة النظرية؟', 'Est-il en garde à vue ?', 'In police custody?'),
    need: 'warns',
    article: '67',
  },
  ...(
    [
      ['arrested-at', t('يوم وساعة الإيقاف', 'Jour et heure de l’interpellation', 'Day and hour of arrest'), 'blocks'],
      [
        'placed-at',
        t('يوم وساعة الوضع تحت الحراسة النظرية', 'Jour et heure du placement', 'Day and hour of placement'),
        'blocks',
      ],
      [
        'ended-at',
        t(
          'يوم وساعة رفع الحراسة أو التقديم',
          'Jour et heure de la levée ou de la présentation',
          'Day and hour of release or presentation',
        ),
        'warns',
      ],
    ] as const
  ).map(([id, labels, need]): Field => ({
    type: 'date-time',
    id,
    labels,
    need,
    article: '67',
    when: { field: 'in-custody', is: [true] },
  })),
  {
    type: 'mention',
    id: 'family-notice',
    labels: t('إشعار العائلة', 'Avis à la famille', 'Notice to the family'),
    kind: 'rights',
    need: 'blocks',
    article: '67',
    when: { field: 'in-custody', is: [true] },
    variants: [
      variant(
        'told',
        t('أُشعرت العائلة أو من يعنيه الأمر', 'Famille ou tiers avisé', 'Family or other person told'),
        'فور اتخاذ قرار الوضع تحت الحراسة النظرية أشعرنا (الاسم الشخصي والعائلي والصفة، والوسيلة، والتاريخ والساعة): {note}',
        'required',
      ),
      variant(
        'objected',
        t('اعترض صراحة على الإشعار', 'S’y est opposé', 'Objected'),
        'اعترض المعني(ة) بالأمر صراحة على إشعار عائلته(ا)، وصرح(ت): {note}',
        'required',
      ),
    ],
  },
]

export const placeField: Field = {
  type: 'text',
  id: 'scene',
  labels: t('مكان المعاينة', 'Lieu des constatations', 'Place of the findings'),
  need: 'blocks',
  article: '24',
  prefill: 'case.place',
}

export const prosecutorToldFields: Field[] = [
  {
    type: 'text',
    id: 'prosecutor-name',
    labels: t('ممثل النيابة العامة الذي أُشعر', 'Magistrat du parquet avisé', 'Prosecutor who was told'),
    need: 'warns',
    article: '23',
  },
  {
    type: 'date-time',
    id: 'prosecutor-told-at',
    labels: t('ساعة الإشعار', 'Heure de l’avis', 'Hour of the notice'),
    need: 'warns',
    article: '23',
  },
  {
    type: 'text',
    id: 'prosecutor-instructions',
    labels: t('التعليمات المتلقاة', 'Instructions reçues', 'Instructions received'),
    multiline: true,
  },
]

export const findingsField: Field = {
  type: 'rich-text',
  id: 'findings',
  labels: t('المعاينات', 'Constatations', 'Findings'),
  need: 'blocks',
  article: '24',
}

export const seizedField: Field = {
  type: 'list',
  id: 'seized',
  labels: t('المحجوزات', 'Objets saisis', 'Things seized'),
  use: 'seized',
  columns: [
    { id: 'what', labels: t('البيان والأوصاف', 'Désignation', 'Description'), share: 4 },
    { id: 'quantity', labels: t('العدد أو الكمية', 'Quantité', 'Quantity'), share: 1.3 },
    { id: 'where', labels: t('مكان العثور', 'Lieu de découverte', 'Where found'), share: 2.4 },
    { id: 'owner', labels: t('الحائز أو المالك', 'Détenteur ou propriétaire', 'Holder or owner'), share: 2 },
    { id: 'seal', labels: t('رقم الختم أو الغلاف', 'N° du scellé', 'Seal number'), share: 1.5 },
  ],
}

const author: Signature = {
  code: 'author',
  who: { author: true },
  labels: t('محرر المحضر', 'Le rédacteur', 'The author'),
  need: 'blocks',
  article: '24',
}

/** The author first, then those named in the fields given. */
export function signatures(...others: (Omit<Signature, 'need'> & Partial<Pick<Signature, 'need'>>)[]): Signature[] {
  return [author, ...others.map((one) => ({ need: 'blocks' as const, article: '24', ...one }))]
}

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

export const everyPv = [
  'needed-fields',
  'needed-attributes',
  'author-named',
  'act-time',
  'drafting-hour',
  'times-in-order',
  'not-back-dated',
  'protected-hidden',
  'quality-held',
  'not-suspended',
  'signed-by-author',
  'pages-counted',
  'strike-outs-approved',
  'signatures-complete',
  'reasons-given',
  'name-in-own-hand',
]
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

export const closing = 'وبه حُرر هذا المحضر في اليوم والشهر والسنة المذكورة أعلاه، ووقّعنا كل ورقة من أوراقه.'
export const closingWithHeard =
  'وبه حُرر هذا المحضر في اليوم والشهر والسنة المذكورة أعلاه، وعُرض على المصرح(ة) للتوقيع معنا عقب التصريحات وبعد الإضافات وتدوين اسمه(ا) بخط يده(ا).'

type FormInput = Omit<Form, 'language' | 'validFrom' | 'validTo' | 'source' | 'confidence'> & { articles: string[] }

/** A form of the code of criminal procedure, in force since the code itself. */
export function form({ articles, ...rest }: FormInput): Form {
  return {
    ...rest,
    language: 'ar',
    validFrom: '2003-10-01',
    validTo: null,
    source: {
      law: 'cpp',
      articles,
      note: 'The articles say what the PV contains; the sentences are ours, as the joint order of article 24 on the form of the PV was not found.',
    },
    confidence: 'medium',
  }
}
