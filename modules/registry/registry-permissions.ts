import type { PermissionTable } from '#platform/http/module.ts'

export const registryPermissions: PermissionTable = {
  'person.search': {
    ar: 'البحث عن شخص بالاسم أو برقم الوثيقة',
    fr: 'Rechercher une personne par nom ou numéro de pièce',
    en: 'Search for a person by name or document number',
  },
  'person.read': { ar: 'الاطلاع على بطاقة شخص', fr: 'Consulter la fiche d’une personne', en: 'Read a person' },
  'person.change': {
    ar: 'إضافة معلومات عن شخص أو تصحيحها',
    fr: 'Ajouter ou corriger les données d’une personne',
    en: 'Add or correct what is known of a person',
  },
  'person.protected': {
    ar: 'الاطلاع على المعطيات المحمية لشخص',
    fr: 'Consulter les données protégées d’une personne',
    en: 'Read a person’s protected data',
  },
}

type Scopes = Readonly<Record<string, 'own' | 'unit' | 'area' | 'all'>>

/** What the registry proposes for each role. Persons are national; protected facts stay with the unit that holds them. */
export const registryRoles: Readonly<Record<string, Scopes>> = {
  'desk-officer': { 'person.search': 'unit', 'person.read': 'unit', 'person.change': 'unit' },
  investigator: { 'person.search': 'unit', 'person.read': 'unit', 'person.change': 'unit' },
  'head-of-unit': {
    'person.search': 'unit',
    'person.read': 'unit',
    'person.change': 'unit',
    'person.protected': 'unit',
  },
  inspector: { 'person.search': 'all', 'person.read': 'all' },
  prosecutor: { 'person.read': 'unit' },
}
