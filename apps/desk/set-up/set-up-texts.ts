import type { Text } from '#platform/i18n/text.ts'

/** Words of the wizard that a real installation begins with. */
export const setUpTexts = {
  title: { ar: 'تأسيس المنصة', fr: 'Mise en service', en: 'Setting up' },
  why: {
    ar: 'لا مسؤول لهذه المنصة بعد. أدخل الرمز الظاهر في نافذة الخادم، ثم عرّف بأول مسؤول عنها. تُفتح هذه الصفحة مرة واحدة فقط.',
    fr: 'Cette installation n’a pas encore d’administrateur. Saisissez le code affiché dans le terminal du serveur, puis présentez le premier. Cette page ne s’ouvre qu’une fois.',
    en: 'This installation has no administrator yet. Enter the code that the server’s terminal shows, then say who the first one is. This page opens only once.',
  },
  code: { ar: 'رمز التأسيس', fr: 'Code d’installation', en: 'Set-up code' },
  number: { ar: 'رقم التأجير', fr: 'Matricule', en: 'Service number' },
  nameAr: { ar: 'الاسم الكامل بالعربية', fr: 'Nom complet en arabe', en: 'Full name in Arabic' },
  nameLatin: {
    ar: 'الاسم الكامل بالحروف اللاتينية',
    fr: 'Nom complet en lettres latines',
    en: 'Full name in Latin letters',
  },
  sex: { ar: 'الجنس', fr: 'Sexe', en: 'Sex' },
  female: { ar: 'أنثى', fr: 'Féminin', en: 'Female' },
  male: { ar: 'ذكر', fr: 'Masculin', en: 'Male' },
  password: { ar: 'كلمة المرور', fr: 'Mot de passe', en: 'Password' },
  passwordNote: {
    ar: 'اثنا عشر حرفًا على الأقل. جملة تتذكرها خير من كلمة معقّدة.',
    fr: 'Douze caractères au moins. Une phrase que vous retenez vaut mieux qu’un mot compliqué.',
    en: 'At least twelve characters. A sentence you remember is better than a complicated word.',
  },
  send: { ar: 'متابعة', fr: 'Continuer', en: 'Continue' },
} as const satisfies Readonly<Record<string, Text>>
