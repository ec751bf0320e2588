import { form, t } from './parts.ts'
import { findingsField, seizedField } from './scene-parts.ts'
import { searchFields, searchSignatures, searchChecks, searchLead } from './search-parts.ts'

/** CPP 59 to 63, 79, 81. */
export const searchSeizure = form({
  code: 'ma.pv.search-seizure',
  act: 'search-seizure',
  labels: t('محضر تفتيش وحجز', 'Procès-verbal de perquisition et de saisie', 'Record of a search and seizure'),
  lead: searchLead,
  closing:
    'وقد أُحصيت المحجوزات فورا ووُضعت في أغلفة مختومة بحضور من حضر التفتيش. وبه حُرر هذا المحضر في اليوم والشهر والسنة المذكورة أعلاه، وعُرض عليهم للتوقيع أو الإبصام معنا.',
  sections: [
    {
      id: 'search',
      labels: t('ظروف التفتيش', 'Conditions de la perquisition', 'Circumstances of the search'),
      fields: searchFields,
    },
    {
      id: 'result',
      labels: t('نتيجة التفتيش', 'Résultat', 'Result'),
      fields: [
        findingsField,
        { ...seizedField, need: 'blocks', article: '59' },
        {
          type: 'boolean',
          id: 'digital',
          labels: t(
            'هل شمل تفتيشا رقميا أو حجز دعامات؟',
            'Perquisition numérique ou saisie de supports ?',
            'Digital search, or data carriers seized?',
          ),
        },
        {
          type: 'text',
          id: 'chance-finds',
          labels: t(
            'ما عُثر عليه عرضا وموافقة النيابة العامة على حجزه',
            'Découvertes incidentes et accord du parquet',
            'Chance finds and the prosecutor’s consent',
          ),
          multiline: true,
        },
      ],
    },
  ],
  signatures: searchSignatures,
  checks: [...searchChecks, 'seized-sealed'],
  articles: ['59', '60', '60-1', '62', '63', '79', '81'],
})
