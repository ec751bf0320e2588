type Scope = 'own' | 'unit' | 'area' | 'all'

/** What this module proposes for the roles of the composition root. */
export const organisationRoles: Readonly<Record<string, Readonly<Record<string, Scope>>>> = {
  'desk-officer': { 'unit.read': 'unit', 'officer.read': 'unit' },
  investigator: { 'unit.read': 'unit', 'officer.read': 'unit' },
  // Movements of exhibits, searches and hearings in custody name a second person, who mostly is a colleague.
  'exhibits-keeper': { 'officer.read': 'unit' },
  'custody-keeper': { 'officer.read': 'unit' },
  'head-of-unit': {
    'unit.read': 'unit',
    'officer.read': 'unit',
    'role.grant': 'unit',
    'absence.record': 'unit',
  },
  administrator: {
    'unit.read': 'all',
    'unit.change': 'all',
    'officer.read': 'all',
    'officer.change': 'all',
    'officer.post': 'all',
    'quality.change': 'all',
    'role.grant': 'all',
    'absence.record': 'all',
    'law.propose': 'all',
    'law.approve': 'all',
  },
  inspector: { 'unit.read': 'all', 'officer.read': 'all', 'law.approve': 'all' },
  prosecutor: { 'unit.read': 'unit', 'officer.read': 'unit' },
}
