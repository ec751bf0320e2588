import type { EventTable } from '#platform/commands/types.ts'

export const identityEvents: EventTable = {
  'officer.enrolled': {
    sentence: {
      ar: 'سُجّل الموظف {officer} برقم التأجير {serviceNumber}.',
      fr: '{officer} a été enrôlé sous le matricule {serviceNumber}.',
      en: '{officer} was enrolled under the number {serviceNumber}.',
    },
  },
  'session.opened': {
    sentence: {
      ar: 'سجّل {officer} الدخول.',
      fr: '{officer} s’est connecté.',
      en: '{officer} signed in.',
    },
  },
  'wall.hung': {
    sentence: {
      ar: 'عُرضت لوحة غرف الحراسة على شاشة معلقة: {place}. تنتهي في {endsAt}.',
      fr: 'Le tableau des cellules a été affiché sur un écran mural : {place}. Il s’éteint à {endsAt}.',
      en: 'The board of cells was hung on a wall: {place}. It ends at {endsAt}.',
    },
  },
  'session.refused': {
    sentence: {
      ar: 'رُفض تسجيل دخول ({reason}).',
      fr: 'Une connexion a été refusée ({reason}).',
      en: 'A sign-in was refused ({reason}).',
    },
  },
  'session.half-opened': {
    sentence: {
      ar: 'كلمة المرور صحيحة، وطُلب العامل الثاني.',
      fr: 'Mot de passe exact ; le second facteur a été demandé.',
      en: 'The password was right; the second factor was asked for.',
    },
  },
  'session.opened-by-provider': {
    sentence: {
      ar: 'سجّل {officer} الدخول عبر مزوّد الهوية {provider}.',
      fr: '{officer} s’est connecté par le fournisseur d’identité {provider}.',
      en: '{officer} signed in through the identity provider {provider}.',
    },
  },
  'session.vouched': {
    sentence: {
      ar: 'شهد مزوّد الهوية {provider} بالهوية، وطُلب العامل الثاني.',
      fr: 'Le fournisseur d’identité {provider} s’est porté garant ; le second facteur a été demandé.',
      en: 'The identity provider {provider} vouched; the second factor was asked for.',
    },
  },
  'session.closed': {
    sentence: {
      ar: 'سُجّل الخروج.',
      fr: 'Déconnexion.',
      en: 'Signed out.',
    },
  },
  'session.locked': {
    sentence: {
      ar: 'أُقفل المكتب.',
      fr: 'Le poste a été verrouillé.',
      en: 'The desk was locked.',
    },
  },
  'session.unlocked': {
    sentence: {
      ar: 'فُتح المكتب بالرقم السري.',
      fr: 'Le poste a été déverrouillé par code.',
      en: 'The desk was unlocked by PIN.',
    },
  },
  'session.unlock-refused': {
    sentence: {
      ar: 'رُفض رقم سري خاطئ.',
      fr: 'Un code inexact a été refusé.',
      en: 'A wrong PIN was refused.',
    },
  },
  'session.ended': {
    sentence: {
      ar: 'أُنهيت الجلسة بعد تكرار رقم سري خاطئ.',
      fr: 'La session a été fermée après plusieurs codes inexacts.',
      en: 'The session was ended after repeated wrong PINs.',
    },
  },
  'session.stepped-up': {
    sentence: {
      ar: 'أُثبتت الهوية من جديد ({factor}).',
      fr: 'L’identité a été prouvée à nouveau ({factor}).',
      en: 'Identity was proved again ({factor}).',
    },
  },
  'session.step-up-refused': {
    sentence: {
      ar: 'رُفض إثبات للهوية.',
      fr: 'Une preuve d’identité a été refusée.',
      en: 'A proof of identity was refused.',
    },
  },
  'session.all-ended': {
    sentence: {
      ar: 'أُنهيت جلسات {officer} ({sessionsEnded}): {reason}.',
      fr: 'Sessions de {officer} fermées ({sessionsEnded}) : {reason}.',
      en: 'Sessions of {officer} were ended ({sessionsEnded}): {reason}.',
    },
  },
  'factor.begun': {
    sentence: {
      ar: 'بدأت إضافة وسيلة ولوج ثانية ({kind}).',
      fr: 'Ajout d’un deuxième facteur commencé ({kind}).',
      en: 'Adding a second factor was begun ({kind}).',
    },
  },
  'factor.confirmed': {
    sentence: {
      ar: 'أُكّدت وسيلة ولوج ثانية ({kind}).',
      fr: 'Un deuxième facteur a été confirmé ({kind}).',
      en: 'A second factor was confirmed ({kind}).',
    },
  },
  'factor.removed': {
    sentence: {
      ar: 'حُذفت وسيلة ولوج ثانية ({kind}).',
      fr: 'Un deuxième facteur a été retiré ({kind}).',
      en: 'A second factor was removed ({kind}).',
    },
  },
  'password.changed': {
    sentence: {
      ar: 'غُيّرت كلمة المرور وأُنهيت {sessionsEnded} جلسات أخرى.',
      fr: 'Mot de passe changé ; {sessionsEnded} autres sessions fermées.',
      en: 'The password was changed; {sessionsEnded} other sessions ended.',
    },
  },
  'password.refused': {
    sentence: {
      ar: 'رُفضت كلمة مرور حالية خاطئة.',
      fr: 'Un mot de passe actuel inexact a été refusé.',
      en: 'A wrong present password was refused.',
    },
  },
  'pin.changed': {
    sentence: {
      ar: 'حُدّد رقم سري جديد.',
      fr: 'Un nouveau code a été choisi.',
      en: 'A new PIN was set.',
    },
  },
  'locale.chosen': {
    sentence: {
      ar: 'اختيرت لغة العمل: {locale}.',
      fr: 'Langue de travail choisie : {locale}.',
      en: 'Working language chosen: {locale}.',
    },
  },
  'credential.reset': {
    sentence: {
      ar: 'أُعيد تعيين وسائل ولوج {officer}: {reason}.',
      fr: 'Les accès de {officer} ont été réinitialisés : {reason}.',
      en: 'The access of {officer} was reset: {reason}.',
    },
  },
  'recovery.asked': {
    sentence: {
      ar: 'طُلبت وسائل ولوج جديدة لـ{officer}: {reason}.',
      fr: 'De nouveaux moyens d’accès ont été demandés pour {officer} : {reason}.',
      en: 'New means of access were asked for {officer}: {reason}.',
    },
  },
  'recovery.rejected': {
    sentence: {
      ar: 'رُفض طلب وسائل ولوج جديدة لـ{officer}.',
      fr: 'La demande de nouveaux moyens d’accès pour {officer} a été rejetée.',
      en: 'New means of access for {officer} were rejected.',
    },
  },
  'recovery.objected': {
    sentence: {
      ar: 'اعترض {officer} على طلب وسائل ولوج جديدة باسمه.',
      fr: '{officer} s’est opposé à la demande de nouveaux moyens d’accès à son nom.',
      en: '{officer} objected to new means of access in their name.',
    },
  },
  'challenges.swept': {
    sentence: {
      ar: 'حُذفت طلبات دخول انتهت مهلتها: {removed}.',
      fr: 'Demandes de connexion expirées, supprimées : {removed}.',
      en: 'Requests to sign in whose time was over were removed: {removed}.',
    },
  },
  'session.own-ended': {
    sentence: {
      ar: 'أنهى الموظف جلسات أخرى له ({sessionsEnded}).',
      fr: 'L’agent a fermé d’autres de ses sessions ({sessionsEnded}).',
      en: 'The officer ended other sessions of their own ({sessionsEnded}).',
    },
  },
}
