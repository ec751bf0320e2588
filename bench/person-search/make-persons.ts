import { z } from 'zod'
import type { PersonInput } from '../../contracts/registry/person.ts'
import { personInputSchema } from '../../contracts/registry/person.ts'
import { createPersons } from '../../modules/registry/index.ts'
import { defineCommand } from '../../platform/commands/types.ts'
import { platformErrors } from '../../platform/errors/platform-errors.ts'

/** Takes down persons by the batch, for measuring: one command, one event. */
export const makePersons = defineCommand({
  type: 'bench.make-persons',
  permission: 'person.change',
  input: z.strictObject({ persons: z.array(personInputSchema).max(1000) }),
  execute: async (tx, { persons }) => {
    const { unitId, area } = tx.actor
    if (!unitId || !area) throw platformErrors.fail('NOT_PERMITTED')
    const ids = await createPersons(tx, persons, { unitId, area, caseId: null })
    return {
      result: { made: ids.length },
      event: { type: 'bench.persons-made', subjects: ids.slice(0, 1).map((id) => ({ type: 'person', id })) },
    }
  },
})

const given = [
  ['محمد', 'Mohamed'],
  ['فاطمة', 'Fatima'],
  ['أحمد', 'Ahmed'],
  ['خديجة', 'Khadija'],
  ['يوسف', 'Youssef'],
  ['عبد الرحمان', 'Abderrahmane'],
  ['مريم', 'Meryem'],
  ['عمر', 'Omar'],
  ['زينب', 'Zineb'],
  ['الحسن', 'El Hassan'],
  ['سعيد', 'Said'],
  ['نعيمة', 'Naima'],
  ['إدريس', 'Driss'],
  ['سلمى', 'Salma'],
  ['حمزة', 'Hamza'],
  ['رشيد', 'Rachid'],
] as const
const family = [
  ['العلوي', 'El Alaoui'],
  ['الإدريسي', 'El Idrissi'],
  ['بن علي', 'Ben Ali'],
  ['بناني', 'Bennani'],
  ['أيت الطالب', 'Ait Taleb'],
  ['التازي', 'Tazi'],
  ['الفاسي', 'El Fassi'],
  ['بوعزة', 'Bouazza'],
  ['المرابط', 'El Morabit'],
  ['الشرقاوي', 'Cherkaoui'],
  ['السباعي', 'Sbai'],
  ['برادة', 'Berrada'],
] as const
const syllables = ['ba', 'ti', 'mou', 'ra', 'ch', 'la', 'ki', 'nou', 'sa', 'far', 'zi', 'dou'] as const
const letters = ['با', 'تي', 'مو', 'را', 'شا', 'لا', 'كي', 'نو', 'سا', 'فر', 'زي', 'دو'] as const

/**
 * The nth of a crowd with few given names and a long tail of family names, as Moroccan registers have: names in both
 * scripts, every third with a second given name, every second with a document.
 */
export function personAt(n: number): PersonInput {
  const first = given[skewed(n, given.length)] ?? given[0]
  const second = n % 3 === 0 ? given[(n * 7) % given.length] : undefined
  const common = n % 5 < 2 ? family[skewed(n * 31, family.length)] : undefined
  const rare = [n * 13, n * 29 + 5, n * 53 + 11].map((step) => Math.abs(step) % syllables.length)
  const last = common ?? [
    rare.map((at) => letters[at]).join(''),
    rare
      .map((at, index) => (index === 0 ? (syllables[at] ?? '').replace(/^./, (c) => c.toUpperCase()) : syllables[at]))
      .join(''),
  ]
  return personInputSchema.parse({
    source: 'statement',
    names: [
      { script: 'ar', given: [first[0], second?.[0]].filter(Boolean).join(' '), family: last[0] },
      { script: 'latin', given: [first[1], second?.[1]].filter(Boolean).join(' '), family: last[1] },
    ],
    documents: n % 2 === 0 ? [{ kind: 'national-id', number: `B${String(100_000 + n)}`, country: 'MA' }] : [],
  })
}

// The first of a list is met most: half of the draws go to its first quarter.
function skewed(n: number, length: number): number {
  const spread = ((n * 2_654_435_761) % 1_000_003) / 1_000_003
  return Math.floor(spread * spread * length)
}
