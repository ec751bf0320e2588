import { z } from 'zod'
import type { SeedClient } from '../../apps/server/seed/seed-client.ts'

const hour = 3_600_000
const made = z.object({ id: z.uuid() })
const casesOf = 8

/** A custody with the alarm on its deadline that falls due at a known hour. */
export interface Held {
  readonly id: string
  readonly hoursBefore: number
  readonly dueAt: number
}

/** What is to be made: hours left at which the alarm comes, its hour, and when the next look in is due. */
export interface Wanted {
  readonly hoursBefore: number
  readonly dueAt: number
  readonly lookInAt: number
}

export interface Precinct {
  readonly investigator: SeedClient
  readonly head: SeedClient
  readonly unitId: string
  readonly parquetId: string
  readonly now: Date
}

/** Opens custodies through the API, several at a time, each lane in a place of its own. */
export async function holdPeople(
  precinct: Precinct,
  all: readonly Wanted[],
  lanes: number,
  say: (done: number) => void,
): Promise<Held[]> {
  const held: Held[] = []
  const queue = [...all]
  await Promise.all(
    Array.from({ length: lanes }, async (_, lane) => {
      const place = await makePlace(precinct, `lane-${lane}-${precinct.now.getTime()}`)
      for (;;) {
        const batch = queue.splice(0, casesOf)
        if (batch.length === 0) return
        const { id: caseId } = await precinct.investigator.send(made, 'POST', '/cases', {
          origin: 'own-motion',
          facts: { how: 'واقعة للقياس' },
          offences: [{ code: 'ma.pc.505', main: true }],
        })
        for (const wanted of batch) {
          held.push(await hold(precinct, place, caseId, wanted, held.length))
          if (held.length % 250 === 0) say(held.length)
        }
      }
    }),
  )
  return held
}

async function makePlace({ head, unitId, parquetId }: Precinct, code: string) {
  const { id } = await head.send(made, 'POST', '/custody-places', {
    unitId,
    code,
    nameAr: 'غرف القياس',
    nameFr: 'Chambres de mesure',
    prosecutorUnitId: parquetId,
  })
  const cell = await head.send(made, 'POST', `/custody-places/${id}/cells`, { code: 'A', use: 'anyone', capacity: 50 })
  return { id, cellId: cell.id }
}

async function hold(
  { investigator, now }: Precinct,
  place: { readonly id: string; readonly cellId: string },
  caseId: string,
  { hoursBefore, dueAt, lookInAt }: Wanted,
  index: number,
): Promise<Held> {
  // Forty-eight hours for a délit; someone looks in every hour.
  const arrested = new Date(dueAt - (48 - hoursBefore) * hour).toISOString()
  const lookedIn = new Date(Math.min(now.getTime(), lookInAt - hour)).toISOString()
  const { id } = await investigator.send(made, 'POST', '/custodies', {
    caseId,
    participant: {
      role: 'suspect',
      standing: 'assessment',
      person: {
        source: 'statement',
        names: [{ script: 'latin', given: 'Soufiane', family: `Tadribi ${index}` }],
        facts: [{ kind: 'sex', value: 'male' }],
      },
    },
    measure: 'custody',
    inquiry: 'flagrant',
    age: 'adult',
    grounds: ['keep-available'],
    arrestedAt: arrested,
    placedAt: arrested,
    arrestPlace: 'حي السلام',
    placeId: place.id,
    cellId: place.cellId,
    entries: [{ kind: 'welfare', at: lookedIn, state: 'well' }],
  })
  return { id, hoursBefore, dueAt }
}
