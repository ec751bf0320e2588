import type { PermissionTable } from '#platform/http/module.ts'

export const custodyPermissions: PermissionTable = {
  'custody.see-places': {
    ar: 'معرفة أماكن الحراسة وقواعدها',
    fr: 'Connaître les lieux de garde et leurs règles',
    en: 'Know places of custody and their rules',
  },
  'custody.open': { ar: 'الوضع تحت الحراسة', fr: 'Placer en garde à vue', en: 'Place in custody' },
  'custody.read': { ar: 'الاطلاع على قيد حراسة', fr: 'Consulter une mesure de garde', en: 'Read a custody record' },
  'custody.record': {
    ar: 'تقييد ما يقع أثناء الحراسة',
    fr: 'Inscrire ce qui se passe pendant la garde',
    en: 'Take down what happens in custody',
  },
  'custody.sign': { ar: 'توقيع قيد الحراسة', fr: 'Signer la ligne du registre', en: 'Sign a line of the register' },
  'custody.board': { ar: 'لوحة غرف الحراسة', fr: 'Tableau des chambres de sûreté', en: 'See the board of cells' },
  'custody.register': { ar: 'سجل الحراسة', fr: 'Consulter le registre de garde', en: 'See the custody register' },
  'custody.print': { ar: 'طبع وثائق الحراسة', fr: 'Imprimer les pièces de garde', en: 'Print custody papers' },
  'custody.manage-places': {
    ar: 'تدبير أماكن الحراسة وغرفها',
    fr: 'Gérer les lieux de garde et leurs chambres',
    en: 'Manage places of custody and cells',
  },
  'custody.acknowledge': {
    ar: 'تسجيل العلم بالتنبيهات',
    fr: 'Prendre acte des alertes',
    en: 'Take note of alarms',
  },
  'custody.send-day-list': {
    ar: 'إرسال اللائحة اليومية إلى النيابة العامة',
    fr: 'Adresser la liste du jour au parquet',
    en: 'Send the day’s list to the prosecutor',
  },
  'custody.visa': { ar: 'التأشير على السجل', fr: 'Viser le registre', en: 'Give the register its visa' },
  'custody.export': {
    ar: 'تصدير السجل الإلكتروني',
    fr: 'Exporter le registre électronique',
    en: 'Export the electronic register',
  },
}

type Scopes = Readonly<Record<string, 'own' | 'unit' | 'area' | 'all'>>
const keeper: Scopes = {
  'custody.see-places': 'unit',
  'custody.read': 'unit',
  'custody.record': 'unit',
  'custody.board': 'unit',
  'custody.register': 'unit',
  'custody.print': 'unit',
  'custody.acknowledge': 'unit',
}
const investigator: Scopes = { ...keeper, 'custody.open': 'unit', 'custody.sign': 'unit' }
/** Those who look and change nothing. */
const visitor: Scopes = {
  'custody.see-places': 'all',
  'custody.read': 'all',
  'custody.board': 'all',
  'custody.register': 'all',
  'custody.print': 'all',
}

/** What custody proposes for each role. Whether a signature counts is the quality's to say, not the role's. */
export const custodyRoles: Readonly<Record<string, Scopes>> = {
  'custody-keeper': keeper,
  investigator,
  'head-of-unit': {
    ...investigator,
    'custody.manage-places': 'unit',
    'custody.send-day-list': 'unit',
    'custody.export': 'unit',
  },
  prosecutor: {
    'custody.see-places': 'unit',
    'custody.read': 'unit',
    'custody.board': 'unit',
    'custody.register': 'unit',
    'custody.print': 'unit',
    'custody.acknowledge': 'unit',
    'custody.visa': 'unit',
    'custody.export': 'unit',
  },
  'detention-inspector': visitor,
  inspector: visitor,
}
