import { t, variant } from './parts.ts'
import type { Field } from './parts.ts'

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
