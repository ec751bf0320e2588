import type { PermissionTable } from '#platform/http/module.ts'

export const caseworkPermissions: PermissionTable = {
  'case.open': { ar: 'فتح ملف', fr: 'Ouvrir un dossier', en: 'Open a case' },
  'case.read': { ar: 'الاطلاع على الملفات', fr: 'Consulter les dossiers', en: 'Read cases' },
  'case.search': { ar: 'البحث في الملفات', fr: 'Rechercher des dossiers', en: 'Search cases' },
  'case.change': { ar: 'العمل في الملف', fr: 'Travailler sur un dossier', en: 'Work on a case' },
  'case.assign': { ar: 'إسناد الملف إلى ضابط', fr: 'Confier un dossier à un agent', en: 'Assign a case' },
  'case.transfer': {
    ar: 'عرض نقل الملف على وحدة أخرى',
    fr: 'Proposer un dossier à une autre unité',
    en: 'Offer a case to another unit',
  },
  'case.answer-transfer': {
    ar: 'قبول ملف منقول أو رفضه',
    fr: 'Accepter ou refuser un dossier transféré',
    en: 'Accept or refuse a transferred case',
  },
  'case.close': { ar: 'إغلاق الملف', fr: 'Clore un dossier', en: 'Close a case' },
  'case.reopen': { ar: 'إعادة فتح الملف', fr: 'Rouvrir un dossier', en: 'Reopen a case' },
  'case.seal': {
    ar: 'ختم الملف ورفع الختم',
    fr: 'Sceller un dossier et lever le scellé',
    en: 'Seal and unseal a case',
  },
  'case.emergency-access': {
    ar: 'الاطلاع الاستعجالي على ملف مختوم، مع إشعار فوري للرئيس والتفتيش',
    fr: 'Accéder en urgence à un dossier scellé ; le chef et l’inspection en sont avisés aussitôt',
    en: 'Enter a sealed case in an emergency; head and inspectorate are told at once',
  },
  'case.see-readers': {
    ar: 'معرفة من اطلع على الملف',
    fr: 'Voir qui a consulté un dossier',
    en: 'See who looked at a case',
  },
}

type Scopes = Readonly<Record<string, 'own' | 'unit' | 'area' | 'all'>>

/** What casework proposes for each role. The administrator of the system reads no case. */
export const caseworkRoles: Readonly<Record<string, Scopes>> = {
  'desk-officer': { 'case.open': 'unit', 'case.read': 'unit', 'case.search': 'unit', 'case.change': 'unit' },
  investigator: {
    'case.open': 'unit',
    'case.read': 'unit',
    'case.search': 'unit',
    'case.change': 'unit',
    'case.emergency-access': 'area',
  },
  'head-of-unit': {
    'case.open': 'unit',
    'case.read': 'unit',
    'case.search': 'unit',
    'case.change': 'unit',
    'case.assign': 'unit',
    'case.transfer': 'unit',
    'case.answer-transfer': 'unit',
    'case.close': 'unit',
    'case.reopen': 'unit',
    'case.seal': 'unit',
    'case.emergency-access': 'area',
    'case.see-readers': 'unit',
  },
  inspector: { 'case.read': 'all', 'case.search': 'all', 'case.see-readers': 'all', 'case.emergency-access': 'all' },
  prosecutor: { 'case.read': 'unit', 'case.search': 'unit' },
}
