import type { EventTable } from '#platform/commands/types.ts'

export const caseworkEvents: EventTable = {
  'case.opened': {
    sentence: {
      ar: 'فُتح الملف {reference}.',
      fr: 'Le dossier {reference} a été ouvert.',
      en: 'Case {reference} was opened.',
    },
  },
  'case.facts-changed': {
    sentence: {
      ar: 'عُدّلت الوقائع: {fields}.',
      fr: 'Les faits ont été modifiés : {fields}.',
      en: 'The facts were changed: {fields}.',
    },
  },
  'case.offences-changed': {
    sentence: {
      ar: 'صار تكييف الملف: {offences}.',
      fr: 'La qualification est désormais : {offences}.',
      en: 'The case is now qualified as: {offences}.',
    },
  },
  'case.participant-added': {
    sentence: {
      ar: 'أُضيف {name} إلى الملف بصفة {role} ({standing}).',
      fr: '{name} a été ajouté au dossier comme {role} ({standing}).',
      en: '{name} was added to the case as {role} ({standing}).',
    },
  },
  'case.participant-changed': {
    sentence: {
      ar: 'صار {name} في الملف بصفة {role} ({standing}) بعد أن كان {before}.',
      fr: '{name}, jusque-là {before}, figure désormais au dossier comme {role} ({standing}).',
      en: '{name}, until then {before}, now stands in the case as {role} ({standing}).',
    },
  },
  'case.participant-ended': {
    sentence: {
      ar: 'انتهت صفة {name} في الملف ({role}): {endReason}.',
      fr: 'Le rôle de {name} au dossier ({role}) a pris fin : {endReason}.',
      en: 'The role of {name} in the case ({role}) ended: {endReason}.',
    },
  },
  'case.participant-resumed': {
    sentence: {
      ar: 'أُلغي إنهاء صفة {name} في الملف ({role}).',
      fr: 'La fin du rôle de {name} au dossier ({role}) a été annulée.',
      en: 'The end of the role of {name} in the case ({role}) was taken back.',
    },
  },
  'case.assigned': {
    sentence: {
      ar: 'أُسند الملف إلى {officer}.',
      fr: 'Le dossier a été confié à {officer}.',
      en: 'The case was assigned to {officer}.',
    },
  },
  'case.transfer-asked': {
    sentence: {
      ar: 'عُرض نقل الملف على {unit}: {why}.',
      fr: 'Le transfert du dossier a été proposé à {unit} : {why}.',
      en: 'The case was offered to {unit}: {why}.',
    },
  },
  'case.transfer-withdrawn': {
    sentence: {
      ar: 'سُحب عرض نقل الملف.',
      fr: 'La proposition de transfert a été retirée.',
      en: 'The offer of transfer was withdrawn.',
    },
  },
  'case.transfer-accepted': {
    sentence: {
      ar: 'قبلت {unit} الملف وصار رقمه {reference} بعد {before}.',
      fr: '{unit} a accepté le dossier, qui porte désormais le numéro {reference} au lieu de {before}.',
      en: '{unit} accepted the case; its number is now {reference}, before it was {before}.',
    },
  },
  'case.transfer-refused': {
    sentence: {
      ar: 'رفضت {unit} نقل الملف.',
      fr: '{unit} a refusé le transfert du dossier.',
      en: '{unit} refused the case.',
    },
  },
  'case.prosecutor-awaited': {
    sentence: {
      ar: 'الملف في انتظار {unit}.',
      fr: 'Le dossier attend la réponse de {unit}.',
      en: 'The case waits for {unit}.',
    },
  },
  'case.resumed': {
    sentence: {
      ar: 'استؤنف العمل في الملف.',
      fr: 'Le travail sur le dossier a repris.',
      en: 'Work on the case went on.',
    },
  },
  'case.closed': {
    sentence: {
      ar: 'أُغلق الملف: {closeReason}.',
      fr: 'Le dossier a été clos : {closeReason}.',
      en: 'The case was closed: {closeReason}.',
    },
  },
  'case.reopened': {
    sentence: {
      ar: 'أُعيد فتح الملف: {why}.',
      fr: 'Le dossier a été rouvert : {why}.',
      en: 'The case was reopened: {why}.',
    },
  },
  'case.sealed': {
    sentence: {
      ar: 'خُتم الملف ({sealReason}) وصار رقمه {reference}.',
      fr: 'Le dossier a été scellé ({sealReason}) sous le numéro {reference}.',
      en: 'The case was sealed ({sealReason}) under the number {reference}.',
    },
  },
  'case.unsealed': {
    sentence: {
      ar: 'رُفع ختم الملف وصار رقمه {reference}: {why}.',
      fr: 'Le scellé du dossier a été levé ; il porte le numéro {reference} : {why}.',
      en: 'The seal was lifted; the number is {reference}: {why}.',
    },
  },
  'case.access-changed': {
    sentence: {
      ar: 'عُدّلت قائمة الاطلاع (إضافة: {added}، حذف: {removed}، منع: {barred}).',
      fr: 'La liste d’accès a changé (ajouts : {added}, retraits : {removed}, exclusions : {barred}).',
      en: 'The access list was changed (added: {added}, removed: {removed}, barred: {barred}).',
    },
  },
  'case.entered-in-emergency': {
    sentence: {
      ar: 'اطلاع استعجالي على الملف المختوم لمدة {hours} ساعات: {why}.',
      fr: 'Accès d’urgence au dossier scellé pour {hours} heures : {why}.',
      en: 'The sealed case was entered in an emergency for {hours} hours: {why}.',
    },
  },
  'task.added': {
    sentence: {
      ar: 'أُضيفت مهمة: {title}.',
      fr: 'Une tâche a été ajoutée : {title}.',
      en: 'A task was added: {title}.',
    },
  },
  'task.changed': {
    sentence: {
      ar: 'عُدّلت مهمة: {title}.',
      fr: 'Une tâche a été modifiée : {title}.',
      en: 'A task was changed: {title}.',
    },
  },
  'task.finished': {
    sentence: { ar: 'أُنجزت مهمة: {title}.', fr: 'Une tâche a été faite : {title}.', en: 'A task was done: {title}.' },
  },
  'task.reopened': {
    sentence: {
      ar: 'أُعيد فتح مهمة: {title}.',
      fr: 'Une tâche a été rouverte : {title}.',
      en: 'A task was reopened: {title}.',
    },
  },
  'case.note-added': {
    sentence: { ar: 'كُتبت ملاحظة: {note}', fr: 'Une note a été écrite : {note}', en: 'A note was written: {note}' },
  },
  'case.read': {
    sentence: { ar: 'اطُّلع على الملف.', fr: 'Le dossier a été consulté.', en: 'The case was read.' },
  },
  'case.history-read': {
    sentence: {
      ar: 'اطُّلع على تاريخ الملف.',
      fr: 'L’historique du dossier a été consulté.',
      en: 'The history of the case was read.',
    },
  },
  'case.readers-read': {
    sentence: {
      ar: 'اطُّلع على لائحة من اطلعوا على الملف.',
      fr: 'La liste des consultations du dossier a été lue.',
      en: 'The list of those who read the case was read.',
    },
  },
  'case.protected-read': {
    sentence: {
      ar: 'كُشفت هوية الأشخاص المحميين في الملف.',
      fr: 'L’identité des personnes protégées du dossier a été consultée.',
      en: 'The identity of the case’s protected persons was read.',
    },
  },
  'person.aliases-read': {
    sentence: {
      ar: 'اطُّلع على الأسماء المستعارة لشخص (عدد الملفات: {cases}).',
      fr: 'Les alias d’une personne protégée ont été consultés (dossiers : {cases}).',
      en: 'The aliases of a person were looked at (cases: {cases}).',
    },
  },
  'case.listed-of-person': {
    sentence: {
      ar: 'اطُّلع على قضايا شخص (عدد الملفات: {cases}).',
      fr: 'Les dossiers d’une personne ont été consultés ({cases}).',
      en: 'The cases of a person were looked at ({cases}).',
    },
  },
  'case.searched': {
    sentence: {
      ar: 'بحث: {q} (ملفات: {cases}، أشخاص: {persons}).',
      fr: 'Recherche : {q} (dossiers : {cases}, personnes : {persons}).',
      en: 'Search: {q} (cases: {cases}, persons: {persons}).',
    },
  },
}
