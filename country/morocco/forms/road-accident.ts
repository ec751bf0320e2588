import { brief, closing, everyPv, form, option, signatures, t } from './parts.ts'
import type { Field } from './parts.ts'
import { findingsField, placeField, prosecutorSection } from './scene-parts.ts'

const parties: Field = {
  type: 'person',
  id: 'drivers',
  labels: t('السائقون والأطراف', 'Conducteurs et parties', 'Drivers and parties'),
  many: true,
  need: 'blocks',
  article: '24',
  roles: ['suspect', 'victim', 'complainant', 'witness', 'other'],
  confirm: true,
  attributes: { ...brief, address: 'warns', phone: 'warns', birthDate: 'optional', relation: 'warns' },
}

/** CPP 24, 57; road code (law 52.05) on accidents with injury. */
export const roadAccident = form({
  code: 'ma.pv.road-accident',
  act: 'road-accident',
  labels: t('محضر معاينة حادثة سير', 'Procès-verbal d’accident de la circulation', 'Record of a road accident'),
  lead: 'طبقا لمقتضيات المادتين 24 و57 من القانون رقم 22.01 المتعلق بالمسطرة الجنائية، انتقلنا إلى مكان وقوع حادثة السير المبين أدناه، فعاينا ما يلي:',
  closing,
  sections: [
    {
      id: 'where',
      labels: t('المكان والظروف', 'Lieu et circonstances', 'Place and circumstances'),
      fields: [
        placeField,
        {
          type: 'choice',
          id: 'outcome',
          labels: t('نتيجة الحادثة', 'Conséquence', 'Outcome'),
          need: 'blocks',
          article: '24',
          options: [
            option('material', 'خسائر مادية', 'Dégâts matériels', 'Damage only'),
            option('injury', 'إصابات بدنية', 'Blessés', 'Injuries'),
            option('death', 'وفاة', 'Décès', 'Death'),
          ],
        },
        {
          type: 'choice',
          id: 'light',
          labels: t('الإنارة', 'Éclairage', 'Light'),
          options: [
            option('day', 'نهار', 'Jour', 'Day'),
            option('night-lit', 'ليل مع إنارة', 'Nuit éclairée', 'Night, lit'),
            option('night-dark', 'ليل دون إنارة', 'Nuit non éclairée', 'Night, unlit'),
            option('twilight', 'فجر أو غسق', 'Aube ou crépuscule', 'Dawn or dusk'),
          ],
        },
        {
          type: 'choice',
          id: 'road-surface',
          labels: t('حالة الطريق', 'État de la chaussée', 'Road surface'),
          options: [
            option('dry', 'جافة', 'Sèche', 'Dry'),
            option('wet', 'مبللة', 'Mouillée', 'Wet'),
            option('slippery', 'زلقة', 'Glissante', 'Slippery'),
            option('works', 'في طور الأشغال', 'En travaux', 'Road works'),
          ],
        },
        {
          type: 'text',
          id: 'signs',
          labels: t('علامات التشوير وحق الأسبقية', 'Signalisation et priorité', 'Signs and right of way'),
          multiline: true,
        },
      ],
    },
    {
      id: 'parties-section',
      labels: t('الأطراف والمركبات', 'Parties et véhicules', 'Parties and vehicles'),
      fields: [
        parties,
        {
          type: 'list',
          id: 'vehicles',
          labels: t('المركبات', 'Véhicules', 'Vehicles'),
          need: 'blocks',
          article: '24',
          columns: [
            { id: 'letter', labels: t('الرمز', 'Lettre', 'Letter'), share: 0.8 },
            { id: 'plate', labels: t('رقم التسجيل', 'Immatriculation', 'Plate'), type: 'plate', share: 2 },
            { id: 'model', labels: t('النوع واللون', 'Marque, modèle, couleur', 'Make, model, colour'), share: 2.4 },
            { id: 'driver', labels: t('السائق', 'Conducteur', 'Driver'), share: 2 },
            { id: 'licence', labels: t('رخصة السياقة', 'Permis de conduire', 'Licence'), share: 2 },
            { id: 'insurance', labels: t('التأمين', 'Assurance', 'Insurance'), share: 2 },
            { id: 'damage', labels: t('الأضرار', 'Dégâts', 'Damage'), share: 2.4 },
          ],
        },
        {
          type: 'list',
          id: 'injured',
          labels: t('المصابون', 'Blessés', 'Injured'),
          columns: [
            { id: 'who', labels: t('المصاب', 'Personne', 'Person'), share: 3 },
            { id: 'injury', labels: t('الإصابة الظاهرة', 'Blessures apparentes', 'Visible injury'), share: 3 },
            { id: 'taken-to', labels: t('نُقل إلى', 'Évacué vers', 'Taken to'), share: 2.4 },
            {
              id: 'days',
              labels: t('مدة العجز (يوم)', 'Incapacité (jours)', 'Incapacity (days)'),
              type: 'number',
              share: 1.4,
            },
          ],
        },
        {
          type: 'list',
          id: 'breath-tests',
          labels: t('فحوص الكحول أو المخدرات', 'Dépistages alcool ou stupéfiants', 'Alcohol or drug tests'),
          columns: [
            { id: 'who', labels: t('السائق', 'Conducteur', 'Driver'), share: 3 },
            { id: 'when', labels: t('الساعة', 'Heure', 'Hour'), share: 1.4 },
            { id: 'result', labels: t('النتيجة أو الرفض', 'Résultat ou refus', 'Result or refusal'), share: 3 },
          ],
        },
      ],
    },
    {
      id: 'findings-section',
      labels: t('المعاينات والرسم التخطيطي', 'Constatations et croquis', 'Findings and sketch'),
      fields: [
        findingsField,
        {
          type: 'sketch',
          id: 'sketch',
          labels: t('رسم تخطيطي لمكان الحادثة', 'Croquis des lieux', 'Sketch of the scene'),
          need: 'warns',
          article: '24',
        },
      ],
    },
    prosecutorSection,
  ],
  signatures: signatures({
    code: 'drivers',
    who: { field: 'drivers' },
    labels: t('الطرف', 'La partie', 'The party'),
    need: 'warns',
  }),
  checks: [...everyPv, 'prefill-confirmed'],
  articles: ['24', '57'],
})
