import { brief, closing, everyPv, form, option, signatures, t, variant } from './parts.ts'
import { findingsField, placeField, prosecutorToldFields, traces } from './scene-parts.ts'

/** CPP 77. */
export const bodyFound = form({
  code: 'ma.pv.body-found',
  act: 'body-found',
  labels: t('محضر العثور على جثة', 'Procès-verbal de découverte de cadavre', 'Record of a body found'),
  lead: 'طبقا لمقتضيات المادة 77 من القانون رقم 22.01 المتعلق بالمسطرة الجنائية، وبعد إخبار النيابة العامة، انتقلنا في الحال إلى مكان العثور على الجثة المبين أدناه، وأجرينا المعاينات الأولى وفق ما يلي:',
  closing,
  sections: [
    {
      id: 'where',
      labels: t('المكان والإشعار', 'Lieu et signalement', 'Place and report'),
      fields: [
        placeField,
        {
          type: 'person',
          id: 'finder',
          labels: t('من عثر على الجثة أو أخبر بها', 'Découvreur ou informateur', 'Who found it or told of it'),
          many: true,
          roles: ['declarant', 'witness'],
          attributes: brief,
        },
        {
          type: 'date-time',
          id: 'found-at',
          labels: t('ساعة العثور', 'Heure de la découverte', 'Hour of the find'),
          need: 'warns',
          article: '77',
        },
      ],
    },
    {
      id: 'prosecutor',
      labels: t('إشعار النيابة العامة', 'Avis au parquet', 'Notice to the prosecutor'),
      fields: prosecutorToldFields.map((field) =>
        field.need === 'warns' ? { ...field, need: 'blocks' as const, article: '77' } : field,
      ),
    },
    {
      id: 'body',
      labels: t('الجثة', 'Le corps', 'The body'),
      fields: [
        {
          type: 'choice',
          id: 'known',
          labels: t('هوية المتوفى', 'Identité du défunt', 'Identity of the dead'),
          need: 'blocks',
          article: '77',
          options: [
            option('known', 'معروفة', 'Connue', 'Known'),
            option('presumed', 'مفترضة', 'Présumée', 'Presumed'),
            option('unknown', 'مجهولة', 'Inconnue', 'Unknown'),
          ],
        },
        {
          type: 'person',
          id: 'dead',
          labels: t('المتوفى', 'Défunt', 'The dead person'),
          roles: ['victim', 'other'],
          when: { field: 'known', is: ['known', 'presumed'] },
          attributes: { ...brief, birthDate: 'optional' },
        },
        {
          type: 'text',
          id: 'description',
          labels: t('الأوصاف والملابس والعلامات', 'Signalement, vêtements, signes', 'Description, clothes, marks'),
          multiline: true,
          need: 'warns',
          article: '77',
        },
        findingsField,
        traces,
        {
          type: 'mention',
          id: 'doctor',
          labels: t('انتداب الطبيب', 'Réquisition du médecin', 'Doctor called'),
          kind: 'other',
          need: 'warns',
          article: '77',
          variants: [
            variant(
              'forensic',
              t('طبيب شرعي', 'Médecin légiste', 'Forensic doctor'),
              'بعد موافقة السلطة القضائية المختصة انتدبنا طبيبا مؤهلا لممارسة مهام الطب الشرعي: {note}',
              'required',
            ),
            variant(
              'other-doctor',
              t('طبيب آخر', 'Autre médecin', 'Another doctor'),
              'تعذر انتداب طبيب شرعي، فانتدبنا بعد موافقة السلطة القضائية المختصة طبيبا آخر: {note}',
              'required',
            ),
            variant('none', t('لم يُنتدب', 'Aucun', 'None'), 'لم يُنتدب طبيب للأسباب التالية: {note}', 'required'),
          ],
        },
        {
          type: 'text',
          id: 'taken-to',
          labels: t('وجهة الجثة', 'Destination du corps', 'Where the body was taken'),
          need: 'warns',
          article: '77',
        },
        { type: 'sketch', id: 'sketch', labels: t('رسم تخطيطي', 'Croquis', 'Sketch') },
      ],
    },
  ],
  signatures: signatures(),
  checks: everyPv,
  articles: ['24', '77'],
})
