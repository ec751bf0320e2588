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
import { brief, form, signatures, t } from './parts.ts'
import { victimRightsField } from './told-parts.ts'

/** CPP 21, 23, 24, 40, 82-4. */
export const complaint = form({
  code: 'ma.pv.complaint',
  act: 'complaint',
  labels: t('محضر استماع إلى مشتك', 'Procès-verbal de plainte', 'Record of a complaint'),
  lead: 'طبقا لمقتضيات المواد 18 و21 و24 من القانون رقم 22.01 المتعلق بالمسطرة الجنائية، حضر(ت) أمامنا {heard}، فاستمعنا إليه(ا) بخصوص شكايته(ا) وفق ما يلي:',
  closing: closingWithHeard,
  sections: [
    identitySection(
      ['هوية المشتكي', 'Identité du plaignant', 'Identity of the complainant'],
      heard('complainant', t('المشتكي', 'Plaignant', 'Complainant'), ['complainant', 'victim'], { article: '24, 40' }),
    ),
    {
      id: 'complaint',
      labels: t('موضوع الشكاية', 'Objet de la plainte', 'The complaint'),
      fields: [
        {
          type: 'date-time',
          id: 'happened-at',
          labels: t('تاريخ وساعة الوقائع', 'Date et heure des faits', 'Date and hour of the facts'),
          need: 'warns',
          article: '24',
          prefill: 'case.happenedFrom',
        },
        {
          type: 'text',
          id: 'happened-where',
          labels: t('مكان الوقائع', 'Lieu des faits', 'Place of the facts'),
          need: 'warns',
          article: '24',
          prefill: 'case.place',
        },
        {
          type: 'person',
          id: 'accused',
          labels: t('المشتكى به', 'Personne mise en cause', 'Person complained of'),
          many: true,
          roles: ['suspect'],
          attributes: { ...brief, nameAr: 'optional' },
        },
        ...statementFields([
          t('أين ومتى وقعت الأفعال؟', 'Où et quand les faits ont-ils eu lieu ?', 'Where and when did it happen?'),
          t(
            'هل تعرف الفاعل أو يمكنك وصفه؟',
            'Connaissez-vous l’auteur, ou pouvez-vous le décrire ?',
            'Do you know who did it, or can you describe them?',
          ),
          t('هل كان هناك شهود؟', 'Y avait-il des témoins ?', 'Were there witnesses?'),
          t(
            'هل تتابع المشتكى به أمام القضاء؟',
            'Souhaitez-vous poursuivre la personne mise en cause ?',
            'Do you wish the person to be prosecuted?',
          ),
        ]),
        {
          type: 'list',
          id: 'losses',
          labels: t('بيان الأضرار والمسروقات', 'Préjudice et objets soustraits', 'Damage and things taken'),
          columns: [
            { id: 'what', labels: t('البيان', 'Désignation', 'Description'), share: 4 },
            { id: 'marks', labels: t('العلامات المميزة', 'Signes distinctifs', 'Distinguishing marks'), share: 4 },
            { id: 'value', labels: t('القيمة (درهم)', 'Valeur (dirhams)', 'Value (dirhams)'), share: 1.8 },
          ],
        },
      ],
    },
    endings(victimRightsField),
  ],
  signatures: signatures(
    declarantSigns('complainant', t('المشتكي(ة)', 'Le plaignant', 'The complainant')),
    interpreterSigns,
  ),
  checks: [...everyHearing, 'contact-given', 'victim-rights', 'adult-form'],
  articles: ['21', '23', '24', '40', '82-4'],
})
