import type { closeReasons } from '#contracts/casework/case-states.ts'
import type { participantEndReasons, ParticipantRole, standings } from '#contracts/casework/participants.ts'
import type { SealReason } from '#contracts/casework/seals.ts'
import type { Text } from '#platform/i18n/text.ts'

const roles: Readonly<Record<ParticipantRole, Text>> = {
  complainant: { ar: 'مشتكٍ', fr: 'plaignant', en: 'complainant' },
  victim: { ar: 'ضحية', fr: 'victime', en: 'victim' },
  witness: { ar: 'شاهد', fr: 'témoin', en: 'witness' },
  suspect: { ar: 'مشتبه فيه', fr: 'mis en cause', en: 'suspect' },
  'person-in-custody': { ar: 'موضوع تحت الحراسة النظرية', fr: 'gardé à vue', en: 'person in custody' },
  convicted: { ar: 'محكوم عليه', fr: 'condamné', en: 'convicted' },
  'minor-guardian': { ar: 'ولي القاصر', fr: 'représentant du mineur', en: 'guardian of a minor' },
  declarant: { ar: 'مصرّح', fr: 'déclarant', en: 'declarant' },
  other: { ar: 'طرف آخر', fr: 'autre personne', en: 'other' },
}

const standing: Readonly<Record<(typeof standings)[number], Text>> = {
  fact: { ar: 'واقعة ثابتة', fr: 'fait établi', en: 'fact' },
  assessment: { ar: 'تقدير', fr: 'appréciation', en: 'assessment' },
}

const closeReason: Readonly<Record<(typeof closeReasons)[number], Text>> = {
  referred: { ar: 'أُحيل على النيابة العامة', fr: 'transmis au parquet', en: 'referred to the prosecutor' },
  'prosecutor-decision': { ar: 'قرار النيابة العامة', fr: 'décision du parquet', en: 'decision of the prosecutor' },
  'complaint-withdrawn': { ar: 'تنازل المشتكي', fr: 'retrait de la plainte', en: 'complaint withdrawn' },
  joined: { ar: 'ضُم إلى ملف آخر', fr: 'joint à un autre dossier', en: 'joined to another case' },
  unfounded: { ar: 'لا أساس له', fr: 'infondé', en: 'unfounded' },
  other: { ar: 'سبب آخر', fr: 'autre motif', en: 'other reason' },
}

const sealReason: Readonly<Record<SealReason, Text>> = {
  minor: { ar: 'قاصر', fr: 'mineur', en: 'minor' },
  'officer-party': { ar: 'رجل أمن طرف في الملف', fr: 'policier partie au dossier', en: 'an officer is a party' },
  secrecy: { ar: 'سرية مقررة', fr: 'secret ordonné', en: 'named secrecy' },
}

const endReason: Readonly<Record<(typeof participantEndReasons)[number], Text>> = {
  'entered-in-error': { ar: 'أُدخل خطأً', fr: 'saisi par erreur', en: 'entered in error' },
  'new-role': { ar: 'صفة جديدة', fr: 'nouveau rôle', en: 'new role' },
  withdrawn: { ar: 'انسحاب', fr: 'retrait', en: 'withdrawn' },
  other: { ar: 'سبب آخر', fr: 'autre motif', en: 'other reason' },
}

const fields: Readonly<Record<string, Text>> = {
  when: { ar: 'الزمان', fr: 'la date', en: 'when' },
  place: { ar: 'المكان', fr: 'le lieu', en: 'where' },
  point: { ar: 'الموقع على الخريطة', fr: 'le point sur la carte', en: 'point on the map' },
  how: { ar: 'الكيفية', fr: 'les circonstances', en: 'how' },
  inquiry: { ar: 'إطار البحث', fr: 'le cadre de l’enquête', en: 'frame of the inquiry' },
}

/** Words for the codes that events of a case carry, by the place they fill in a sentence; for whoever renders one. */
export const caseworkLabels: Readonly<Record<string, Readonly<Record<string, Text>>>> = {
  role: roles,
  before: roles,
  standing,
  closeReason,
  sealReason,
  endReason,
  fields,
}
