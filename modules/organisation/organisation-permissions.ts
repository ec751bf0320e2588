import type { PermissionTable } from '#platform/http/module.ts'

export const organisationPermissions: PermissionTable = {
  'unit.read': {
    ar: 'الاطلاع على الوحدات وتاريخها',
    fr: 'Consulter les unités et leur histoire',
    en: 'Read units and their history',
  },
  'unit.change': { ar: 'إحداث الوحدات وتغييرها', fr: 'Créer et modifier des unités', en: 'Found and change units' },
  'officer.read': { ar: 'الاطلاع على الموظفين', fr: 'Consulter les agents', en: 'Read officers' },
  'officer.change': {
    ar: 'تسجيل الموظفين وتوقيفهم',
    fr: 'Enrôler et suspendre des agents',
    en: 'Enrol and suspend officers',
  },
  'officer.post': { ar: 'تعيين الموظفين ونقلهم', fr: 'Affecter et muter des agents', en: 'Post officers to units' },
  'quality.change': {
    ar: 'تسجيل صفة الشرطة القضائية',
    fr: 'Enregistrer la qualité de police judiciaire',
    en: 'Record judicial-police quality',
  },
  'role.grant': { ar: 'منح الأدوار وإنهاؤها', fr: 'Attribuer et retirer des rôles', en: 'Grant and end roles' },
  'absence.record': {
    ar: 'تسجيل الغياب وتعيين النائب',
    fr: 'Enregistrer une absence et son intérim',
    en: 'Record absences and who stands in',
  },
  'law.propose': {
    ar: 'اقتراح تعديل المعطيات القانونية',
    fr: 'Proposer une modification des données juridiques',
    en: 'Propose changes of law data',
  },
  'law.approve': {
    ar: 'البت في تعديل المعطيات القانونية',
    fr: 'Décider des modifications des données juridiques',
    en: 'Decide on changes of law data',
  },
}
