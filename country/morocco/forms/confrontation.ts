import {
  closingWithHeard,
  declarantSigns,
  endings,
  everyHearing,
  heard,
  identitySection,
  interpreterSigns,
  statementFields,
} from './hearing-parts.ts'
import { form, signatures, t } from './parts.ts'

/** CPP 24. */
export const confrontation = form({
  code: 'ma.pv.confrontation',
  act: 'confrontation',
  labels: t('محضر مواجهة', 'Procès-verbal de confrontation', 'Record of a confrontation'),
  lead: 'طبقا لمقتضيات المواد 18 و21 و24 من القانون رقم 22.01 المتعلق بالمسطرة الجنائية، أجرينا مواجهة بين {heard}، وفق ما يلي:',
  closing: closingWithHeard,
  sections: [
    identitySection(
      ['أطراف المواجهة', 'Personnes confrontées', 'Those confronted'],
      heard(
        'confronted',
        t('أطراف المواجهة', 'Personnes confrontées', 'Those confronted'),
        ['complainant', 'victim', 'witness', 'suspect', 'person-in-custody'],
        {
          many: true,
          prefill: false,
        },
      ),
    ),
    {
      id: 'confrontation-section',
      labels: t('مجريات المواجهة', 'Déroulement', 'Course of the confrontation'),
      fields: [
        {
          type: 'text',
          id: 'points',
          labels: t('النقط موضوع المواجهة', 'Points de la confrontation', 'Points at issue'),
          multiline: true,
          need: 'warns',
          article: '24',
        },
        ...statementFields(),
      ],
    },
    endings(),
  ],
  signatures: signatures(
    declarantSigns('confronted', t('طرف المواجهة', 'La personne confrontée', 'The person confronted')),
    interpreterSigns,
  ),
  checks: everyHearing,
  articles: ['21', '24'],
})
