import type { Text } from '#platform/i18n/text.ts'

/** What a notice says: its sentence, with places filled from its params, `{officer}` from the officer it is about. */
export interface NoticeKind {
  readonly text: Text
}
export type NoticeKindTable = Readonly<Record<string, NoticeKind>>

/** Kinds of this module's own; every other module hands its table to the composition root. */
export const ownNoticeKinds = {
  'case.emergency-access': {
    text: {
      ar: 'فتح {officer} ملفا مختوما بالولوج الاستعجالي لثلاث ساعات. راجع السبب وقيّمه.',
      fr: '{officer} a ouvert un dossier scellé par accès d’urgence, pour trois heures. Examinez le motif.',
      en: '{officer} opened a sealed case by emergency access, for three hours. Look at the reason.',
    },
  },
} as const satisfies NoticeKindTable

/** Said where a notice's own words are unknown, so that nothing vanishes. */
export const unknownKind: NoticeKind = {
  text: {
    ar: 'هناك جديد يهمك. افتح السجل للاطلاع عليه.',
    fr: 'Il y a du nouveau pour vous. Ouvrez la fiche pour le lire.',
    en: 'There is news for you. Open the record to read it.',
  },
}
