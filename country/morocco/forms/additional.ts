import { closing, everyPv, form, option, signatures, t } from './parts.ts'

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
