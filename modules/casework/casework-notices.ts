import type { NoticeKindTable } from '#modules/notices/index.ts'

/** What casework tells officers; the composition root hands it to the notice centre. */
export const caseworkNotices = {
  'case.assigned': {
    text: {
      ar: 'أسند إليك {officer} الملف {reference}.',
      fr: '{officer} vous a confié le dossier {reference}.',
      en: '{officer} assigned case {reference} to you.',
    },
  },
  'case.task-assigned': {
    text: {
      ar: 'كلّفك {officer} بمهمة في الملف {reference}.',
      fr: '{officer} vous a confié une tâche dans le dossier {reference}.',
      en: '{officer} gave you a task in case {reference}.',
    },
  },
  'case.transfer-asked': {
    text: {
      ar: 'عرضت عليكم وحدة أخرى الملف {reference}. اقبلوه أو ارفضوه مع ذكر السبب.',
      fr: 'Une autre unité vous propose le dossier {reference}. Acceptez-le ou refusez-le avec un motif.',
      en: 'Another unit offers you case {reference}. Accept it, or refuse it with a reason.',
    },
  },
  'case.transfer-accepted': {
    text: {
      ar: 'قُبل نقل الملف {reference}.',
      fr: 'Le transfert du dossier {reference} a été accepté.',
      en: 'The transfer of case {reference} was accepted.',
    },
  },
  'case.transfer-refused': {
    text: {
      ar: 'رُفض نقل الملف {reference}. اقرأ السبب.',
      fr: 'Le transfert du dossier {reference} a été refusé. Lisez le motif.',
      en: 'The transfer of case {reference} was refused. Read the reason.',
    },
  },
  'case.access-granted': {
    text: {
      ar: 'أُضفت إلى قائمة الاطلاع على الملف المختوم {reference}.',
      fr: 'Vous figurez désormais sur la liste d’accès du dossier scellé {reference}.',
      en: 'You are now on the access list of sealed case {reference}.',
    },
  },
} as const satisfies NoticeKindTable
