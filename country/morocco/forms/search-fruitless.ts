import { form, t } from './parts.ts'
import { findingsField } from './scene-parts.ts'
import { searchFields, searchSignatures, searchChecks, searchLead } from './search-parts.ts'

/** CPP 59 to 63, 79. */
export const searchFruitless = form({
  code: 'ma.pv.search-fruitless',
  act: 'search-fruitless',
  labels: t('محضر تفتيش سلبي', 'Procès-verbal de perquisition infructueuse', 'Record of a fruitless search'),
  lead: searchLead,
  closing:
    'ولم يسفر التفتيش عن العثور على ما يفيد البحث، ولم يُحجز أي شيء. وبه حُرر هذا المحضر في اليوم والشهر والسنة المذكورة أعلاه، وعُرض على من حضر التفتيش للتوقيع أو الإبصام معنا.',
  sections: [
    {
      id: 'search',
      labels: t('ظروف التفتيش', 'Conditions de la perquisition', 'Circumstances of the search'),
      fields: searchFields,
    },
    { id: 'result', labels: t('نتيجة التفتيش', 'Résultat', 'Result'), fields: [findingsField] },
  ],
  signatures: searchSignatures,
  checks: searchChecks,
  articles: ['59', '60', '60-1', '62', '63', '79', '81'],
})
