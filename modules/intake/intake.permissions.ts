import type { PermissionTable } from '#platform/http/module.ts'

export const intakePermissions: PermissionTable = {
  'register.record': {
    ar: 'تقييد الوافدين والبريد الوارد في السجل',
    fr: 'Inscrire au registre les visiteurs et le courrier arrivé',
    en: 'Take down visitors and incoming post in the register',
  },
  'register.read': {
    ar: 'الاطلاع على السجل',
    fr: 'Consulter le registre',
    en: 'Read the register',
  },
  'register.handle': {
    ar: 'معالجة قيود السجل: إضافة وإرسال وضمّ وإغلاق وجواب',
    fr: 'Traiter les inscriptions : mentions, envoi, jonction, clôture, réponse',
    en: 'Handle lines of the register: add, send, join, close, answer',
  },
  'register.assign': {
    ar: 'إسناد قيود السجل وإعادة فتحها',
    fr: 'Attribuer et rouvrir les inscriptions',
    en: 'Assign and reopen lines of the register',
  },
  'register.accept': {
    ar: 'قبول ما ترسله الوحدات الأخرى أو رده',
    fr: 'Accepter ou renvoyer ce que d’autres unités adressent',
    en: 'Accept or return what other units send',
  },
  'register.authorise': {
    ar: 'تسجيل قرار النيابة العامة في الوشايات مجهولة المصدر',
    fr: 'Enregistrer la décision du parquet sur les dénonciations anonymes',
    en: 'Record the prosecutor’s decision on anonymous denunciations',
  },
  'register.print-receipt': {
    ar: 'طبع وصل المشتكي',
    fr: 'Imprimer le récépissé du plaignant',
    en: 'Print the complainant’s receipt',
  },
  'bulletin.read': {
    ar: 'الاطلاع على النشرة اليومية',
    fr: 'Consulter le bulletin quotidien',
    en: 'Read the daily bulletin',
  },
  'handover.write': {
    ar: 'تحرير تسليم النوبة وتسلّمها',
    fr: 'Rédiger et prendre la relève',
    en: 'Write and take over a shift',
  },
}

const counter = {
  'register.record': 'unit',
  'register.read': 'unit',
  'register.handle': 'unit',
  'register.print-receipt': 'unit',
  'handover.write': 'unit',
} as const

/** What this module proposes for each role. */
export const intakeRoles = {
  'desk-officer': { ...counter, 'register.accept': 'unit', 'bulletin.read': 'unit' },
  investigator: { ...counter, 'register.authorise': 'unit', 'bulletin.read': 'unit' },
  'head-of-unit': {
    ...counter,
    'register.assign': 'unit',
    'register.accept': 'unit',
    'register.authorise': 'unit',
    'bulletin.read': 'unit',
  },
  inspector: { 'register.read': 'all', 'bulletin.read': 'all' },
} as const
