import type { Officer } from '../apps/server/testing.ts'

/** A preliminary inquiry with one witness to hear, opened by an officer; answers the case. */
export async function openWitnessCase(officer: Officer, how: string): Promise<string> {
  const opened = await officer.post('/cases', {
    facts: { how, place: 'Fès, rue 4', inquiry: 'preliminary' },
    participants: [
      {
        role: 'witness',
        standing: 'fact',
        person: {
          source: 'document',
          names: [
            { script: 'ar', given: 'سعيد', family: 'المرنيسي' },
            { script: 'latin', given: 'Saïd', family: 'El Mernissi' },
          ],
        },
      },
    ],
  })
  return opened.json<{ id: string }>().id
}
