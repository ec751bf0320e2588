type Scope = 'own' | 'unit' | 'area' | 'all'

/** What this module proposes for the roles of the composition root. */
export const identityRoles: Readonly<Record<string, Readonly<Record<string, Scope>>>> = {
  administrator: { 'credential.reset': 'all', 'credential.approve': 'all' },
  'head-of-unit': { 'credential.reset': 'unit', 'credential.approve': 'unit', 'wall.hang': 'unit' },
  // Those who run cells; whoever only visits them hangs nothing there.
  'custody-keeper': { 'wall.hang': 'unit' },
  investigator: { 'wall.hang': 'unit' },
  inspector: { 'credential.approve': 'all' },
}
