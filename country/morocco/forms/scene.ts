import {
  brief,
  closing,
  everyPv,
  findingsField,
  form,
  heard,
  option,
  placeField,
  prosecutorToldFields,
  seizedField,
  signatures,
  t,
  variant,
} from './parts.ts'
import type { Field } from './parts.ts'

const prosecutorSection = {
  id: 'prosecutor',
  labels: t('إشعار النيابة العامة', 'Avis au parquet', 'Notice to the prosecutor'),
  fields: prosecutorToldFields,
}

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

const traces: Field = {
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

/** CPP 77. */
export const bodyFound = form({
  code: 'ma.pv.body-found',
  act: 'body-found',
  labels: t('محضر العثور على جثة', 'Procès-verbal de découverte de cadavre', 'Record of a body found'),
  lead: 'طبقا لمقتضيات المادة 77 من القانون رقم 22.01 المتعلق بالمسطرة الجنائية، وبعد إخبار النيابة العامة، انتقلنا في الحال إلى مكان العثور على الجثة المبين أدناه، وأجرينا المعاينات الأولى وفق ما يلي:',
  closing,
  sections: [
    {
      id: 'where',
      labels: t('المكان والإشعار', 'Lieu et signalement', 'Place and report'),
      fields: [
        placeField,
        {
          type: 'person',
          id: 'finder',
          labels: t('من عثر على الجثة أو أخبر بها', 'Découvreur ou informateur', 'Who found it or told of it'),
          many: true,
          roles: ['declarant', 'witness'],
          attributes: brief,
        },
        {
          type: 'date-time',
          id: 'found-at',
          labels: t('ساعة العثور', 'Heure de la découverte', 'Hour of the find'),
          need: 'warns',
          article: '77',
        },
      ],
    },
    {
      id: 'prosecutor',
      labels: t('إشعار النيابة العامة', 'Avis au parquet', 'Notice to the prosecutor'),
      fields: prosecutorToldFields.map((field) =>
        field.need === 'warns' ? { ...field, need: 'blocks' as const, article: '77' } : field,
      ),
    },
    {
      id: 'body',
      labels: t('الجثة', 'Le corps', 'The body'),
      fields: [
        {
          type: 'choice',
          id: 'known',
          labels: t('هوية المتوفى', 'Identité du défunt', 'Identity of the dead'),
          need: 'blocks',
          article: '77',
          options: [
            option('known', 'معروفة', 'Connue', 'Known'),
            option('presumed', 'مفترضة', 'Présumée', 'Presumed'),
            option('unknown', 'مجهولة', 'Inconnue', 'Unknown'),
          ],
        },
        {
          type: 'person',
          id: 'dead',
          labels: t('المتوفى', 'Défunt', 'The dead person'),
          roles: ['victim', 'other'],
          when: { field: 'known', is: ['known', 'presumed'] },
          attributes: { ...brief, birthDate: 'optional' },
        },
        {
          type: 'text',
          id: 'description',
          labels: t('الأوصاف والملابس والعلامات', 'Signalement, vêtements, signes', 'Description, clothes, marks'),
          multiline: true,
          need: 'warns',
          article: '77',
        },
        findingsField,
        traces,
        {
          type: 'mention',
          id: 'doctor',
          labels: t('انتداب الطبيب', 'Réquisition du médecin', 'Doctor called'),
          kind: 'other',
          need: 'warns',
          article: '77',
          variants: [
            variant(
              'forensic',
              t('طبيب شرعي', 'Médecin légiste', 'Forensic doctor'),
              'بعد موافقة السلطة القضائية المختصة انتدبنا طبيبا مؤهلا لممارسة مهام الطب الشرعي: {note}',
              'required',
            ),
            variant(
              'other-doctor',
              t('طبيب آخر', 'Autre médecin', 'Another doctor'),
              'تعذر انتداب طبيب شرعي، فانتدبنا بعد موافقة السلطة القضائية المختصة طبيبا آخر: {note}',
              'required',
            ),
            variant('none', t('لم يُنتدب', 'Aucun', 'None'), 'لم يُنتدب طبيب للأسباب التالية: {note}', 'required'),
          ],
        },
        {
          type: 'text',
          id: 'taken-to',
          labels: t('وجهة الجثة', 'Destination du corps', 'Where the body was taken'),
          need: 'warns',
          article: '77',
        },
        { type: 'sketch', id: 'sketch', labels: t('رسم تخطيطي', 'Croquis', 'Sketch') },
      ],
    },
  ],
  signatures: signatures(),
  checks: everyPv,
  articles: ['24', '77'],
})

const searchFields: Field[] = [
  heard(
    'occupant',
    t('من جرى التفتيش بمنزله', 'Personne chez qui a lieu la perquisition', 'Whose place was searched'),
    ['suspect', 'person-in-custody', 'witness', 'other'],
    {
      article: '60',
      attributes: brief,
    },
  ),
  {
    type: 'text',
    id: 'place',
    labels: t('المكان المفتَّش', 'Lieu perquisitionné', 'Place searched'),
    need: 'blocks',
    article: '59',
  },
  {
    type: 'date-time',
    id: 'entered-at',
    labels: t('ساعة الشروع في التفتيش', 'Heure du début', 'Hour of entry'),
    use: 'entry-time',
    need: 'blocks',
    article: '62',
  },
  {
    type: 'date-time',
    id: 'left-at',
    labels: t('ساعة انتهاء التفتيش', 'Heure de fin', 'Hour of the end'),
    use: 'end-time',
    need: 'warns',
    article: '62',
  },
  {
    type: 'choice',
    id: 'entry-ground',
    labels: t(
      'سبب الدخول خارج الساعات القانونية',
      'Motif d’entrée hors des heures légales',
      'Ground for entry outside the lawful hours',
    ),
    use: 'entry-ground',
    options: [
      option('none', 'لا سبب (داخل الساعات أو دون سبب)', 'Sans objet', 'None'),
      option('occupant-asked', 'طلب رب المنزل', 'Demande de l’occupant', 'The occupant asked'),
      option('call-from-inside', 'استغاثة من الداخل', 'Appel venu de l’intérieur', 'Call from inside'),
      option(
        'wanted-person',
        'ضبط شخص مبحوث عنه',
        'Personne recherchée (avis national, mandat international)',
        'Wanted person',
      ),
      option(
        'night-premises',
        'محل يمارس فيه نشاط ليلي معتاد',
        'Lieu d’activité nocturne habituelle',
        'Night premises',
      ),
      option(
        'begun-in-time',
        'استمرار عملية ابتدأت في ساعة قانونية',
        'Suite d’une opération commencée à l’heure légale',
        'Begun within the hours',
      ),
      option(
        'terrorism-leave',
        'إذن كتابي (جريمة إرهابية)',
        'Autorisation écrite (terrorisme)',
        'Written leave (terrorism)',
      ),
    ],
  },
  {
    type: 'choice',
    id: 'consent',
    labels: t('سند الدخول', 'Fondement de l’entrée', 'What the entry rests on'),
    use: 'consent',
    options: [
      option(
        'flagrant',
        'حالة تلبس (لا يشترط الرضا)',
        'Flagrance (consentement non requis)',
        'Flagrant (no consent needed)',
      ),
      option(
        'own-hand',
        'رضا مكتوب بخط اليد (مرفق)',
        'Consentement manuscrit (joint)',
        'Consent in own hand (attached)',
      ),
      option(
        'cannot-write',
        'رضا من لا يعرف الكتابة (مشار إليه)',
        'Consentement de qui ne sait écrire (mentionné)',
        'Consent of one who cannot write',
      ),
      option(
        'prosecutor-leave',
        'إذن كتابي من النيابة العامة (المادة 108)',
        'Autorisation écrite du parquet (art. 108)',
        'Prosecutor’s written leave (art. 108)',
      ),
      option('none', 'دون رضا ولا إذن', 'Sans consentement ni autorisation', 'Without consent or leave'),
    ],
  },
  {
    type: 'choice',
    id: 'presence',
    labels: t('الحضور أثناء التفتيش', 'Présence pendant la perquisition', 'Presence during the search'),
    use: 'presence',
    options: [
      option('occupant', 'صاحب المنزل', 'L’occupant', 'The occupant'),
      option('representative', 'من يمثله', 'Son représentant', 'A representative'),
      option('witnesses', 'شاهدان من غير المرؤوسين', 'Deux témoins non subordonnés', 'Two witnesses, not subordinates'),
      option('none', 'لا أحد', 'Personne', 'Nobody'),
    ],
  },
  {
    type: 'person',
    id: 'witnesses',
    labels: t('الشاهدان أو الممثل', 'Témoins ou représentant', 'Witnesses or representative'),
    use: 'search-witnesses',
    many: true,
    when: { field: 'presence', is: ['witnesses', 'representative'] },
    attributes: { ...brief, address: 'warns' },
    article: '60',
  },
  {
    type: 'person',
    id: 'searched-persons',
    labels: t('من خضع لتفتيش جسدي', 'Personnes fouillées', 'Persons searched'),
    use: 'searched-persons',
    many: true,
    roles: ['suspect', 'person-in-custody', 'other'],
    attributes: { nameAr: 'blocks', nameLatin: 'optional', sex: 'blocks' },
    article: '60-1',
  },
  {
    type: 'person',
    id: 'body-searched-by',
    labels: t('من قام بالتفتيش الجسدي', 'Auteur de la fouille', 'Who carried the body search out'),
    use: 'body-searched-by',
    many: true,
    when: { field: 'searched-persons', is: [true] },
    attributes: { nameAr: 'blocks', nameLatin: 'optional', sex: 'blocks', relation: 'optional' },
    article: '60, 60-1',
  },
  {
    type: 'choice',
    id: 'minors',
    labels: t('القاصرون', 'Mineurs', 'Minors'),
    need: 'warns',
    article: '60',
    options: [
      option('none', 'لا قاصر بالمكان', 'Aucun mineur', 'None there'),
      option('kept-away', 'أُبعدوا عن حضور التفتيش', 'Éloignés de la perquisition', 'Kept away'),
      option(
        'concerned',
        'قاصر معني: بحضور وليه أو شاهدين',
        'Mineur concerné : avec son représentant ou deux témoins',
        'Minor concerned: guardian or two witnesses',
      ),
    ],
  },
  {
    type: 'choice',
    id: 'professional-secret',
    labels: t('السر المهني', 'Secret professionnel', 'Professional secrecy'),
    options: [
      option('none', 'لا يعني مكانا مهنيا', 'Sans objet', 'Does not apply'),
      option(
        'told',
        'أُشعرت النيابة العامة واتُّخذت التدابير',
        'Parquet avisé, mesures prises',
        'Prosecutor told, measures taken',
      ),
      option(
        'lawyer',
        'مكتب محام: قام به قاضي النيابة العامة بمحضر النقيب',
        'Cabinet d’avocat : par le parquet, bâtonnier présent',
        'Lawyer’s office: by the prosecutor',
      ),
    ],
  },
]

const searchSignatures = signatures(
  {
    code: 'occupant',
    who: { field: 'occupant' },
    labels: t('صاحب المنزل أو من يمثله', 'L’occupant ou son représentant', 'The occupant or representative'),
    article: '60',
  },
  {
    code: 'witnesses',
    who: { field: 'witnesses' },
    labels: t('الشاهد أو الممثل', 'Le témoin ou représentant', 'The witness or representative'),
    article: '60',
  },
)

const searchChecks = [...everyPv, 'search-consent', 'search-presence', 'same-sex-search', 'entry-hours']
const searchLead =
  'طبقا لمقتضيات المواد 59 و60 و62 و79 من القانون رقم 22.01 المتعلق بالمسطرة الجنائية، انتقلنا إلى المكان المبين أدناه وأجرينا به تفتيشا وفق ما يلي:'

/** CPP 59 to 63, 79, 81. */
export const searchSeizure = form({
  code: 'ma.pv.search-seizure',
  act: 'search-seizure',
  labels: t('محضر تفتيش وحجز', 'Procès-verbal de perquisition et de saisie', 'Record of a search and seizure'),
  lead: searchLead,
  closing:
    'وقد أُحصيت المحجوزات فورا ووُضعت في أغلفة مختومة بحضور من حضر التفتيش. وبه حُرر هذا المحضر في اليوم والشهر والسنة المذكورة أعلاه، وعُرض عليهم للتوقيع أو الإبصام معنا.',
  sections: [
    {
      id: 'search',
      labels: t('ظروف التفتيش', 'Conditions de la perquisition', 'Circumstances of the search'),
      fields: searchFields,
    },
    {
      id: 'result',
      labels: t('نتيجة التفتيش', 'Résultat', 'Result'),
      fields: [
        findingsField,
        { ...seizedField, need: 'blocks', article: '59' },
        {
          type: 'boolean',
          id: 'digital',
          labels: t(
            'هل شمل تفتيشا رقميا أو حجز دعامات؟',
            'Perquisition numérique ou saisie de supports ?',
            'Digital search, or data carriers seized?',
          ),
        },
        {
          type: 'text',
          id: 'chance-finds',
          labels: t(
            'ما عُثر عليه عرضا وموافقة النيابة العامة على حجزه',
            'Découvertes incidentes et accord du parquet',
            'Chance finds and the prosecutor’s consent',
          ),
          multiline: true,
        },
      ],
    },
  ],
  signatures: searchSignatures,
  checks: [...searchChecks, 'seized-sealed'],
  articles: ['59', '60', '60-1', '62', '63', '79', '81'],
})

/** CPP 59 to 63, 79. */
export const searchFruitless = form({
  code: 'ma.pv.search-fruitless',
  act: 'search-fruitless',
  labels: t('محضر تفتيش سلبي', 'Procès-verbal de perquisition infructueuse', 'Record of a fruitless search'),
  lead: searchLead,
  closing:
    'ولم يسفر التفتيش عن العثور على ما يفيد البحث، ولم يُحجز أي شيء. وبه حُرر هذا المحضر في اليوم والشهر والسنة المذكورة أعلاه، وعُرض على من حضر التفتيش للتوقيع أو الإبصام معنا.',
  sections: [
    {
      id: 'search',
      labels: t('ظروف التفتيش', 'Conditions de la perquisition', 'Circumstances of the search'),
      fields: searchFields,
    },
    { id: 'result', labels: t('نتيجة التفتيش', 'Résultat', 'Result'), fields: [findingsField] },
  ],
  signatures: searchSignatures,
  checks: searchChecks,
  articles: ['59', '60', '60-1', '62', '63', '79', '81'],
})
