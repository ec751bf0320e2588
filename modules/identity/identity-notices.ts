import type { NoticeKindTable } from '#modules/notices/index.ts'

/** What this module tells officers; `{officer}` is the one whose means of access are meant. */
export const identityNotices = {
  'recovery.asked': {
    text: {
      ar: 'طُلبت وسائل ولوج جديدة باسم {officer}. إن لم يفقد المعني شيئا، فليعترض من صفحة حسابه.',
      fr: 'De nouveaux moyens d’accès sont demandés pour {officer}. Si rien n’a été perdu, l’intéressé s’y oppose depuis la page de son compte.',
      en: 'New means of access are asked for {officer}. If nothing was lost, the officer objects on the account page.',
    },
  },
  'recovery.approved': {
    text: {
      ar: 'تمت الموافقة على وسائل ولوج جديدة لـ{officer}، وأُنهيت جلساته.',
      fr: 'De nouveaux moyens d’accès ont été accordés à {officer} ; ses sessions sont fermées.',
      en: 'New means of access were approved for {officer}; all sessions have ended.',
    },
  },
  'recovery.rejected': {
    text: {
      ar: 'رُفض طلب وسائل ولوج جديدة لـ{officer}.',
      fr: 'La demande de nouveaux moyens d’accès pour {officer} a été rejetée.',
      en: 'New means of access for {officer} were rejected.',
    },
  },
  'recovery.objected': {
    text: {
      ar: 'اعترض {officer} على طلب وسائل ولوج جديدة باسمه: تحقق ممن طلبها.',
      fr: '{officer} s’oppose à la demande faite à son nom : voyez qui l’a faite.',
      en: '{officer} objected to what was asked in their name: look into who asked.',
    },
  },
} as const satisfies NoticeKindTable
