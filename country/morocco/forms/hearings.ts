import {
  additionsField,
  brief,
  closingWithHeard,
  custodyFields,
  declarantSigns,
  everyHearing,
  factsToldField,
  form,
  heard,
  interpreterFields,
  interpreterSigns,
  option,
  readingField,
  signatures,
  statementFields,
  t,
  variant,
  victimRightsField,
} from './parts.ts'

const identitySection = (
  labels: Parameters<typeof t>,
  ...fields: Parameters<typeof form>[0]['sections'][number]['fields']
) => ({
  id: 'identity',
  labels: t(...labels),
  fields: [...fields, ...interpreterFields],
})

const endings = (...more: Parameters<typeof form>[0]['sections'][number]['fields']) => ({
  id: 'endings',
  labels: t('القراءة والملاحظات', 'Lecture et observations', 'Reading and remarks'),
  heading: false,
  fields: [readingField, additionsField, ...more],
})

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
