import { heard } from './hearing-parts.ts'
import { brief, everyPv, option, signatures, t } from './parts.ts'
import type { Field } from './parts.ts'

export const searchFields: Field[] = [
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

export const searchSignatures = signatures(
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

export const searchChecks = [...everyPv, 'search-consent', 'search-presence', 'same-sex-search', 'entry-hours']
export const searchLead =
  'طبقا لمقتضيات المواد 59 و60 و62 و79 من القانون رقم 22.01 المتعلق بالمسطرة الجنائية، انتقلنا إلى المكان المبين أدناه وأجرينا به تفتيشا وفق ما يلي:'
