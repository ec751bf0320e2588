import { closing, brief, everyPv, findingsField, form, option, signatures, t, variant } from './parts.ts'

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

/** CPP 24, 64, 67; penal code 400, 401: twenty days of incapacity change the class of blows. */
export const medicalCertificate = form({
  code: 'ma.pv.medical-certificate',
  act: 'medical-certificate',
  labels: t(
    'محضر تلقي شهادة طبية',
    'Procès-verbal de réception d’un certificat médical',
    'Record of a medical certificate',
  ),
  lead: 'طبقا لمقتضيات المادة 24 من القانون رقم 22.01 المتعلق بالمسطرة الجنائية، تلقينا الشهادة الطبية المبينة أدناه وضممناها إلى المسطرة:',
  closing,
  sections: [
    {
      id: 'certificate',
      labels: t('الشهادة الطبية', 'Le certificat', 'The certificate'),
      fields: [
        {
          type: 'person',
          id: 'patient',
          labels: t('المعني بالشهادة', 'Personne examinée', 'Person examined'),
          need: 'blocks',
          article: '24',
          roles: ['victim', 'complainant', 'suspect', 'person-in-custody'],
          attributes: brief,
        },
        {
          type: 'text',
          id: 'doctor',
          labels: t('الطبيب والمؤسسة', 'Médecin et établissement', 'Doctor and establishment'),
          need: 'blocks',
          article: '24',
        },
        {
          type: 'date-time',
          id: 'issued-at',
          labels: t('تاريخ الشهادة', 'Date du certificat', 'Date of the certificate'),
          need: 'blocks',
          article: '24',
        },
        {
          type: 'quantity',
          id: 'days',
          labels: t('مدة العجز بالأيام', 'Durée de l’incapacité, en jours', 'Incapacity, in days'),
          hint: t(
            'تجاوز عشرين يوما يغيّر وصف الضرب والجرح (المادتان 400 و401 من القانون الجنائي).',
            'Au-delà de vingt jours, la qualification des coups change (code pénal, art. 400 et 401).',
            'More than twenty days changes the class of blows (penal code, art. 400 and 401).',
          ),
          units: [option('days', 'يوم', 'jours', 'days')],
          min: 0,
          need: 'blocks',
          article: 'PC 400, 401',
        },
        {
          type: 'choice',
          id: 'permanent',
          labels: t('عاهة دائمة', 'Infirmité permanente', 'Permanent infirmity'),
          options: [
            option('no', 'لا', 'Non', 'No'),
            option('yes', 'نعم', 'Oui', 'Yes'),
            option('unknown', 'لم تُحدَّد', 'Non précisée', 'Not stated'),
          ],
        },
        {
          type: 'text',
          id: 'injuries',
          labels: t('الإصابات كما وردت في الشهادة', 'Lésions décrites au certificat', 'Injuries as certified'),
          multiline: true,
        },
        { type: 'text', id: 'brought-by', labels: t('من أدلى بها', 'Remis par', 'Brought by') },
      ],
    },
  ],
  signatures: signatures(),
  checks: everyPv,
  articles: ['24', '67'],
})

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

/** CPP 23, 24. */
export const finalReport = form({
  code: 'ma.pv.final-report',
  act: 'final-report',
  labels: t('محضر تركيبي لنتائج البحث', 'Procès-verbal de synthèse', 'Final report of the inquiry'),
  lead: 'طبقا لمقتضيات المادتين 23 و24 من القانون رقم 22.01 المتعلق بالمسطرة الجنائية، وبعد انتهاء عمليات البحث، نلخص نتائجه فيما يلي:',
  closing:
    'وبه ختم البحث وحُرر هذا المحضر، ويوجه أصله مرفقا بنسختين مشهود بمطابقتهما للأصل وبجميع الوثائق والمستندات إلى النيابة العامة المختصة، وتوضع المحجوزات رهن إشارتها.',
  sections: [
    {
      id: 'summary',
      labels: t('ملخص القضية', 'Résumé de l’affaire', 'Summary of the case'),
      fields: [
        {
          type: 'text',
          id: 'offences',
          labels: t('الأفعال موضوع البحث', 'Infractions', 'Offences'),
          need: 'blocks',
          article: '23',
          prefill: 'case.offences',
        },
        {
          type: 'rich-text',
          id: 'facts',
          labels: t('الوقائع', 'Faits', 'Facts'),
          need: 'blocks',
          article: '23',
          prefill: 'case.how',
        },
        {
          type: 'person',
          id: 'victims',
          labels: t('المشتكون والضحايا', 'Plaignants et victimes', 'Complainants and victims'),
          many: true,
          prefill: true,
          roles: ['complainant', 'victim'],
          attributes: { nameAr: 'optional', nameLatin: 'optional' },
        },
        {
          type: 'person',
          id: 'suspects',
          labels: t('المشتبه فيهم', 'Suspects', 'Suspects'),
          many: true,
          prefill: true,
          roles: ['suspect', 'person-in-custody'],
          attributes: { nameAr: 'optional', nameLatin: 'optional' },
        },
      ],
    },
    {
      id: 'inquiry',
      labels: t('عمليات البحث', 'Actes d’enquête', 'The inquiry'),
      fields: [
        { ...findingsField, id: 'acts', labels: t('الإجراءات المنجزة', 'Actes accomplis', 'Acts done'), article: '23' },
        {
          type: 'list',
          id: 'annexes',
          labels: t('المحاضر والوثائق المرفقة', 'Procès-verbaux et pièces jointes', 'PVs and papers attached'),
          need: 'warns',
          article: '23',
          columns: [
            { id: 'what', labels: t('الوثيقة', 'Pièce', 'Paper'), share: 5 },
            { id: 'reference', labels: t('المرجع', 'Référence', 'Reference'), share: 2 },
            { id: 'count', labels: t('العدد', 'Nombre', 'Count'), type: 'number', share: 1 },
          ],
        },
        {
          type: 'rich-text',
          id: 'conclusion',
          labels: t('الخلاصة', 'Conclusion', 'Conclusion'),
          need: 'blocks',
          article: '23',
        },
      ],
    },
  ],
  signatures: signatures(),
  checks: everyPv,
  articles: ['23', '24'],
})

/** CPP 24: what is written stays; what was wrong is said in another PV. */
export const additional = form({
  code: 'ma.pv.additional',
  act: 'additional',
  labels: t('محضر إضافي', 'Procès-verbal additif', 'Additional PV'),
  lead: 'طبقا لمقتضيات المادة 24 من القانون رقم 22.01 المتعلق بالمسطرة الجنائية، وإلحاقا بالمحضر المشار إليه أعلاه الذي يبقى على حاله، نثبت ما يلي:',
  closing,
  sections: [
    {
      id: 'correction',
      labels: t('التصحيح أو الإضافة', 'Rectification ou ajout', 'Correction or addition'),
      fields: [
        {
          type: 'choice',
          id: 'kind',
          labels: t('نوعه', 'Nature', 'Kind'),
          need: 'blocks',
          article: '24',
          options: [
            option('correction', 'تصحيح خطإ', 'Rectification d’une erreur', 'Correction of an error'),
            option('addition', 'إضافة', 'Ajout', 'Addition'),
            option('identity', 'تصحيح هوية', 'Rectification d’identité', 'Correction of an identity'),
          ],
        },
        {
          type: 'text',
          id: 'stood',
          labels: t('ما ورد في المحضر الأول', 'Ce qui figurait au premier procès-verbal', 'What the first PV says'),
          multiline: true,
          need: 'warns',
          article: '24',
        },
        {
          type: 'rich-text',
          id: 'now',
          labels: t('الصواب أو الإضافة', 'Ce qu’il faut lire ou ajouter', 'What is right, or is added'),
          need: 'blocks',
          article: '24',
        },
        {
          type: 'text',
          id: 'why',
          labels: t('السبب', 'Motif', 'Reason'),
          multiline: true,
          need: 'warns',
          article: '24',
        },
        {
          type: 'person',
          id: 'concerned',
          labels: t('من أُطلع على التصحيح ووقّعه', 'Personnes informées et signataires', 'Those told, who sign'),
          many: true,
          roles: ['complainant', 'victim', 'witness', 'suspect'],
          attributes: { nameAr: 'blocks', nameLatin: 'optional', documentNumber: 'optional' },
        },
      ],
    },
  ],
  signatures: signatures({
    code: 'concerned',
    who: { field: 'concerned' },
    labels: t('المعني(ة) بالأمر', 'L’intéressé', 'The person concerned'),
  }),
  checks: everyPv,
  articles: ['23', '24'],
})
