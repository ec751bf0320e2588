import type { EventTable } from '#platform/commands/types.ts'

export const exhibitsEvents: EventTable = {
  'exhibit-rules.loaded': {
    sentence: {
      ar: 'حُمّلت قواعد المحجوزات.',
      fr: 'Règles des scellés chargées.',
      en: 'Rules of exhibits loaded.',
    },
  },
  'exhibit.recorded': {
    sentence: {
      ar: 'سُجّلت {count} من المحجوزات: {references}.',
      fr: '{count} scellés enregistrés : {references}.',
      en: '{count} exhibits recorded: {references}.',
    },
  },
  'exhibit.linked': {
    sentence: {
      ar: 'استُكملت بيانات المحجوز {reference}.',
      fr: 'Mentions du scellé {reference} complétées.',
      en: 'What exhibit {reference} is linked to was named.',
    },
  },
  'exhibit.sealed': {
    sentence: {
      ar: 'خُتم المحجوز {reference} تحت رقم {seal}.',
      fr: 'Objet {reference} placé sous scellé n° {seal}.',
      en: 'Exhibit {reference} was sealed under number {seal}.',
    },
  },
  'exhibit.stored': {
    sentence: {
      ar: 'حُفظ المحجوز {reference}.',
      fr: 'Scellé {reference} rangé.',
      en: 'Exhibit {reference} was stored.',
    },
  },
  'exhibit.moved': {
    sentence: {
      ar: 'نُقل المحجوز {reference}.',
      fr: 'Scellé {reference} déplacé.',
      en: 'Exhibit {reference} was moved.',
    },
  },
  'exhibit.opened': {
    sentence: {
      ar: 'فُتح ختم المحجوز {reference}: {note}',
      fr: 'Scellé {reference} ouvert : {note}',
      en: 'The seal of exhibit {reference} was opened: {note}',
    },
  },
  'exhibit.resealed': {
    sentence: {
      ar: 'أُعيد ختم المحجوز {reference} تحت رقم {seal}.',
      fr: 'Objet {reference} scellé de nouveau, n° {seal}.',
      en: 'Exhibit {reference} was sealed again under number {seal}.',
    },
  },
  'exhibit.sent-to-laboratory': {
    sentence: {
      ar: 'أُرسل المحجوز {reference} إلى المختبر.',
      fr: 'Scellé {reference} envoyé au laboratoire.',
      en: 'Exhibit {reference} was sent to the laboratory.',
    },
  },
  'exhibit.back-from-laboratory': {
    sentence: {
      ar: 'عاد المحجوز {reference} من المختبر.',
      fr: 'Scellé {reference} revenu du laboratoire.',
      en: 'Exhibit {reference} came back from the laboratory.',
    },
  },
  'exhibit.deposited-at-court': {
    sentence: {
      ar: 'أُودع المحجوز {reference} لدى المحكمة.',
      fr: 'Scellé {reference} déposé au greffe.',
      en: 'Exhibit {reference} was deposited at court.',
    },
  },
  'exhibit.returned': {
    sentence: {
      ar: 'رُدّ المحجوز {reference}.',
      fr: 'Scellé {reference} restitué.',
      en: 'Exhibit {reference} was given back.',
    },
  },
  'exhibit.destroyed': {
    sentence: {
      ar: 'أُتلف المحجوز {reference}.',
      fr: 'Scellé {reference} détruit.',
      en: 'Exhibit {reference} was destroyed.',
    },
  },
  'exhibit.missing': {
    sentence: {
      ar: 'سُجّل المحجوز {reference} مفقودا: {note}',
      fr: 'Scellé {reference} porté manquant : {note}',
      en: 'Exhibit {reference} was recorded as missing: {note}',
    },
  },
  'exhibit.found-again': {
    sentence: {
      ar: 'عُثر على المحجوز {reference}.',
      fr: 'Scellé {reference} retrouvé.',
      en: 'Exhibit {reference} was found again.',
    },
  },
  'exhibit.corrected': {
    sentence: {
      ar: 'أُضيف تصحيح إلى سلسلة المحجوز {reference}: {note}',
      fr: 'Correction ajoutée à la chaîne du scellé {reference} : {note}',
      en: 'A correction was added to the chain of exhibit {reference}: {note}',
    },
  },
  'exhibit.photo-added': {
    sentence: {
      ar: 'أُضيفت صورة إلى المحجوز {reference}.',
      fr: 'Photo ajoutée au scellé {reference}.',
      en: 'A photograph was added to exhibit {reference}.',
    },
  },
  'exhibit.file-added': {
    sentence: {
      ar: 'أُضيف ملف رقمي أصلي إلى المحجوز {reference} (SHA-256: {sha256}).',
      fr: 'Fichier original ajouté au scellé {reference} (SHA-256 : {sha256}).',
      en: 'A digital original was added to exhibit {reference} (SHA-256: {sha256}).',
    },
  },
  'exhibit.copied': {
    sentence: {
      ar: 'أُنجزت نسخة عمل من ملف للمحجوز {reference}: {purpose}.',
      fr: 'Copie de travail d’un fichier du scellé {reference} : {purpose}.',
      en: 'A working copy of a file of exhibit {reference} was made: {purpose}.',
    },
  },
  'exhibit.certified': {
    sentence: {
      ar: 'أُشهد بسلامة سلسلة حيازة المحجوز {reference} إلى العملية {seq}.',
      fr: 'Chaîne du scellé {reference} certifiée ininterrompue jusqu’au mouvement {seq}.',
      en: 'The chain of exhibit {reference} was certified as unbroken up to movement {seq}.',
    },
  },
  'exhibit.listed': {
    sentence: {
      ar: 'اطُّلع على لائحة المحجوزات ({count}).',
      fr: 'Liste des scellés consultée ({count}).',
      en: 'The list of exhibits was looked at ({count}).',
    },
  },
  'exhibit.read': {
    sentence: {
      ar: 'اطُّلع على المحجوز {reference}.',
      fr: 'Scellé {reference} consulté.',
      en: 'Exhibit {reference} was read.',
    },
  },
  'exhibit.scanned': {
    sentence: {
      ar: 'مُسح ملصق المحجوز {reference}.',
      fr: 'Étiquette du scellé {reference} lue.',
      en: 'The label of exhibit {reference} was scanned.',
    },
  },
  'exhibit.labels-printed': {
    sentence: {
      ar: 'طُبعت {count} من ملصقات المحجوزات.',
      fr: '{count} étiquettes imprimées.',
      en: '{count} labels were printed.',
    },
  },
  'exhibit.file-read': {
    sentence: {
      ar: 'فُتحت صورة أو نسخة عمل من المحجوز {reference}.',
      fr: 'Photo ou copie de travail du scellé {reference} ouverte.',
      en: 'A photograph or working copy of exhibit {reference} was opened.',
    },
  },
  'exhibit.original-read': {
    sentence: {
      ar: 'فُتح ملف أصلي من المحجوز {reference}: {why}.',
      fr: 'Fichier original du scellé {reference} ouvert : {why}.',
      en: 'A digital original of exhibit {reference} was opened: {why}.',
    },
  },
  'exhibit.exported': {
    sentence: {
      ar: 'صُدّرت سلسلة حيازة المحجوز {reference} ({format}).',
      fr: 'Chaîne du scellé {reference} exportée ({format}).',
      en: 'The chain of custody of exhibit {reference} was exported ({format}).',
    },
  },
  'exhibit-files.checked': {
    sentence: {
      ar: 'قورنت ملفات المحجوزات ببصماتها: {checked}، مختلفة: {differing}.',
      fr: 'Fichiers des scellés comparés à leur empreinte : {checked}, différents : {differing}.',
      en: 'Files of exhibits compared with their digests: {checked}, differing: {differing}.',
    },
  },
  'exhibit-place.founded': {
    sentence: {
      ar: 'أُحدث مكان الحفظ {code}.',
      fr: 'Lieu de conservation {code} créé.',
      en: 'Storage place {code} was founded.',
    },
  },
  'exhibit-place.closed': {
    sentence: {
      ar: 'أُغلق مكان الحفظ {code}.',
      fr: 'Lieu de conservation {code} fermé.',
      en: 'Storage place {code} was closed.',
    },
  },
  'exhibit-stocktaking.opened': {
    sentence: {
      ar: 'بدأ جرد {place}.',
      fr: 'Inventaire de {place} ouvert.',
      en: 'The count of {place} began.',
    },
  },
  'exhibit-stocktaking.scanned': {
    sentence: {
      ar: 'مُسحت {count} من الملصقات في جرد {place}.',
      fr: '{count} étiquettes lues dans l’inventaire de {place}.',
      en: '{count} labels were scanned in the count of {place}.',
    },
  },
  'exhibit-stocktaking.scan-taken-back': {
    sentence: {
      ar: 'سُحب مسح من جرد {place}.',
      fr: 'Lecture annulée dans l’inventaire de {place}.',
      en: 'A scan was taken back in the count of {place}.',
    },
  },
  'exhibit-stocktaking.closed': {
    sentence: {
      ar: 'أُغلق جرد {place}: الفوارق {differences}.',
      fr: 'Inventaire de {place} clos : {differences} différences.',
      en: 'The count of {place} was closed: {differences} differences.',
    },
  },
}
