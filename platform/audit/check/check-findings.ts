import { type Text, fill } from '#platform/i18n/text.ts'

/** What the check of a running installation's log can find; stable for programs. */
export type CheckCode = keyof typeof texts

/** A finding: `params` say where. */
export interface CheckFinding {
  readonly code: CheckCode
  readonly params: Readonly<Record<string, string | number>>
}

/** A finding as a sentence. */
export function checkText({ code, params }: CheckFinding, locale: keyof Text): string {
  return fill(texts[code][locale], params)
}

const texts = {
  EVENT_DIFFERS: {
    ar: 'الحدث {event} في القاعدة يخالف قيده {index} في السجل: غُيّر بعد تدوينه.',
    fr: "L'événement {event} diffère de son entrée {index} dans le journal : il a été changé après coup.",
    en: 'The event {event} differs from its entry {index} in the log: it was changed after it was taken down.',
  },
  EVENT_MISSING: {
    ar: 'القيد {index} يشير إلى الحدث {event} ولا وجود له: حُذف.',
    fr: "L'entrée {index} renvoie à l'événement {event}, qui n'existe plus : il a été supprimé.",
    en: 'The entry {index} stands for the event {event}, which is gone: it was deleted.',
  },
  EVENT_UNPLACED: {
    ar: 'الحدث {event} ليس في السجل ولا في انتظار دخوله: حُذف قيده أو أُضيف الحدث خارج النظام.',
    fr: "L'événement {event} n'est ni dans le journal ni en attente : son entrée a été supprimée, ou il a été ajouté hors du système.",
    en: 'The event {event} is neither in the log nor waiting for it: its entry was deleted, or it was added from outside.',
  },
  PENDING_TOO_LONG: {
    ar: 'أحداث تنتظر دخول السجل منذ أكثر من {seconds} ثانية، وعددها {count}: هل تعمل العملية الخلفية؟',
    fr: "{count} événement(s) attendent leur place depuis plus de {seconds} s : le processus d'arrière-plan tourne-t-il ?",
    en: '{count} events have waited for their place for more than {seconds} s: does the worker run?',
  },
  CHECKPOINT_LATE: {
    ar: 'قيود لم توقع بعد ({count}) وآخر توقيع قبل {seconds} ثانية: هل تعمل العملية الخلفية؟',
    fr: "{count} entrée(s) sans point de contrôle, le dernier date de {seconds} s : le processus d'arrière-plan tourne-t-il ?",
    en: '{count} entries have no checkpoint and the last one is {seconds} s old: does the worker run?',
  },
  LEAF_GAP: {
    ar: 'القيود من {from} إلى {to} محذوفة من السجل.',
    fr: 'Les entrées {from} à {to} manquent dans le journal.',
    en: 'The entries {from} to {to} are missing from the log.',
  },
  LEAF_ALTERED: {
    ar: 'القيد {index} لا يوافق بصمته المخزنة.',
    fr: "L'entrée {index} ne répond pas à son empreinte enregistrée.",
    en: 'The entry {index} does not match its stored hash.',
  },
  DETAIL_ALTERED: {
    ar: 'تفاصيل الحدث {event} (القيد {index}) غُيّرت أو لم تعد تُقرأ.',
    fr: "Le détail de l'événement {event} (entrée {index}) a été changé ou ne se lit plus.",
    en: 'The detail of the event {event} (entry {index}) was changed or can no longer be read.',
  },
  ROOT_DIFFERS: {
    ar: 'القيود لا تعطي جذر نقطة المراقبة عند {size} قيدا.',
    fr: 'Les entrées ne donnent pas la racine du point de contrôle à {size} entrées.',
    en: 'The entries do not give the root of the checkpoint at {size} entries.',
  },
  CHECKPOINT_INVALID: {
    ar: 'نقطة المراقبة عند {size} قيدا لا تحمل توقيع السجل أو لا توافق ما سُجل عنها.',
    fr: 'Le point de contrôle à {size} entrées ne porte pas la signature du journal ou ne dit pas ce qui est enregistré de lui.',
    en: 'The checkpoint at {size} entries is not signed by the log or does not say what is stored of it.',
  },
  TREE_SHORT: {
    ar: 'وُقّع على {size} قيدا ولا يوجد في السجل إلا {found}: بُتر السجل.',
    fr: 'Un point de contrôle compte {size} entrées, le journal en a {found} : il est tronqué.',
    en: 'A checkpoint has {size} entries and the log {found}: it was cut.',
  },
  KEY_DESTROYED_UNEXPLAINED: {
    ar: 'مفتاح السجل {type} {id} أُتلف ولا توجد شهادة إتلاف تذكره.',
    fr: "La clé de {type} {id} a été détruite sans qu'un certificat de destruction la nomme.",
    en: 'The key of {type} {id} was destroyed and no certificate of deletion names it.',
  },
} as const satisfies Record<string, Text>
