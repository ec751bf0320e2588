import type { NoticeKindTable } from '#modules/notices/index.ts'

/** What exhibits tells officers; the composition root hands it to the notice centre. */
export const exhibitsNotices = {
  'exhibit.missing': {
    text: {
      ar: 'سجّل {officer} أن المحجوز {reference} مفقود.',
      fr: '{officer} a enregistré que le scellé {reference} manque.',
      en: '{officer} recorded that exhibit {reference} is missing.',
    },
  },
  'exhibit.file-differs': {
    text: {
      ar: 'ملف رقمي من المحجوز {reference} لم يعد مطابقا لبصمته. لا تستعمله وأخبر المفتشية.',
      fr: 'Un fichier du scellé {reference} ne correspond plus à son empreinte. Ne l’utilisez pas et prévenez l’inspection.',
      en: 'A file of exhibit {reference} no longer matches its digest. Do not use it, and tell the inspectorate.',
    },
  },
  'exhibit.count-differs': {
    text: {
      ar: 'أغلق {officer} جرد {place} وفيه {count} من الفوارق.',
      fr: '{officer} a clos l’inventaire de {place} avec {count} différences.',
      en: '{officer} closed the count of {place} with {count} differences.',
    },
  },
} as const satisfies NoticeKindTable
