import { t } from './parts.ts'
import type { Field } from './parts.ts'

export const placeField: Field = {
  type: 'text',
  id: 'scene',
  labels: t('مكان المعاينة', 'Lieu des constatations', 'Place of the findings'),
  need: 'blocks',
  article: '24',
  prefill: 'case.place',
}

export const prosecutorToldFields: Field[] = [
  {
    type: 'text',
    id: 'prosecutor-name',
    labels: t('ممثل النيابة العامة الذي أُشعر', 'Magistrat du parquet avisé', 'Prosecutor who was told'),
    need: 'warns',
    article: '23',
  },
  {
    type: 'date-time',
    id: 'prosecutor-told-at',
    labels: t('ساعة الإشعار', 'Heure de l’avis', 'Hour of the notice'),
    need: 'warns',
    article: '23',
  },
  {
    type: 'text',
    id: 'prosecutor-instructions',
    labels: t('التعليمات المتلقاة', 'Instructions reçues', 'Instructions received'),
    multiline: true,
  },
]

export const findingsField: Field = {
  type: 'rich-text',
  id: 'findings',
  labels: t('المعاينات', 'Constatations', 'Findings'),
  need: 'blocks',
  article: '24',
}

export const seizedField: Field = {
  type: 'list',
  id: 'seized',
  labels: t('المحجوزات', 'Objets saisis', 'Things seized'),
  use: 'seized',
  columns: [
    { id: 'what', labels: t('البيان والأوصاف', 'Désignation', 'Description'), share: 4 },
    { id: 'quantity', labels: t('العدد أو الكمية', 'Quantité', 'Quantity'), share: 1.3 },
    { id: 'where', labels: t('مكان العثور', 'Lieu de découverte', 'Where found'), share: 2.4 },
    { id: 'owner', labels: t('الحائز أو المالك', 'Détenteur ou propriétaire', 'Holder or owner'), share: 2 },
    { id: 'seal', labels: t('رقم الختم أو الغلاف', 'N° du scellé', 'Seal number'), share: 1.5 },
  ],
}

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
