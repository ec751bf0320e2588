import { brief, closing, everyPv, form, signatures, t } from './parts.ts'
import type { Field } from './parts.ts'
import { findingsField, placeField, prosecutorSection, seizedField, traces } from './scene-parts.ts'

const endedAt: Field = {
  type: 'date-time',
  id: 'ended-on-scene',
  labels: t('ساعة انتهاء المعاينة', 'Heure de fin', 'Hour of the end'),
  use: 'end-time',
}

const present: Field = {
  type: 'person',
  id: 'present',
  labels: t('الأشخاص الحاضرون', 'Personnes présentes', 'Those present'),
  many: true,
  roles: ['complainant', 'victim', 'witness', 'suspect'],
  attributes: brief,
}

/** CPP 24, 57, 58, 64. */
export const sceneFindings = form({
  code: 'ma.pv.scene-findings',
  act: 'scene-findings',
  labels: t('محضر معاينة', 'Procès-verbal de constatations', 'Record of findings at the scene'),
  lead: 'طبقا لمقتضيات المواد 24 و57 من القانون رقم 22.01 المتعلق بالمسطرة الجنائية، انتقلنا إلى المكان المبين أدناه، فعاينا ما يلي:',
  closing,
  sections: [
    {
      id: 'where',
      labels: t('المكان والحضور', 'Lieu et personnes présentes', 'Place and those present'),
      fields: [
        placeField,
        {
          type: 'text',
          id: 'weather',
          labels: t('حالة الطقس والإنارة', 'Temps et éclairage', 'Weather and light'),
        },
        present,
        endedAt,
      ],
    },
    {
      id: 'findings-section',
      labels: t('المعاينات', 'Constatations', 'Findings'),
      fields: [
        findingsField,
        traces,
        { ...seizedField, id: 'taken' },
        { type: 'sketch', id: 'sketch', labels: t('رسم تخطيطي', 'Croquis', 'Sketch') },
      ],
    },
    prosecutorSection,
  ],
  signatures: signatures(),
  checks: [...everyPv, 'seized-sealed'],
  articles: ['24', '57', '64', '69'],
})
