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
import { brief, form, option, signatures, t } from './parts.ts'
import { factsToldField, victimRightsField } from './told-parts.ts'

/** CPP 19, 24, 458 to 461. */
export const hearingMinor = form({
  code: 'ma.pv.hearing-minor',
  act: 'hearing-minor',
  labels: t('محضر استماع إلى حدث', 'Procès-verbal d’audition de mineur', 'Record of a minor’s hearing'),
  lead: 'طبقا لمقتضيات المواد 24 و460 وما يليها من القانون رقم 22.01 المتعلق بالمسطرة الجنائية، مثل(ت) أمامنا الحدث {heard}، فاستمعنا إليه(ا) بكيفية سرية وفق ما يلي:',
  closing: closingWithHeard,
  sections: [
    identitySection(
      ['هوية الحدث', 'Identité du mineur', 'Identity of the minor'],
      heard(
        'minor',
        t('الحدث', 'Mineur', 'Minor'),
        ['victim', 'witness', 'suspect', 'person-in-custody', 'complainant'],
        {
          article: '24, 460',
        },
      ),
      {
        type: 'choice',
        id: 'heard-as',
        labels: t('صفته في المسطرة', 'Entendu en qualité de', 'Heard as'),
        need: 'blocks',
        article: '24',
        options: [
          option('victim', 'ضحية', 'Victime', 'Victim'),
          option('witness', 'شاهد', 'Témoin', 'Witness'),
          option('in-conflict', 'حدث في نزاع مع القانون', 'Mineur en conflit avec la loi', 'In conflict with the law'),
          option(
            'in-difficulty',
            'طفل في وضعية صعبة',
            'Enfant en situation difficile',
            'Child in a difficult situation',
          ),
        ],
      },
    ),
    {
      id: 'guardian-section',
      labels: t('الولي أو المكلف بالرعاية', 'Représentant légal ou gardien', 'Guardian'),
      fields: [
        {
          type: 'choice',
          id: 'guardian-told',
          labels: t('إشعار الولي', 'Avis au représentant légal', 'Notice to the guardian'),
          use: 'guardian-told',
          options: [
            option('attends', 'أُشعر وحضر الاستماع', 'Avisé et présent', 'Told and present'),
            option('told', 'أُشعر ولم يحضر', 'Avisé, absent', 'Told, absent'),
            option(
              'unreachable',
              'تعذر إشعاره (يُبيَّن السبب)',
              'N’a pu être avisé (dire pourquoi)',
              'Could not be told (say why)',
            ),
          ],
        },
        {
          type: 'person',
          id: 'guardian',
          labels: t(
            'الولي أو المقدم أو الوصي أو الكافل أو الحاضن',
            'Père, mère, tuteur ou gardien',
            'Parent, tutor or guardian',
          ),
          use: 'guardian',
          many: true,
          roles: ['minor-guardian'],
          attributes: { ...brief, relation: 'blocks', phone: 'warns' },
          article: '460',
        },
        {
          type: 'date-time',
          id: 'guardian-told-at',
          labels: t('ساعة الإشعار', 'Heure de l’avis', 'Hour of the notice'),
          need: 'blocks',
          article: '460, 67',
          when: { field: 'guardian-told', is: ['attends', 'told'] },
        },
        {
          type: 'text',
          id: 'guardian-means',
          labels: t(
            'وسيلة الإشعار أو سبب التعذر',
            'Moyen de l’avis, ou cause de l’empêchement',
            'Means of the notice, or why it failed',
          ),
          need: 'blocks',
          article: '460, 67',
        },
        {
          type: 'person',
          id: 'attending',
          labels: t(
            'من حضر الاستماع بترخيص من النيابة العامة',
            'Présents à l’audition, avec autorisation du parquet',
            'Attending with the prosecutor’s leave',
          ),
          many: true,
          roles: ['minor-guardian'],
          attributes: { ...brief, relation: 'blocks' },
          article: '460',
        },
        {
          type: 'text',
          id: 'attendance-leave',
          labels: t(
            'مرجع ترخيص النيابة العامة بالحضور',
            'Référence de l’autorisation du parquet',
            'Reference of the prosecutor’s leave',
          ),
          need: 'warns',
          article: '460',
          when: { field: 'attending', is: [true] },
        },
      ],
    },
    {
      id: 'statement-section',
      labels: t('التصريحات', 'Déclarations', 'Statement'),
      fields: [
        { ...factsToldField, when: { field: 'heard-as', is: ['in-conflict'] } },
        { ...victimRightsField, when: { field: 'heard-as', is: ['victim'] } },
        ...statementFields(),
      ],
    },
    endings(),
  ],
  signatures: signatures(
    declarantSigns('minor', t('الحدث', 'Le mineur', 'The minor')),
    {
      code: 'attending',
      who: { field: 'attending' },
      labels: t('الحاضر(ة) مع الحدث', 'La personne présente', 'The person attending'),
      article: '460',
    },
    interpreterSigns,
  ),
  checks: [...everyHearing, 'facts-told', 'victim-rights', 'minor-guardian', 'minors-quality'],
  articles: ['19', '24', '458', '459', '460', '461'],
})
