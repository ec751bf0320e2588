import { z } from 'zod'
import type { UnitKey } from './cast.ts'
import { makePerson } from './people.ts'
import { type Dice, createDice } from './random.ts'
import { hasExhibits, seedExhibits } from './seed-exhibits.ts'
import type { SeedClient } from './seed-client.ts'
import { seedComplaintPv } from './seed-pv.ts'
import { losses, stories, taskTitles, tell, visits } from './stories.ts'

/** Who works in a precinct of the training. */
export interface Crew {
  readonly desk: SeedClient
  readonly investigator: SeedClient
  readonly head: SeedClient
  readonly unitId: string
}

export interface SeedWorld {
  readonly crews: readonly Crew[]
  readonly units: Readonly<Record<UnitKey, string>>
  /** Moves the simulated hour; everything the seed does happens at it. */
  readonly setTime: (instant: Date) => void
}

interface SeededCase {
  readonly caseId: string
  readonly sealed: boolean
}

const ref = z.object({ id: z.uuid(), version: z.number() })
const opened = z.object({ caseId: z.uuid() })
const some = z.unknown()
const noticeIds = z.object({ items: z.array(ref.pick({ id: true })) })
const hour = 3_600_000

/**
 * Makes case number `index` of the training, with the lines of the register around it, as officers would: by their own
 * sessions, through the API. The same index makes the same story.
 */
export async function seedCase(world: SeedWorld, index: number, openedAt: Date): Promise<void> {
  const dice = createDice(7919 * (index + 1))
  const crew = dice.pick(world.crews)
  world.setTime(openedAt)
  if (dice.chance(0.5)) await seedSmallLine(dice, crew)
  const { caseId, sealed } = await seedOpenCase(dice, crew, openedAt)
  const later = (hours: number): void => world.setTime(new Date(openedAt.getTime() + hours * hour))
  // Dice of its own: what is seized changes nothing of the story.
  if (hasExhibits(index)) await seedExhibits(createDice(104_729 * (index + 1)), crew, caseId, openedAt, later)
  await seedWork(dice, crew, world, { caseId, sealed }, openedAt)
}

async function seedSmallLine(dice: Dice, crew: Crew): Promise<void> {
  const person = makePerson(dice)
  const contact = { capacity: 'visitor', nameAr: nameOf(person, 0), nameLatin: nameOf(person, 1), phone: person.phone }
  if (dice.chance(0.5)) {
    await crew.desk.send(some, 'POST', '/register', {
      kind: 'visit',
      text: dice.pick(visits),
      contact,
      closed: { reason: 'informed' },
    })
  } else {
    await crew.desk.send(some, 'POST', '/register', {
      kind: 'declaration',
      category: 'loss',
      text: dice.pick(losses),
      contact: { ...contact, capacity: 'owner', identityNumber: person.identityNumber },
    })
  }
}

async function seedOpenCase(dice: Dice, crew: Crew, openedAt: Date): Promise<SeededCase> {
  const story = dice.pick(stories)
  const { text, place } = tell(dice, story)
  // The words of a complaint say whether a woman or a man speaks, and of whom.
  const complainant = makePerson(dice, [22, 70], text.includes('المشتكية') ? 'female' : 'male')
  const happened = new Date(openedAt.getTime() - dice.between(1, 60) * hour)
  const line = await crew.desk.send(ref, 'POST', '/register', {
    kind: story.kind,
    text,
    place,
    contact: {
      capacity: story.kind === 'call' ? 'caller' : 'complainant',
      nameAr: nameOf(complainant, 0),
      nameLatin: nameOf(complainant, 1),
      identityNumber: complainant.identityNumber,
      phone: complainant.phone,
      address: complainant.address,
    },
    happenedFrom: happened.toISOString(),
    ownerId: crew.investigator.officerId,
  })
  const participants: unknown[] = [
    personInput(
      complainant,
      story.minorVictim ? 'minor-guardian' : story.kind === 'call' ? 'declarant' : 'complainant',
      'fact',
    ),
  ]
  if (story.minorVictim) participants.push(personInput(makePerson(dice, [10, 16]), 'victim', 'fact'))
  if (dice.chance(story.hasSuspect))
    participants.push(personInput(makePerson(dice, [19, 45], 'male'), 'suspect', 'assessment'))
  if (dice.chance(0.3)) participants.push(personInput(makePerson(dice), 'witness', 'fact'))
  const { caseId } = await crew.investigator.send(opened, 'POST', `/register/${line.id}/case`, {
    offences: story.offences,
    participants,
    assigneeId: crew.investigator.officerId,
    baseVersion: line.version,
  })
  if (story.kind === 'complaint' && !story.minorVictim && dice.chance(0.25)) {
    await seedComplaintPv(dice, crew.investigator, caseId, text)
  }
  if (story.minorVictim) await sealForMinor(crew, caseId)
  return { caseId, sealed: story.minorVictim ?? false }
}

async function sealForMinor(crew: Crew, caseId: string): Promise<void> {
  const file = await crew.head.send(ref, 'GET', `/cases/${caseId}`)
  await crew.head.send(some, 'POST', `/cases/${caseId}/seal`, {
    reason: 'minor',
    officers: [crew.investigator.officerId],
    baseVersion: file.version,
  })
}

async function seedWork(
  dice: Dice,
  crew: Crew,
  world: SeedWorld,
  { caseId, sealed }: SeededCase,
  openedAt: Date,
): Promise<void> {
  const later = (hours: number): void => world.setTime(new Date(openedAt.getTime() + hours * hour))
  const version = async (who: SeedClient): Promise<number> => (await who.send(ref, 'GET', `/cases/${caseId}`)).version
  later(1)
  if (dice.chance(0.7)) {
    const dueAt = new Date(openedAt.getTime() + dice.between(2, 20) * 24 * hour).toISOString()
    const task = await crew.investigator.send(z.object({ id: z.uuid() }), 'POST', `/cases/${caseId}/tasks`, {
      title: dice.pick(taskTitles),
      dueAt,
      assignedTo: crew.investigator.officerId,
    })
    if (dice.chance(0.6)) {
      later(30)
      await crew.investigator.send(some, 'POST', `/cases/${caseId}/tasks/${task.id}/done`, {
        baseVersion: 1,
        outcome: 'أُنجز.',
      })
    }
  }
  if (dice.chance(0.4)) {
    await crew.investigator.send(some, 'POST', `/cases/${caseId}/notes`, {
      text: 'تم ربط الاتصال بالمشتكي وحُدّد موعد لاستكمال تصريحه.',
    })
  }
  later(50)
  const fate = dice.next()
  if (fate < 0.3) {
    await crew.investigator.send(some, 'POST', `/cases/${caseId}/prosecutor`, {
      prosecutorUnitId: world.units.parquet,
      baseVersion: await version(crew.investigator),
    })
  } else if (fate < 0.5) {
    await crew.head.send(some, 'POST', `/cases/${caseId}/closure`, {
      reason: dice.pick(['complaint-withdrawn', 'unfounded', 'prosecutor-decision'] as const),
      baseVersion: await version(crew.head),
    })
    if (dice.chance(0.15)) {
      later(80)
      await crew.head.send(some, 'POST', `/cases/${caseId}/reopening`, {
        reason: 'ظهور معطيات جديدة',
        baseVersion: await version(crew.head),
      })
    }
  } else if (fate < 0.58 && !sealed) {
    await seedTransfer(dice, crew, world, caseId)
  }
}

async function seedTransfer(dice: Dice, crew: Crew, world: SeedWorld, caseId: string): Promise<void> {
  const other = dice.pick(world.crews.filter((each) => each !== crew))
  const moved = await crew.head
    .send(some, 'POST', `/cases/${caseId}/transfer`, { toUnitId: other.unitId, reason: 'الاختصاص المكاني' })
    .then(() => dice.chance(0.6))
  if (moved) await other.head.send(some, 'POST', `/cases/${caseId}/transfer/answer`, { answer: 'accepted' })
}

function nameOf(person: ReturnType<typeof makePerson>, script: 0 | 1): string {
  return `${person.given[script]} ${person.family[script]}`
}

/** A person of a case as the API takes one. */
export function personInput(
  person: ReturnType<typeof makePerson>,
  role: string,
  standing: 'fact' | 'assessment',
): unknown {
  return {
    role,
    standing,
    person: {
      source: 'document',
      names: [
        { script: 'ar', given: person.given[0], family: person.family[0] },
        { script: 'latin', given: person.given[1], family: person.family[1] },
      ],
      documents: [{ kind: 'national-id', number: person.identityNumber, country: 'MA' }],
      facts: [
        { kind: 'birth', date: person.birth },
        { kind: 'nationality', country: 'MA' },
        { kind: 'sex', value: person.sex },
        { kind: 'contact', type: 'phone', value: person.phone },
        { kind: 'address', text: person.address },
      ],
    },
  }
}

/** What the desks took down today, so that a newcomer finds the day book in use. */
export async function seedToday(world: SeedWorld, now: Date): Promise<void> {
  const dice = createDice(20_261_123)
  for (const crew of world.crews) {
    for (let at = 9; at > 0; at -= 1) {
      world.setTime(new Date(now.getTime() - at * 17 * 60_000))
      await seedSmallLine(dice, crew)
    }
  }
  world.setTime(now)
}

/** What the officers have seen: all but the last notices are read. */
export async function readNotices(world: SeedWorld): Promise<void> {
  for (const crew of world.crews) {
    for (const officer of [crew.desk, crew.investigator, crew.head]) {
      const { items } = await officer.send(noticeIds, 'GET', '/notices')
      const newest = items[0]
      if (newest) await officer.send(some, 'POST', '/notices/read-all', { upTo: newest.id })
    }
  }
}
