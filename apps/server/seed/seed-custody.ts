import { z } from 'zod'
import { makePerson } from './people.ts'
import { createDice } from './random.ts'
import { type Crew, type SeedWorld, personInput } from './seed-cases.ts'

const id = z.object({ id: z.uuid() })
const some = z.unknown()
const hour = 3_600_000
const caseItems = z.object({
  items: z.array(
    z.object({ id: z.uuid(), sealed: z.boolean(), offenceClass: z.string().nullable(), state: z.string() }),
  ),
})
const people = z.object({ participants: z.array(z.object({ id: z.uuid(), role: z.string() })) })
const placeItems = z.object({
  items: z.array(
    z.object({ id: z.uuid(), unitId: z.uuid(), cells: z.array(z.object({ id: z.uuid(), code: z.string() })) }),
  ),
})
type Place = z.output<typeof placeItems>['items'][number]

const cells = [
  { code: 'ر1', use: 'men', capacity: 3 },
  { code: 'ر2', use: 'men', capacity: 3 },
  { code: 'ن1', use: 'women', capacity: 2 },
  { code: 'ح1', use: 'boys', capacity: 2 },
] as const

/** Hours from the arrest to now of those held in each precinct, so that the board shows every state of the clock. */
const stories = [
  { arrested: 3, cell: 'ر1', risk: 'standard', extended: false, out: false },
  { arrested: 21, cell: 'ر1', risk: 'raised', extended: false, out: true },
  { arrested: 44, cell: 'ر2', risk: 'standard', extended: false, out: false },
  { arrested: 58, cell: 'ر2', risk: 'standard', extended: true, out: false },
] as const

/** Cells for every precinct of the training, and people held in them since some hours: through the API, as officers would. */
export async function seedCustody(world: SeedWorld, now: Date): Promise<void> {
  for (const crew of world.crews) {
    const place = await placeOf(world, crew, now)
    const files = await filesWithSuspects(crew, stories.length)
    for (const [index, story] of stories.entries()) {
      const file = files[index]
      if (file) await seedHeld(world, crew, place, file, story, now)
    }
  }
  world.setTime(now)
}

/** The precinct's cells; made where a start that was cut off had not made them yet. */
async function placeOf(world: SeedWorld, crew: Crew, now: Date): Promise<Place> {
  world.setTime(new Date(now.getTime() - 70 * hour))
  const find = async (): Promise<Place | undefined> =>
    (await crew.head.send(placeItems, 'GET', '/custody-places')).items.find(({ unitId }) => unitId === crew.unitId)
  const made = await find()
  const placeId =
    made?.id ??
    (
      await crew.head.send(id, 'POST', '/custody-places', {
        unitId: crew.unitId,
        code: 'cells',
        nameAr: 'غرف الحراسة بالدائرة',
        nameFr: 'Chambres de sûreté de l’arrondissement',
        prosecutorUnitId: world.units.parquet,
      })
    ).id
  for (const cell of cells)
    if (!made?.cells.some(({ code }) => code === cell.code))
      await crew.head.send(id, 'POST', `/custody-places/${placeId}/cells`, cell)
  const place = await find()
  if (!place) throw new Error('the place that was made is not there')
  return place
}

/** A file with the suspect it names, or someone new where it names none. */
type FileWithSuspect = { readonly caseId: string } & (
  { readonly participantId: string } | { readonly participant: unknown }
)

/** Files of the precinct, not sealed, in which the law knows imprisonment. */
async function filesWithSuspects(crew: Crew, wanted: number): Promise<FileWithSuspect[]> {
  const dice = createDice(31)
  const { items } = await crew.investigator.send(caseItems, 'GET', '/cases?queue=unit&limit=60')
  const found: FileWithSuspect[] = []
  for (const file of items) {
    if (found.length === wanted) break
    if (file.sealed || file.state === 'closed') continue
    if (file.offenceClass !== 'crime' && file.offenceClass !== 'delit_correctionnel') continue
    const { participants } = await crew.investigator.send(people, 'GET', `/cases/${file.id}`)
    const suspect = participants.find(({ role }) => role === 'suspect')
    found.push({
      caseId: file.id,
      ...(suspect
        ? { participantId: suspect.id }
        : { participant: personInput(makePerson(dice, [19, 45], 'male'), 'suspect', 'assessment') }),
    })
  }
  return found
}

async function seedHeld(
  world: SeedWorld,
  crew: Crew,
  place: Place,
  file: FileWithSuspect,
  story: (typeof stories)[number],
  now: Date,
): Promise<void> {
  const arrested = now.getTime() - story.arrested * hour
  const at = (hours: number): string => new Date(arrested + hours * hour).toISOString()
  const cellId = place.cells.find(({ code }) => code === story.cell)?.id
  world.setTime(new Date(arrested + 0.75 * hour))
  const { id: custodyId } = await crew.investigator.send(id, 'POST', '/custodies', {
    ...file,
    measure: 'custody',
    inquiry: 'flagrant',
    age: 'adult',
    grounds: ['keep-available'],
    arrestedAt: at(0),
    placedAt: at(0.5),
    arrestPlace: 'شارع الحسن الثاني',
    placeId: place.id,
    cellId,
    risk: story.risk,
    entries: [
      { kind: 'rights', at: at(0.55), language: 'العربية', understood: true, silenceTold: true, signed: 'signed' },
      {
        kind: 'family-notice',
        at: at(0.6),
        outcome: 'told',
        who: 'أخ المعني بالأمر',
        capacity: 'أخ',
        means: 'phone',
      },
      { kind: 'lawyer-notice', at: at(0.62), outcome: 'declined' },
      {
        kind: 'prosecutor-notice',
        at: at(0.65),
        prosecutorUnitId: world.units.parquet,
        means: 'phone',
        answer: 'التعليمات: مواصلة البحث',
      },
      {
        kind: 'property',
        at: at(0.7),
        items: [{ label: 'هاتف محمول', quantity: '1', kept: 'stored' }],
        signed: 'signed',
      },
    ],
  })
  const record = async (hours: number, entry: Readonly<Record<string, unknown>>): Promise<void> => {
    world.setTime(new Date(arrested + hours * hour + 60_000))
    await crew.investigator.send(some, 'POST', `/custodies/${custodyId}/entries`, {
      entries: [{ ...entry, at: at(hours) }],
    })
  }
  if (story.extended)
    await record(46, {
      kind: 'extension',
      hours: 24,
      by: 'procureur',
      writtenReasoned: true,
      heard: 'none',
      ref: `إذن ${story.arrested}/2026`,
    })
  if (story.arrested > 12) await record(story.arrested - 4, { kind: 'meal', meal: 'lunch', outcome: 'taken' })
  await record(story.arrested - 0.4, { kind: 'welfare', state: 'well' })
  if (story.out) await record(story.arrested - 0.2, { kind: 'extraction', why: 'hearing', to: 'مكتب التحقيق' })
}
