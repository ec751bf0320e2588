import { prosecutorToldFields, t } from './parts.ts'
import type { Field } from './parts.ts'

export const prosecutorSection = {
  id: 'prosecutor',
  labels: t('إشعار النيابة العامة', 'Avis au parquet', 'Notice to the prosecutor'),
  fields: prosecutorToldFields,
}

export const traces: Field = {
  type: 'list',
  id: 'traces',
  labels: t('الآثار والعينات المرفوعة', 'Traces et prélèvements', 'Traces and samples'),
  columns: [
    { id: 'what', labels: t('الأثر أو العينة', 'Trace ou prélèvement', 'Trace or sample'), share: 4 },
    { id: 'where', labels: t('المكان', 'Emplacement', 'Where'), share: 3 },
    { id: 'by', labels: t('رفعه', 'Relevé par', 'Taken by'), share: 2 },
    { id: 'seal', labels: t('رقم الختم', 'N° du scellé', 'Seal number'), share: 1.5 },
  ],
}
