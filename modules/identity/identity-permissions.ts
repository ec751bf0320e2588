import type { PermissionTable } from '#platform/http/module.ts'

/** `self.*` and `session.open` need no grant and stand in no table. */
export const identityPermissions: PermissionTable = {
  'wall.hang': {
    ar: 'عرض لوحة غرف الحراسة على شاشة معلقة',
    fr: 'Afficher le tableau des cellules sur un écran mural',
    en: 'Hang the board of cells on a wall',
  },
  'credential.reset': {
    ar: 'طلب وسائل ولوج جديدة لموظف وإنهاء جلساته',
    fr: 'Demander de nouveaux moyens d’accès pour un agent et fermer ses sessions',
    en: 'Ask for new means of access for an officer, and end sessions',
  },
  'credential.approve': {
    ar: 'البت في طلب وسائل ولوج جديدة قدمه آخر',
    fr: 'Décider d’une demande de nouveaux moyens d’accès faite par un autre',
    en: 'Decide on new means of access that another asked for',
  },
}
