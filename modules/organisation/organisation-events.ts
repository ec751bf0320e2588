import type { EventTable } from '#platform/commands/types.ts'

export const organisationEvents: EventTable = {
  'organisation.loaded': {
    sentence: {
      ar: 'حُمّلت معطيات التنظيم: {units} وحدة و{events} حدثا.',
      fr: 'Données d’organisation chargées : {units} unités, {events} événements.',
      en: 'Organisation data loaded: {units} units, {events} events.',
    },
  },
  'law.loaded': {
    sentence: {
      ar: 'حُمّلت المعطيات القانونية: {sets} لوائح.',
      fr: 'Données juridiques chargées : {sets} ensembles.',
      en: 'Law data loaded: {sets} sets.',
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
  'unit.founded': {
    sentence: {
      ar: 'أُحدثت الوحدة {name}.',
      fr: 'L’unité {name} a été créée.',
      en: 'The unit {name} was founded.',
    },
  },
  'unit.upgraded': {
    sentence: {
      ar: 'رُقّيت الوحدة {name} إلى {kind} ابتداء من {on}.',
      fr: 'L’unité {name} est devenue {kind} à partir du {on}.',
      en: 'The unit {name} became {kind} from {on}.',
    },
  },
  'unit.renamed': {
    sentence: {
      ar: 'غُيّر اسم الوحدة {before} إلى {name}.',
      fr: 'L’unité {before} s’appelle désormais {name}.',
      en: 'The unit {before} was renamed {name}.',
    },
  },
  'unit.moved': {
    sentence: {
      ar: 'أُلحقت الوحدة {name} بوحدة أخرى ابتداء من {on}.',
      fr: 'L’unité {name} a été rattachée à une autre à partir du {on}.',
      en: 'The unit {name} was moved under another from {on}.',
    },
  },
  'unit.closed': {
    sentence: {
      ar: 'أُغلقت الوحدة {name} ابتداء من {on}.',
      fr: 'L’unité {name} a été fermée à partir du {on}.',
      en: 'The unit {name} was closed from {on}.',
    },
  },
  'unit.switched-on': {
    sentence: {
      ar: 'شُغّل نظام {system} بالوحدة {name} ({stage}).',
      fr: 'Le système {system} a été activé dans l’unité {name} ({stage}).',
      en: 'The system {system} was switched on at {name} ({stage}).',
    },
  },
  'unit.setting-changed': {
    sentence: {
      ar: 'غُيّر إعداد {setting} للوحدة {name}: {value}.',
      fr: 'Réglage {setting} de l’unité {name} : {value}.',
      en: 'Setting {setting} of {name} was changed: {value}.',
    },
  },
  'officer.posted': {
    sentence: {
      ar: 'عُيّن {officer} في وحدة أخرى أو رتبة أخرى ابتداء من {from}.',
      fr: '{officer} a reçu une nouvelle affectation à partir du {from}.',
      en: '{officer} was posted anew from {from}.',
    },
  },
  'officer.suspended': {
    sentence: {
      ar: 'أُوقف {officer} إداريا بموجب {decision}.',
      fr: '{officer} a été suspendu par décision {decision}.',
      en: '{officer} was suspended by decision {decision}.',
    },
  },
  'officer.reinstated': {
    sentence: {
      ar: 'أُعيد {officer} إلى مهامه بموجب {decision}.',
      fr: '{officer} a été réintégré par décision {decision}.',
      en: '{officer} was reinstated by decision {decision}.',
    },
  },
  'absence.recorded': {
    sentence: {
      ar: 'سُجّل غياب {officer} ({kind}).',
      fr: 'Absence de {officer} enregistrée ({kind}).',
      en: 'The absence of {officer} was recorded ({kind}).',
    },
  },
  'absence.ended': {
    sentence: {
      ar: 'انتهى غياب {officer}.',
      fr: 'L’absence de {officer} a pris fin.',
      en: 'The absence of {officer} ended.',
    },
  },
  'law.proposed': {
    sentence: {
      ar: 'اقتُرح تعديل لائحة {name}: {legalBasis}.',
      fr: 'Modification proposée de {name} : {legalBasis}.',
      en: 'A change of {name} was proposed: {legalBasis}.',
    },
  },
  'law.approved': {
    sentence: {
      ar: 'اعتُمد تعديل لائحة {name}، الصيغة {version}.',
      fr: 'Modification de {name} approuvée, version {version}.',
      en: 'The change of {name} was approved, version {version}.',
    },
  },
  'law.rejected': {
    sentence: {
      ar: 'رُفض تعديل لائحة {name}: {reason}.',
      fr: 'Modification de {name} rejetée : {reason}.',
      en: 'The change of {name} was rejected: {reason}.',
    },
  },
}
