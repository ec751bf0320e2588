import type { NoticeKindTable } from '#modules/notices/index.ts'

/** What the register tells officers. */
export const intakeNotices = {
  'register.in-tray': {
    text: {
      ar: 'بريد جديد في انتظار إسنادك: القيد {number}/{year}.',
      fr: 'Nouveau courrier à attribuer : inscription {number}/{year}.',
      en: 'New post for you to assign: line {number}/{year}.',
    },
  },
  'register.assigned': {
    text: {
      ar: 'أسند إليك {officer} القيد {number}/{year}.',
      fr: '{officer} vous a attribué l’inscription {number}/{year}.',
      en: '{officer} assigned line {number}/{year} to you.',
    },
  },
  'register.sent': {
    text: {
      ar: 'أرسلت إليكم وحدة أخرى القيد {number}/{year} من سجلها. اقبله أو رُدّه مع ذكر السبب.',
      fr: 'Une autre unité vous adresse l’inscription {number}/{year} de son registre. Acceptez-la ou renvoyez-la avec un motif.',
      en: 'Another unit sends you line {number}/{year} of its register. Accept it, or return it with a reason.',
    },
  },
  'register.accepted': {
    text: {
      ar: 'قُبل القيد {number}/{year} في الوحدة التي أرسلته إليها.',
      fr: 'L’inscription {number}/{year} a été acceptée par l’unité destinataire.',
      en: 'Line {number}/{year} was accepted by the unit it was sent to.',
    },
  },
  'register.refused': {
    text: {
      ar: 'رُدّ القيد {number}/{year} من الوحدة التي أرسلته إليها. اقرأ السبب.',
      fr: 'L’inscription {number}/{year} a été renvoyée par l’unité destinataire. Lisez le motif.',
      en: 'Line {number}/{year} was returned by the unit it was sent to. Read the reason.',
    },
  },
  'register.reminder': {
    text: {
      ar: 'تذكير: القيد {number}/{year} ما زال مفتوحا.',
      fr: 'Rappel : l’inscription {number}/{year} est toujours ouverte.',
      en: 'Reminder: line {number}/{year} is still open.',
    },
  },
  'handover.acknowledged': {
    text: {
      ar: 'تسلّم {officer} نوبتك.',
      fr: '{officer} a pris votre relève.',
      en: '{officer} took over your shift.',
    },
  },
} as const satisfies NoticeKindTable
