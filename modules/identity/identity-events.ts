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
}
