import type { EventTable } from '#platform/commands/types.ts'

export const alarmEvents: EventTable = {
  'custody.alarms-raised': {
    sentence: {
      ar: 'أُطلقت {count} من تنبيهات الحراسة',
      fr: '{count} alerte(s) de garde donnée(s)',
      en: '{count} custody alarms raised',
    },
  },
  'custody.alarms-told': {
    sentence: {
      ar: 'بُلّغ بـ{count} من تنبيهات الحراسة ({told} إشعارات)',
      fr: '{count} alerte(s) de garde portée(s) à connaissance ({told} avis)',
      en: 'Officers were told of {count} custody alarms ({told} notices)',
    },
  },
  'custody.alarms-escalated': {
    sentence: {
      ar: 'أُشعرت الوحدة الأعلى بتنبيهات لم يسجّل أحد علمه بها ({count})',
      fr: 'Unité supérieure avisée d’alertes restées sans réponse ({count})',
      en: 'The unit above was told of alarms that nobody took note of ({count})',
    },
  },
  'custody.alarm-acknowledged': {
    sentence: {
      ar: 'سُجّل العلم بتنبيه على قيد الحراسة {reference}',
      fr: 'Alerte de la ligne de garde {reference} : acte pris',
      en: 'An alarm about custody line {reference} was taken note of',
    },
  },
}
