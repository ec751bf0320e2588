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
import { form, option, signatures, t } from './parts.ts'

/** CPP 21, 24, 60, 78. */
export const hearingWitness = form({
  code: 'ma.pv.hearing-witness',
  act: 'hearing-witness',
  labels: t('محضر استماع إلى شاهد', 'Procès-verbal d’audition de témoin', 'Record of a witness’s hearing'),
  lead: 'طبقا لمقتضيات المواد 18 و21 و24 من القانون رقم 22.01 المتعلق بالمسطرة الجنائية، حضر(ت) أمامنا {heard}، فاستمعنا إليه(ا) بصفته(ا) [شاهدا|شاهدة] وفق ما يلي:',
  closing: closingWithHeard,
  sections: [
    identitySection(
      ['هوية الشاهد', 'Identité du témoin', 'Identity of the witness'],
      heard('witness', t('الشاهد', 'Témoin', 'Witness'), ['witness', 'declarant']),
      {
        type: 'choice',
        id: 'tie',
        labels: t('علاقته بالأطراف', 'Lien avec les parties', 'Tie to the parties'),
        need: 'warns',
        article: '24',
        options: [
          option(
            'none',
            'لا قرابة ولا تبعية ولا عداوة',
            'Ni parent, ni allié, ni au service',
            'No kinship, service or enmity',
          ),
          option('kin', 'قرابة أو مصاهرة', 'Parent ou allié', 'Kin or in-law'),
          option('service', 'علاقة تبعية أو عمل', 'Lien de service', 'In service'),
          option('enmity', 'عداوة', 'Inimitié', 'Enmity'),
        ],
      },
    ),
    { id: 'statement-section', labels: t('التصريحات', 'Déclarations', 'Statement'), fields: statementFields() },
    endings(),
  ],
  signatures: signatures(declarantSigns('witness', t('الشاهد(ة)', 'Le témoin', 'The witness')), interpreterSigns),
  checks: [...everyHearing, 'adult-form'],
  articles: ['21', '24', '60', '78'],
})
