import type { PermissionTable } from '#platform/http/module.ts'

/** `self.*` and `session.open` need no grant and stand in no table. */
export const identityPermissions: PermissionTable = {
  'credential.reset': {
    ar: 'معالجة فقدان وسائل الولوج وإنهاء الجلسات',
    fr: 'Traiter la perte d’un moyen d’accès et fermer des sessions',
    en: 'Deal with lost authenticators and end sessions',
  },
}
