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

/** CPP 3, 4, 24. */
export const withdrawal = form({
  code: 'ma.pv.withdrawal',
  act: 'withdrawal',
  labels: t('محضر تنازل عن شكاية', 'Procès-verbal de retrait de plainte', 'Record of the withdrawal of a complaint'),
  lead: 'طبقا لمقتضيات المواد 18 و21 و24 من القانون رقم 22.01 المتعلق بالمسطرة الجنائية، حضر(ت) أمامنا {heard}، وصرح(ت) لنا بخصوص التنازل عن شكايته(ا) بما يلي:',
  closing: closingWithHeard,
  sections: [
    identitySection(
      ['هوية المتنازل', 'Identité de la personne qui se désiste', 'Identity of the person withdrawing'],
      heard('complainant', t('المتنازل', 'La personne qui se désiste', 'The person withdrawing'), [
        'complainant',
        'victim',
      ]),
    ),
    {
      id: 'withdrawal-section',
      labels: t('التنازل', 'Retrait', 'Withdrawal'),
      fields: [
        {
          type: 'text',
          id: 'complaint-ref',
          labels: t('مراجع الشكاية', 'Références de la plainte', 'References of the complaint'),
          need: 'blocks',
          article: '24',
          prefill: 'case.reference',
        },
        {
          type: 'choice',
          id: 'free-will',
          labels: t('هل صدر التنازل عن طواعية؟', 'Le retrait est-il libre ?', 'Is the withdrawal free?'),
          need: 'blocks',
          article: '24',
          options: [
            option('free', 'صرح أنه تنازل عن طواعية ودون ضغط', 'Déclare se désister librement', 'Says it is free'),
            option(
              'pressure',
              'ذكر ضغطا أو تهديدا (يُفصَّل)',
              'Fait état de pressions (préciser)',
              'Speaks of pressure (say which)',
            ),
          ],
        },
        {
          type: 'choice',
          id: 'condition',
          labels: t('أثر التنازل على الدعوى', 'Effet sur l’action publique', 'Effect on the prosecution'),
          need: 'warns',
          article: '3, 4',
          options: [
            option(
              'condition',
              'الشكاية شرط للمتابعة: يضع التنازل حدا لها بقوة القانون',
              'Plainte condition de la poursuite : le retrait y met fin',
              'The complaint is a condition: withdrawal ends it',
            ),
            option(
              'no-effect',
              'لا أثر له بذاته، ويرفع إلى النيابة العامة',
              'Sans effet par lui-même, transmis au parquet',
              'No effect of itself, goes to the prosecutor',
            ),
          ],
        },
        ...statementFields(),
      ],
    },
    endings(),
  ],
  signatures: signatures(
    declarantSigns('complainant', t('المتنازل(ة)', 'La personne qui se désiste', 'The person withdrawing')),
    interpreterSigns,
  ),
  checks: [...everyHearing, 'adult-form'],
  articles: ['3', '4', '24'],
})
