import type { PermissionTable } from '#platform/http/module.ts'

export const documentsPermissions: PermissionTable = {
  'pv.draft': { ar: 'تحرير مسودات المحاضر', fr: 'Rédiger des brouillons de procès-verbaux', en: 'Draft PVs' },
  'pv.finalise': {
    ar: 'إغلاق نص المحضر وترقيمه',
    fr: 'Clore et numéroter un procès-verbal',
    en: 'Close and number a PV',
  },
  'pv.sign': { ar: 'توقيع المحاضر وختمها', fr: 'Signer et sceller un procès-verbal', en: 'Sign and seal a PV' },
  'pv.abandon': {
    ar: 'التخلي عن محضر لم يوقع',
    fr: 'Abandonner un procès-verbal non signé',
    en: 'Give up a PV that was not signed',
  },
  'pv.read': { ar: 'الاطلاع على المحاضر', fr: 'Consulter les procès-verbaux', en: 'Read PVs' },
  'pv.copy': { ar: 'تسليم نسخ من المحاضر', fr: 'Délivrer des copies de procès-verbaux', en: 'Issue copies of PVs' },
}

type Scopes = Readonly<Record<string, 'own' | 'unit' | 'area' | 'all'>>
const writer: Scopes = {
  'pv.draft': 'unit',
  'pv.finalise': 'unit',
  'pv.sign': 'unit',
  'pv.abandon': 'unit',
  'pv.read': 'unit',
  'pv.copy': 'unit',
}

/** What documents proposes for each role. Whether a signature counts is the quality's to say, not the role's. */
export const documentsRoles: Readonly<Record<string, Scopes>> = {
  'desk-officer': writer,
  investigator: writer,
  'head-of-unit': writer,
  inspector: { 'pv.read': 'all' },
  prosecutor: { 'pv.read': 'unit' },
}
