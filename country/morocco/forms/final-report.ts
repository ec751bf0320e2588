import { everyPv, form, signatures, t } from './parts.ts'
import { findingsField } from './scene-parts.ts'

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
