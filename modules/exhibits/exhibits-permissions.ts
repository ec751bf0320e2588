import type { PermissionTable } from '#platform/http/module.ts'

export const exhibitsPermissions: PermissionTable = {
  'exhibit.read': { ar: 'الاطلاع على المحجوزات', fr: 'Consulter les scellés', en: 'Read exhibits' },
  'exhibit.record': {
    ar: 'تسجيل المحجوزات وصورها وملفاتها',
    fr: 'Enregistrer des scellés, leurs photos et leurs fichiers',
    en: 'Record exhibits with their photographs and files',
  },
  'exhibit.move': {
    ar: 'ختم المحجوزات ونقلها',
    fr: 'Sceller et déplacer des objets saisis',
    en: 'Seal and move exhibits',
  },
  'exhibit.end': {
    ar: 'إيداع المحجوزات بالمحكمة أو ردها',
    fr: 'Déposer au greffe ou restituer des scellés',
    en: 'Deposit exhibits at court or give them back',
  },
  'exhibit.destroy': {
    ar: 'إتلاف المحجوزات بأمر',
    fr: 'Détruire des scellés sur ordre',
    en: 'Destroy exhibits by order',
  },
  'exhibit.copy': {
    ar: 'إنجاز نسخ عمل من الملفات الرقمية',
    fr: 'Faire des copies de travail des fichiers numériques',
    en: 'Make working copies of digital files',
  },
  'exhibit.read-original': {
    ar: 'فتح الملف الرقمي الأصلي مع ذكر السبب',
    fr: 'Ouvrir un fichier numérique original, motif à l’appui',
    en: 'Open a digital original, for a stated reason',
  },
  'exhibit.certify': {
    ar: 'الإشهاد بسلامة سلسلة الحيازة',
    fr: 'Certifier une chaîne de possession ininterrompue',
    en: 'Certify an unbroken chain of custody',
  },
  'exhibit.export': {
    ar: 'تصدير سلسلة الحيازة',
    fr: 'Exporter une chaîne de possession',
    en: 'Export a chain of custody',
  },
  'exhibit.manage-places': {
    ar: 'إحداث أماكن الحفظ وإغلاقها',
    fr: 'Créer et fermer des lieux de conservation',
    en: 'Found and close storage places',
  },
  'exhibit.count': { ar: 'جرد المحجوزات', fr: 'Inventorier les scellés', en: 'Take stock of exhibits' },
}

type Scopes = Readonly<Record<string, 'own' | 'unit' | 'area' | 'all'>>
const officer: Scopes = {
  'exhibit.read': 'unit',
  'exhibit.record': 'unit',
  'exhibit.move': 'unit',
  'exhibit.copy': 'unit',
  'exhibit.export': 'unit',
}
const keeper: Scopes = { ...officer, 'exhibit.end': 'unit', 'exhibit.manage-places': 'unit', 'exhibit.count': 'unit' }

/** What exhibits proposes for each role. Only a head destroys, certifies, and opens an original. */
export const exhibitsRoles: Readonly<Record<string, Scopes>> = {
  'desk-officer': officer,
  investigator: officer,
  'exhibits-keeper': keeper,
  'head-of-unit': {
    ...keeper,
    'exhibit.destroy': 'unit',
    'exhibit.read-original': 'unit',
    'exhibit.certify': 'unit',
  },
  inspector: { 'exhibit.read': 'all', 'exhibit.export': 'all' },
  prosecutor: { 'exhibit.read': 'unit', 'exhibit.export': 'unit' },
}
