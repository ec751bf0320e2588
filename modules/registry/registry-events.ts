import type { EventTable } from '#platform/commands/types.ts'

export const registryEvents: EventTable = {
  'charters.loaded': {
    sentence: {
      ar: 'حُمّلت مواثيق السجلات: {registers}.',
      fr: 'Les chartes des registres ont été chargées : {registers}.',
      en: 'The charters of the registers were loaded: {registers}.',
    },
  },
  'person.facts-recorded': {
    sentence: {
      ar: 'سُجّلت معلومات عن {name} (أُضيف: {added}، صُحّح: {ended}).',
      fr: 'Des données sur {name} ont été consignées (ajouts : {added}, corrections : {ended}).',
      en: 'Facts about {name} were recorded (added: {added}, corrected: {ended}).',
    },
  },
  'person.read': {
    sentence: {
      ar: 'اطُّلع على بطاقة شخص.',
      fr: 'La fiche d’une personne a été consultée.',
      en: 'A person was read.',
    },
  },
  'person.protected-read': {
    sentence: {
      ar: 'اطُّلع على المعطيات المحمية لشخص.',
      fr: 'Les données protégées d’une personne ont été consultées.',
      en: 'A person’s protected data were read.',
    },
  },
  'person.searched': {
    sentence: {
      ar: 'بُحث عن شخص: {q} (عدد النتائج: {found}).',
      fr: 'Une personne a été recherchée : {q} ({found} résultats).',
      en: 'A person was searched for: {q} ({found} found).',
    },
  },
}
