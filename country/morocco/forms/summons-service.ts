import { brief, closing, everyPv, form, signatures, t, variant } from './parts.ts'

/** CPP 60, 78, 308, 309. */
export const summonsService = form({
  code: 'ma.pv.summons-service',
  act: 'summons-service',
  labels: t('محضر تبليغ استدعاء', 'Procès-verbal de remise de convocation', 'Record of the service of a summons'),
  lead: 'طبقا لمقتضيات المادتين 24 و78 من القانون رقم 22.01 المتعلق بالمسطرة الجنائية، باشرنا تبليغ الاستدعاء المبين أدناه وفق ما يلي:',
  closing,
  sections: [
    {
      id: 'summons',
      labels: t('الاستدعاء', 'La convocation', 'The summons'),
      fields: [
        {
          type: 'person',
          id: 'summoned',
          labels: t('المستدعى', 'Personne convoquée', 'Person summoned'),
          need: 'blocks',
          article: '24',
          roles: ['complainant', 'victim', 'witness', 'suspect', 'minor-guardian', 'other'],
          attributes: { ...brief, address: 'warns' },
        },
        {
          type: 'date-time',
          id: 'appear-at',
          labels: t('تاريخ وساعة الحضور', 'Date et heure de comparution', 'When to appear'),
          need: 'blocks',
          article: '24',
        },
        {
          type: 'text',
          id: 'appear-where',
          labels: t('مكان الحضور', 'Lieu de comparution', 'Where to appear'),
          need: 'blocks',
          article: '24',
          prefill: 'unit.name',
        },
        { type: 'text', id: 'object', labels: t('الموضوع', 'Objet', 'Subject'), need: 'warns', article: '24' },
        {
          type: 'quantity',
          id: 'attempt',
          labels: t('رتبة الاستدعاء (الأول، الثاني…)', 'Rang de la convocation', 'Which summons (first, second…)'),
          min: 1,
        },
      ],
    },
    {
      id: 'service',
      labels: t('التبليغ', 'La remise', 'The service'),
      fields: [
        {
          type: 'mention',
          id: 'served',
          labels: t('كيفية التبليغ', 'Mode de remise', 'How it was served'),
          kind: 'other',
          need: 'blocks',
          article: '24',
          variants: [
            variant(
              'in-person',
              t('سُلّم إليه شخصيا', 'Remis en personne', 'Handed in person'),
              'سُلّم الاستدعاء إلى المعني(ة) بالأمر شخصيا.',
            ),
            variant(
              'to-another',
              t('سُلّم إلى غيره', 'Remis à un tiers', 'Handed to another'),
              'سُلّم الاستدعاء إلى (الاسم والصفة): {note}',
              'required',
            ),
            variant(
              'telephone',
              t('أُشعر بالهاتف', 'Par téléphone', 'By telephone'),
              'أُشعر المعني(ة) بالأمر هاتفيا على الرقم وفي الساعة: {note}',
              'required',
            ),
            variant(
              'refused',
              t('رفض تسلّمه', 'Refusé', 'Refused'),
              'رفض المعني(ة) بالأمر تسلم الاستدعاء، للسبب التالي: {note}',
              'required',
            ),
            variant(
              'not-found',
              t('لم يُعثر عليه', 'Introuvable', 'Not found'),
              'لم يُعثر على المعني(ة) بالأمر بالعنوان المذكور: {note}',
              'required',
            ),
          ],
        },
        {
          type: 'date-time',
          id: 'served-at',
          labels: t('تاريخ وساعة التبليغ', 'Date et heure de la remise', 'When it was served'),
          need: 'blocks',
          article: '24',
        },
        {
          type: 'person',
          id: 'receiver',
          labels: t('من تسلّم الاستدعاء', 'Personne qui l’a reçue', 'Who received it'),
          when: { field: 'served', is: ['in-person', 'to-another'] },
          roles: [],
          attributes: { nameAr: 'blocks', nameLatin: 'optional', documentNumber: 'optional', relation: 'optional' },
        },
      ],
    },
  ],
  signatures: signatures({
    code: 'receiver',
    who: { field: 'receiver' },
    labels: t('المتسلّم(ة)', 'La personne qui l’a reçue', 'The receiver'),
  }),
  checks: everyPv,
  articles: ['24', '60', '78'],
})
