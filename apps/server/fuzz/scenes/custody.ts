import { type Play, type Scene, SceneOver } from '../fuzz.ts'
import { type FuzzWorld, at } from '../world.ts'
import { openCase } from './casework.ts'

/** From the arrest to the signed line, the books of a place, and what the prosecutor does with them. */
export function custodyScenes(world: FuzzWorld): Scene[] {
  const head = world.officer('head')
  const investigator = world.officer('investigator')
  const prosecutor = world.officer('prosecutor')
  const ago = (minutes: number): string => new Date(world.now().getTime() - minutes * 60_000).toISOString()
  let places = 0

  const place = async (play: Play): Promise<{ id: string; cell: string }> => {
    places += 1
    const made = await play(head, 'POST /api/custody-places', {
      body: {
        unitId: world.units.p1,
        code: `f${places}`,
        nameAr: 'غرف',
        nameFr: 'Chambres',
        prosecutorUnitId: world.units.parquet,
      },
      // Before it, a nearly right one would take the code.
      mutants: 'after',
    })
    const id = at(made, 'id')
    if (!id) throw new SceneOver('a place of custody')
    const cell = at(
      await play(head, 'POST /api/custody-places/{id}/cells', {
        params: { id },
        body: { code: 'M1', use: 'anyone', capacity: 4 },
        mutants: 'after',
      }),
      'id',
    )
    return { id, cell }
  }

  return [
    {
      name: 'a person is held, looked after, presented, and the line signed',
      play: async (play, round) => {
        const { id: caseId, participant } = await openCase(play, world, round)
        const { id: placeId, cell } = await place(play)
        const opened = await play(investigator, 'POST /api/custodies', {
          body: {
            caseId,
            participantId: participant,
            measure: 'custody',
            inquiry: 'flagrant',
            age: 'adult',
            grounds: ['keep-available'],
            arrestedAt: ago(60),
            placedAt: ago(30),
            arrestPlace: 'حي السلام',
            placeId,
            cellId: cell,
            entries: [{ kind: 'lawyer-notice', at: ago(20), outcome: 'declined' }],
          },
        })
        const id = at(opened, 'id')
        if (!id) throw new SceneOver('a custody')
        const params = { id }
        const record = (entry: object) =>
          play(investigator, 'POST /api/custodies/{id}/entries', { params, body: { entries: [entry] } })
        await record({ kind: 'meal', at: ago(10), meal: 'lunch', outcome: 'taken' })
        await record({ kind: 'hearing', at: ago(15), by: investigator.officerId, toldOfFacts: true })
        await play(investigator, 'GET /api/custodies/{id}', { params })
        await play(investigator, 'GET /api/custody-pulse', { query: { custodyId: id } })
        await play(investigator, 'GET /api/custodies', { query: { state: 'open', placeId, text: 'GAV' } })
        await play(investigator, 'GET /api/cases/{id}/custodies', { params: { id: caseId } })
        await play(investigator, 'GET /api/custodies/{id}/bundle.pdf', { params, query: { lang: 'ar' } })
        await record({ kind: 'end', at: ago(1), how: 'presented', to: 'وكيل الملك' })
        await play(head, 'POST /api/custodies/{id}/signature', { params, body: { person: 'signed' }, mutants: 'after' })
      },
    },
    {
      name: 'the cells and the books of a place',
      play: async (play) => {
        const { id, cell } = await place(play)
        const params = { id }
        const day = world.now().toISOString().slice(0, 10)
        const month = day.slice(0, 7)
        await play(head, 'GET /api/custody-rules')
        await play(head, 'GET /api/custody-places')
        await play(head, 'PATCH /api/custody-cells/{id}', {
          params: { id: cell },
          body: { closed: true, reason: 'صيانة', baseVersion: 1 },
        })
        await play(head, 'GET /api/custody-places/{id}/board', { params, query: { at: ago(5) } })
        await play(head, 'GET /api/custody-places/{id}/register', { params, query: { book: 'adults', month } })
        await play(head, 'GET /api/custody-places/{id}/register.pdf', {
          params,
          query: { book: 'adults', month, lang: 'fr' },
        })
        await play(head, 'GET /api/custody-places/{id}/day-list', { params, query: { day } })
        await play(head, 'GET /api/custody-places/{id}/day-list.pdf', { params, query: { day, lang: 'fr' } })
        const sent = await play(head, 'POST /api/custody-places/{id}/day-lists', {
          params,
          body: { day },
          mutants: 'after',
        })
        await play(prosecutor, 'POST /api/custody-day-lists/{id}/acknowledgement', {
          params: { id: at(sent, 'id') },
          mutants: 'after',
        })
        await play(prosecutor, 'POST /api/custody-places/{id}/visas', { params, body: { book: 'adults', month } })
        await play(head, 'GET /api/custody-places/{id}/feed', { params, query: { book: 'adults' } })
        await play(head, 'GET /api/custody-alarms', { query: { open: 'true' } })
        await play(head, 'GET /api/custody-places/{id}/pulse', { params })
        // The head's desk ends with it; the fuzzer signs in anew.
        await play(head, 'POST /api/session/wall', { body: { placeId: id }, mutants: 'none' })
      },
    },
  ]
}
