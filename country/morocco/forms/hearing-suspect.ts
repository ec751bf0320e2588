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
import { form, signatures, t, variant } from './parts.ts'
import { custodyFields, factsToldField } from './told-parts.ts'

/** CPP 24, 66-2, 67. */
export const hearingSuspect = form({
  code: 'ma.pv.hearing-suspect',
  act: 'hearing-suspect',
  labels: t('محضر استماع إلى مشتبه فيه', 'Procès-verbal d’audition de suspect', 'Record of a suspect’s hearing'),
  lead: 'طبقا لمقتضيات المواد 18 و21 و24 من القانون رقم 22.01 المتعلق بالمسطرة الجنائية، مثل(ت) أمامنا {heard}، فاستمعنا إليه(ا) بصفته(ا) مشتبها فيه(ا) وفق ما يلي:',
  closing: closingWithHeard,
  sections: [
    identitySection(
      ['هوية المشتبه فيه', 'Identité du suspect', 'Identity of the suspect'],
      heard('suspect', t('المشتبه فيه', 'Suspect', 'Suspect'), ['suspect', 'person-in-custody']),
    ),
    {
      id: 'rights',
      labels: t('الإشعارات والحقوق', 'Avis et droits', 'Notices and rights'),
      fields: [
        factsToldField,
        {
          type: 'mention',
          id: 'rights-told',
          labels: t(
            'الإشعار بالحقوق ومنها التزام الصمت',
            'Notification des droits, dont le silence',
            'Rights told, silence included',
          ),
          kind: 'rights',
          need: 'blocks',
          article: '66-2',
          when: { field: 'in-custody', is: [true] },
          variants: [
            variant(
              'told',
              t('أُشعر بحقوقه', 'Droits notifiés', 'Told'),
              'أخبرنا المعني(ة) بالأمر، بكيفية [يفهمها|تفهمها]، بدواعي إيقافه(ا) وبحقوقه(ا)، ومن بينها حقه(ا) في التزام الصمت وفي الاستفادة من مساعدة قانونية والاتصال بأحد أقربائه(ا) أو بمحام، طبقا للمادة 66-2 من قانون المسطرة الجنائية.',
            ),
          ],
        },
        ...custodyFields,
      ],
    },
    { id: 'statement-section', labels: t('التصريحات', 'Déclarations', 'Statement'), fields: statementFields() },
    endings(),
  ],
  signatures: signatures(declarantSigns('suspect', t('المشتبه فيه(ا)', 'Le suspect', 'The suspect')), interpreterSigns),
  checks: [...everyHearing, 'facts-told', 'adult-form'],
  articles: ['21', '24', '66-2', '67'],
})
