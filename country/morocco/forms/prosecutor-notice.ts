import { closing, everyPv, form, option, signatures, t } from './parts.ts'

/** CPP 23, 57, 66, 77, 80. */
export const prosecutorNotice = form({
  code: 'ma.pv.prosecutor-notice',
  act: 'prosecutor-notice',
  labels: t(
    'محضر إشعار النيابة العامة وتلقي تعليماتها',
    'Procès-verbal d’avis au parquet et d’instructions',
    'Record of a notice to the prosecutor and of the instructions',
  ),
  lead: 'طبقا لمقتضيات المواد 23 و24 و57 من القانون رقم 22.01 المتعلق بالمسطرة الجنائية، أشعرنا النيابة العامة وتلقينا تعليماتها وفق ما يلي:',
  closing,
  sections: [
    {
      id: 'notice',
      labels: t('الإشعار', 'L’avis', 'The notice'),
      fields: [
        {
          type: 'text',
          id: 'prosecutor-name',
          labels: t('ممثل النيابة العامة وصفته', 'Magistrat et qualité', 'Prosecutor and capacity'),
          need: 'blocks',
          article: '23',
        },
        {
          type: 'text',
          id: 'parquet',
          labels: t('النيابة العامة لدى', 'Parquet près', 'Prosecutor’s office at'),
          need: 'warns',
          article: '23',
        },
        {
          type: 'date-time',
          id: 'told-at',
          labels: t('ساعة الإشعار', 'Heure de l’avis', 'Hour of the notice'),
          need: 'blocks',
          article: '23',
        },
        {
          type: 'choice',
          id: 'means',
          labels: t('وسيلة الإشعار', 'Moyen', 'Means'),
          need: 'blocks',
          article: '23',
          options: [
            option('telephone', 'الهاتف', 'Téléphone', 'Telephone'),
            option('in-person', 'مباشرة', 'De vive voix', 'In person'),
            option('written', 'كتابة', 'Par écrit', 'In writing'),
            option('electronic', 'وسيلة إلكترونية', 'Voie électronique', 'Electronic'),
          ],
        },
        {
          type: 'choice',
          id: 'ground',
          labels: t('موضوع الإشعار', 'Objet de l’avis', 'What it was about'),
          need: 'blocks',
          article: '23',
          options: [
            option(
              'offence',
              'جناية أو جنحة بلغت إلى العلم',
              'Crime ou délit porté à connaissance',
              'Felony or misdemeanour',
            ),
            option('flagrant', 'حالة تلبس', 'Flagrance', 'Flagrant offence'),
            option('custody', 'الحراسة النظرية', 'Garde à vue', 'Police custody'),
            option('body', 'العثور على جثة', 'Découverte d’un corps', 'Body found'),
            option('leave', 'طلب إذن أو موافقة', 'Demande d’autorisation', 'Request for leave'),
            option('progress', 'تقدم البحث', 'État de l’enquête', 'Progress of the inquiry'),
          ],
        },
        {
          type: 'rich-text',
          id: 'told',
          labels: t('ما أُشعر به', 'Ce qui a été exposé', 'What was said'),
          need: 'blocks',
          article: '23',
          prefill: 'case.how',
        },
      ],
    },
    {
      id: 'instructions',
      labels: t('التعليمات', 'Les instructions', 'The instructions'),
      fields: [
        {
          type: 'rich-text',
          id: 'instructions-text',
          labels: t('تعليمات النيابة العامة كما صدرت', 'Instructions telles que données', 'Instructions as given'),
          need: 'blocks',
          article: '24, 78',
        },
        { type: 'date-time', id: 'due-at', labels: t('الأجل المحدد', 'Délai fixé', 'Deadline') },
      ],
    },
  ],
  signatures: signatures(),
  checks: everyPv,
  articles: ['23', '24', '57', '66', '77', '80'],
})
