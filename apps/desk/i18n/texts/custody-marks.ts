import { defineTexts } from '../define-texts.ts'

/** What the house remarks about entries of custody, and the clock about the measure. */
export const custodyMarkTexts = defineTexts({
  'custody.mark.taken-down-late': { ar: 'دُوّن متأخرًا', fr: 'Consigné tardivement', en: 'Taken down late' },
  'custody.mark.from-paper': {
    ar: 'منقول من السجل الورقي',
    fr: 'Repris du registre papier',
    en: 'From the paper book',
  },
  'custody.mark.before-arrest': {
    ar: 'ساعته قبل ساعة الإيقاف',
    fr: 'Heure antérieure à l’arrestation',
    en: 'Before the arrest',
  },
  'custody.mark.after-end': { ar: 'ساعته بعد نهاية الحراسة', fr: 'Heure postérieure à la fin', en: 'After the end' },
  'custody.mark.contact-too-long': {
    ar: 'تجاوز الاتصال المدة المسموح بها',
    fr: 'Entretien plus long que permis',
    en: 'Contact longer than allowed',
  },
  'custody.mark.contact-before-lawful': {
    ar: 'تم الاتصال قبل الأجل',
    fr: 'Entretien avant l’heure permise',
    en: 'Contact before it was lawful',
  },
  'custody.mark.searched-by-other-sex': {
    ar: 'تم التفتيش من غير جنس المعني',
    fr: 'Fouille par une personne de l’autre sexe',
    en: 'Searched by the other sex',
  },
  'custody.mark.officer-suspended': {
    ar: 'كان الضابط موقوفًا عن العمل',
    fr: 'L’officier était suspendu',
    en: 'The officer was suspended',
  },
  'custody.mark.officer-without-quality': {
    ar: 'لم تكن للضابط الصفة',
    fr: 'L’officier n’avait pas qualité',
    en: 'The officer had no quality',
  },
  'custody.mark.cell-over-capacity': {
    ar: 'تجاوزت الغرفة سعتها',
    fr: 'Cellule au-delà de sa capacité',
    en: 'Cell over capacity',
  },
  'custody.mark.cell-not-for-this-person': {
    ar: 'الغرفة ليست لهذه الفئة',
    fr: 'Cellule non prévue pour cette personne',
    en: 'Cell not for this person',
  },
  'custody.mark.rights-late': { ar: 'تأخر الإشعار بالحقوق', fr: 'Droits notifiés tardivement', en: 'Rights told late' },
  'custody.mark.hearing-before-rights': {
    ar: 'بدأ الاستماع قبل الإشعار بالحقوق',
    fr: 'Audition avant la notification des droits',
    en: 'Hearing before rights were told',
  },
  'custody.mark.guardian-cannot-be-kept-from': {
    ar: 'لا اعتراض على إشعار ولي الحدث',
    fr: 'On ne peut s’opposer à l’avis au représentant du mineur',
    en: 'A minor’s guardian cannot be kept from it',
  },
  'custody.mark.second-custody': {
    ar: 'حراسة ثانية للشخص نفسه في القضية',
    fr: 'Seconde garde à vue de la même personne dans la procédure',
    en: 'A second custody of the same person in the case',
  },
  'custody.finding.exclusion-not-lawful': {
    ar: 'مدة مطالب بها لا يستثنيها القانون: تُحتسب.',
    fr: 'Un temps invoqué que la loi n’exclut pas : il compte.',
    en: 'A time is claimed that the law does not exclude: it counts.',
  },
  'custody.finding.exclusion-not-proven': {
    ar: 'مدة لا تُحتسب دون إثبات: الأجل يُحسب من دونها إلى أن تُثبت.',
    fr: 'Un temps exclu n’est pas prouvé : l’échéance court sans lui jusqu’à preuve.',
    en: 'An excluded time is not proven: the deadline runs without it.',
  },
  'custody.finding.extension-late': {
    ar: 'التمديد لاحق لانتهاء الأجل.',
    fr: 'Prolongation accordée après l’échéance.',
    en: 'Extended after the deadline.',
  },
  'custody.finding.extension-minor': {
    ar: 'تمديد في حق حدث خارج الجرائم المحددة.',
    fr: 'Prolongation d’un mineur hors des infractions prévues.',
    en: 'A minor’s extension outside the list of offences.',
  },
  'custody.finding.extension-no-authority': {
    ar: 'من مدّد لا يملك هذا الاختصاص.',
    fr: 'Prolongation par une autorité non compétente.',
    en: 'Extended by one who may not.',
  },
  'custody.finding.extension-not-heard': {
    ar: 'لم يُقدَّم الشخص قبل التمديد.',
    fr: 'Prolongation sans présentation.',
    en: 'Extended without hearing.',
  },
  'custody.finding.extension-too-long': {
    ar: 'التمديد أطول مما يسمح به القانون.',
    fr: 'Prolongation plus longue que permis.',
    en: 'Extension too long.',
  },
  'custody.finding.extension-too-many': {
    ar: 'عدد التمديدات يتجاوز القانون.',
    fr: 'Prolongations trop nombreuses.',
    en: 'Too many extensions.',
  },
  'custody.finding.extension-unreasoned': {
    ar: 'تمديد دون إذن كتابي معلل.',
    fr: 'Prolongation sans autorisation écrite et motivée.',
    en: 'Extension not reasoned in writing.',
  },
  'custody.finding.held-over': {
    ar: 'استمر الإيداع بعد الأجل.',
    fr: 'Personne retenue au-delà de l’échéance.',
    en: 'Held beyond the deadline.',
  },
  'custody.finding.lawyer-delay-invalid': {
    ar: 'تأخير المحامي لا يستقيم قانونًا.',
    fr: 'Report de l’avocat irrégulier.',
    en: 'The lawyer’s delay is not valid.',
  },
  'custody.finding.minor-treated': {
    ar: 'تُطبَّق قواعد الأحداث.',
    fr: 'Les règles des mineurs s’appliquent.',
    en: 'The rules for minors apply.',
  },
  'custody.finding.no-prior-authorisation': {
    ar: 'لا إذن سابق من النيابة العامة.',
    fr: 'Pas d’autorisation préalable du parquet.',
    en: 'No prior authorisation.',
  },
  'custody.finding.not-possible': {
    ar: 'لا يسمح القانون بهذا التدبير لهذا الشخص أو هذه الأفعال.',
    fr: 'La loi ne permet pas cette mesure pour cette personne ou ces faits.',
    en: 'The law does not allow this measure here.',
  },
  'custody.finding.notice-late': {
    ar: 'أُشعرت النيابة العامة متأخرة أو لم تُشعر.',
    fr: 'Avis au parquet tardif ou absent.',
    en: 'The prosecutor was told late or not at all.',
  },
})
