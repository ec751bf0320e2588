import type { EventTable } from '#platform/commands/types.ts'

export const intakeEvents: EventTable = {
  'register.recorded': {
    sentence: {
      ar: 'قُيّد في السجل تحت رقم {number}/{year}.',
      fr: 'Inscrit au registre sous le numéro {number}/{year}.',
      en: 'Taken down in the register as {number}/{year}.',
    },
  },
  'register.added': {
    sentence: {
      ar: 'أضيف إلى القيد {number}/{year}.',
      fr: 'Mention ajoutée à l’inscription {number}/{year}.',
      en: 'Line {number}/{year} was added to.',
    },
  },
  'register.corrected': {
    sentence: {
      ar: 'صُحّح القيد {number}/{year} بإضافة؛ وبقي ما قيل كما هو.',
      fr: 'Inscription {number}/{year} corrigée par une mention ; ce qui a été dit reste.',
      en: 'Line {number}/{year} was corrected by an addition; what was said stays.',
    },
  },
  'register.assigned': {
    sentence: {
      ar: 'أُسند القيد {number}/{year}.',
      fr: 'Inscription {number}/{year} attribuée.',
      en: 'Line {number}/{year} was assigned.',
    },
  },
  'register.taken': {
    sentence: {
      ar: 'تكفّل موظف بالقيد {number}/{year}.',
      fr: 'Inscription {number}/{year} prise en charge.',
      en: 'Line {number}/{year} was taken by an officer.',
    },
  },
  'register.sent': {
    sentence: {
      ar: 'أُرسل القيد {number}/{year} إلى وحدة أخرى.',
      fr: 'Inscription {number}/{year} envoyée à une autre unité.',
      en: 'Line {number}/{year} was sent to another unit.',
    },
  },
  'register.accepted': {
    sentence: {
      ar: 'قُبل قيد واردٌ من وحدة أخرى تحت رقم {number}/{year}.',
      fr: 'Inscription reçue d’une autre unité, acceptée sous le numéro {number}/{year}.',
      en: 'A line sent by another unit was accepted as {number}/{year}.',
    },
  },
  'register.refused': {
    sentence: {
      ar: 'رُدّ القيد إلى الوحدة التي أرسلته.',
      fr: 'Inscription renvoyée à l’unité qui l’avait adressée.',
      en: 'The line was returned to the unit that sent it.',
    },
  },
  'register.became-case': {
    sentence: {
      ar: 'فُتح الملف {caseNumber}/{caseYear} انطلاقا من القيد {number}/{year}.',
      fr: 'Dossier {caseNumber}/{caseYear} ouvert à partir de l’inscription {number}/{year}.',
      en: 'Case {caseNumber}/{caseYear} was opened from line {number}/{year}.',
    },
  },
  'register.joined-case': {
    sentence: {
      ar: 'ضُمّ القيد {number}/{year} إلى ملف قائم.',
      fr: 'Inscription {number}/{year} jointe à un dossier existant.',
      en: 'Line {number}/{year} joined an existing case.',
    },
  },
  'register.closed': {
    sentence: {
      ar: 'أُغلق القيد {number}/{year}.',
      fr: 'Inscription {number}/{year} clôturée.',
      en: 'Line {number}/{year} was closed.',
    },
  },
  'register.reopened': {
    sentence: {
      ar: 'أعيد فتح القيد {number}/{year}.',
      fr: 'Inscription {number}/{year} rouverte.',
      en: 'Line {number}/{year} was reopened.',
    },
  },
  'register.answered': {
    sentence: {
      ar: 'أُجيب عن المراسلة المقيدة تحت رقم {number}/{year}.',
      fr: 'Réponse donnée au courrier inscrit sous le numéro {number}/{year}.',
      en: 'The letter on line {number}/{year} was answered.',
    },
  },
  'register.authorised': {
    sentence: {
      ar: 'أذنت النيابة العامة بالبحث في الوشاية {number}/{year}.',
      fr: 'Le parquet a autorisé l’enquête sur la dénonciation {number}/{year}.',
      en: 'The prosecutor authorised an inquiry on denunciation {number}/{year}.',
    },
  },
  'register.authorisation-refused': {
    sentence: {
      ar: 'لم تأذن النيابة العامة بالبحث في الوشاية {number}/{year}؛ فأُغلق القيد.',
      fr: 'Le parquet n’a pas autorisé l’enquête sur la dénonciation {number}/{year} ; l’inscription est clôturée.',
      en: 'The prosecutor did not authorise an inquiry on denunciation {number}/{year}; the line was closed.',
    },
  },
  'register.deadline-set': {
    sentence: {
      ar: 'حُدّد أجل القيد {number}/{year} أو تذكيراته.',
      fr: 'Échéance ou rappels fixés pour l’inscription {number}/{year}.',
      en: 'The deadline or reminders of line {number}/{year} were set.',
    },
  },
  'register.reminded': {
    sentence: {
      ar: 'حلّ موعد التذكير بالقيد {number}/{year}.',
      fr: 'Rappel échu pour l’inscription {number}/{year}.',
      en: 'The reminder of line {number}/{year} fell due.',
    },
  },
  'register.receipt-issued': {
    sentence: {
      ar: 'سُلّم وصل جديد للقيد {number}/{year}؛ وبطل رمز الوصل السابق.',
      fr: 'Nouveau récépissé pour l’inscription {number}/{year} ; le code du précédent ne vaut plus.',
      en: 'A new receipt was issued for line {number}/{year}; the code of the one before has ended.',
    },
  },
  'register.receipt-printed': {
    sentence: {
      ar: 'طُبع وصل القيد {number}/{year}.',
      fr: 'Récépissé de l’inscription {number}/{year} imprimé.',
      en: 'The receipt of line {number}/{year} was printed.',
    },
  },
  'register.read': {
    sentence: {
      ar: 'اطُّلع على القيد {number}/{year}.',
      fr: 'Inscription {number}/{year} consultée.',
      en: 'Line {number}/{year} was read.',
    },
  },
  'register.listed': {
    sentence: {
      ar: 'عُرضت قائمة من سجل الوحدة: {count} قيود.',
      fr: 'Liste du registre de l’unité consultée : {count} inscriptions.',
      en: 'A list of the unit’s register was shown: {count} lines.',
    },
  },
  'register.day-printed': {
    sentence: {
      ar: 'طُبع سجل يوم {date}: {count} قيود.',
      fr: 'Registre du {date} imprimé : {count} inscriptions.',
      en: 'The register of {date} was printed: {count} lines.',
    },
  },
  'bulletin.printed': {
    sentence: {
      ar: 'طُبعت النشرة اليومية ليوم {date}.',
      fr: 'Bulletin du {date} imprimé.',
      en: 'The bulletin of {date} was printed.',
    },
  },
  'handover.written': {
    sentence: {
      ar: 'حُرّر تسليم نوبة: {open} قيودا مفتوحة، منها {overdue} متجاوزة للأجل.',
      fr: 'Relève rédigée : {open} inscriptions ouvertes, dont {overdue} échues.',
      en: 'A hand-over was written: {open} open lines, {overdue} of them overdue.',
    },
  },
  'handover.acknowledged': {
    sentence: {
      ar: 'تم تسلّم النوبة.',
      fr: 'Relève prise.',
      en: 'The shift was taken over.',
    },
  },
  'handover.read': {
    sentence: {
      ar: 'اطُّلع على تسليمات النوبة للوحدة.',
      fr: 'Relèves de l’unité consultées.',
      en: 'The unit’s hand-overs were read.',
    },
  },
}
