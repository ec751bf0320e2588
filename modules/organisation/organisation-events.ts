import type { EventTable } from '#platform/commands/types.ts'

export const organisationEvents: EventTable = {
  'organisation.loaded': {
    sentence: {
      ar: 'حُمّلت معطيات التنظيم: {units} وحدة و{events} حدثا.',
      fr: 'Données d’organisation chargées : {units} unités, {events} événements.',
      en: 'Organisation data loaded: {units} units, {events} events.',
    },
  },
  'roles.loaded': {
    sentence: {
      ar: 'حُمّلت الأدوار: {roles} دورا.',
      fr: 'Rôles chargés : {roles}.',
      en: 'Roles loaded: {roles}.',
    },
  },
  'role.granted': {
    sentence: {
      ar: 'مُنح {officer} دور {role} ابتداء من {from}.',
      fr: '{officer} a reçu le rôle {role} à partir du {from}.',
      en: '{officer} was granted the role {role} from {from}.',
    },
  },
  'role.ended': {
    sentence: {
      ar: 'أُنهي دور {role} الذي كان لـ{officer}.',
      fr: 'Le rôle {role} de {officer} a pris fin.',
      en: 'The role {role} of {officer} was ended.',
    },
  },
  'quality.recorded': {
    sentence: {
      ar: 'سُجّل قرار يخص صفة الشرطة القضائية لـ{officer} ({quality}): {decision}.',
      fr: 'Décision enregistrée sur la qualité de police judiciaire de {officer} ({quality}) : {decision}.',
      en: 'A decision on the judicial-police quality of {officer} ({quality}) was recorded: {decision}.',
    },
  },
}
