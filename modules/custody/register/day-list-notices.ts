import type { NoticeKindTable } from '#modules/notices/index.ts'

/** What the day's list tells the prosecutor: the day and how many, nothing personal. */
export const registerNotices = {
  'custody.day-list': {
    text: {
      ar: 'وصلت اللائحة اليومية للموضوعين تحت الحراسة ليوم {date} ({count}). خذ العلم بها.',
      fr: 'La liste quotidienne des personnes placées en garde du {date} est arrivée ({count}). Prenez-en acte.',
      en: 'The daily list of those placed in custody of {date} has come in ({count}). Take note of it.',
    },
  },
} as const satisfies NoticeKindTable
