import type { EventTable } from '#platform/commands/types.ts'

export const registerEvents: EventTable = {
  'custody-register.read': {
    sentence: {
      ar: 'اطُّلع على سجل الحراسة لشهر {month} ({count})',
      fr: 'Registre de garde de {month} consulté ({count})',
      en: 'Custody register of {month} looked at ({count})',
    },
  },
  'custody-register.printed': {
    sentence: {
      ar: 'طُبع سجل الحراسة لشهر {month} ({count})',
      fr: 'Registre de garde de {month} imprimé ({count})',
      en: 'Custody register of {month} printed ({count})',
    },
  },
  'custody-register.visa-given': {
    sentence: {
      ar: 'أُشِّر على سجل الحراسة لشهر {month} ({count})',
      fr: 'Registre de garde de {month} visé ({count})',
      en: 'Custody register of {month} given its visa ({count})',
    },
  },
  'custody-day-list.read': {
    sentence: {
      ar: 'اطُّلع على اللائحة اليومية ليوم {day} ({count})',
      fr: 'Liste quotidienne du {day} consultée ({count})',
      en: 'Daily list of {day} looked at ({count})',
    },
  },
  'custody-day-list.printed': {
    sentence: {
      ar: 'طُبعت اللائحة اليومية ليوم {day} ({count})',
      fr: 'Liste quotidienne du {day} imprimée ({count})',
      en: 'Daily list of {day} printed ({count})',
    },
  },
  'custody-day-list.sent': {
    sentence: {
      ar: 'أُرسلت اللائحة اليومية ليوم {day} إلى النيابة العامة ({count})',
      fr: 'Liste quotidienne du {day} adressée au parquet ({count})',
      en: 'Daily list of {day} sent to the prosecutor ({count})',
    },
  },
  'custody-day-list.acknowledged': {
    sentence: {
      ar: 'أُخذ العلم باللائحة اليومية ليوم {day} ({count})',
      fr: 'Liste quotidienne du {day} : acte pris ({count})',
      en: 'Daily list of {day} taken note of ({count})',
    },
  },
  'custody-register.exported': {
    sentence: {
      ar: 'صُدّر {count} من قيود سجل الحراسة وبياناته',
      fr: '{count} élément(s) du registre de garde exporté(s)',
      en: '{count} items of the custody register exported',
    },
  },
}
