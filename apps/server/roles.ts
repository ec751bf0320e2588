import type { Text } from '#platform/i18n/text.ts'

/** Scopes of a permission, from the narrowest. */
export type Scope = 'own' | 'unit' | 'area' | 'all'
export const roleCodes = [
  'administrator',
  'desk-officer',
  'investigator',
  'custody-keeper',
  'exhibits-keeper',
  'head-of-unit',
  'inspector',
  'detention-inspector',
  'prosecutor',
] as const
export type RoleCode = (typeof roleCodes)[number]

/** What a module proposes for each role. */
export type RoleProposal = Partial<Readonly<Record<RoleCode, Readonly<Record<string, Scope>>>>>

const labels: Readonly<Record<RoleCode, Text>> = {
  administrator: { ar: 'مدير النظام', fr: 'Administrateur', en: 'Administrator' },
  'desk-officer': { ar: 'ضابط الاستقبال', fr: 'Agent d’accueil', en: 'Desk officer' },
  investigator: { ar: 'محقق', fr: 'Enquêteur', en: 'Investigator' },
  'custody-keeper': { ar: 'أمين الحراسة', fr: 'Gardien de la chambre de sûreté', en: 'Custody keeper' },
  'exhibits-keeper': { ar: 'أمين المحجوزات', fr: 'Gardien des scellés', en: 'Exhibits keeper' },
  'head-of-unit': { ar: 'رئيس الوحدة', fr: 'Chef d’unité', en: 'Head of unit' },
  inspector: { ar: 'مفتش', fr: 'Inspecteur', en: 'Inspector' },
  'detention-inspector': {
    ar: 'هيئة مخول لها قانونا مراقبة أماكن الحراسة',
    fr: 'Organe habilité à contrôler les lieux de garde',
    en: 'Body empowered to inspect places of custody',
  },
  prosecutor: { ar: 'النيابة العامة', fr: 'Parquet', en: 'Prosecutor' },
}

const width: Readonly<Record<Scope, number>> = { own: 0, unit: 1, area: 2, all: 3 }

/** Puts the proposals of the modules together; throws where two modules give one role the same permission differently. */
export function mergeRoles(
  proposals: readonly RoleProposal[],
): readonly { code: RoleCode; labels: Text; permissions: Readonly<Record<string, Scope>> }[] {
  return roleCodes.map((code) => {
    const permissions: Record<string, Scope> = {}
    for (const [permission, scope] of proposals.flatMap((proposal) => Object.entries(proposal[code] ?? {}))) {
      const earlier = permissions[permission]
      if (earlier !== undefined && width[earlier] !== width[scope]) {
        throw new Error(`role ${code}: ${permission} is proposed as ${earlier} and as ${scope}`)
      }
      permissions[permission] = scope
    }
    return { code, labels: labels[code], permissions }
  })
}
