import type { Board, Place } from '#contracts/custody/place.ts'
import type { Custody } from '#contracts/custody/custody.ts'
import type { LightMyRequestResponse } from 'fastify'

const hour = 3_600_000

/** What the ground needs of a signed-in officer and of the house of a test. */
interface Officer {
  readonly officerId: string
  get(url: string): Promise<LightMyRequestResponse>
  post(url: string, body?: unknown): Promise<LightMyRequestResponse>
}
interface HouseOfTest {
  readonly clock: { now(): Date }
  readonly units: Readonly<Record<'p1' | 'parquet', string>>
  as(key: string): Promise<Officer>
}

/** A place with cells at the first precinct, and what opens a custody there. All people are fictional. */
export interface CustodyGround {
  readonly investigator: Officer
  readonly head: Officer
  readonly keeper: Officer
  readonly prosecutor: Officer
  readonly place: Place
  cell(code: string): string
  /** Instant so many hours from the start, as the API takes it. */
  at(hours: number): string
  openCase(offence?: string): Promise<{ caseId: string; suspectId: string }>
  /** Answers the id of a custody opened with these changes to an ordinary body. */
  open(change?: Readonly<Record<string, unknown>>): Promise<string>
  record(
    id: string,
    ...entries: readonly Readonly<Record<string, unknown>>[]
  ): Promise<{ ids: string[]; marks: string[] }>
  read(id: string, who?: Officer): Promise<Custody>
  board(at?: string): Promise<Board>
}

function requireStatus(answer: LightMyRequestResponse, status: number): void {
  if (answer.statusCode !== status) throw new Error(`${answer.statusCode} ${answer.body}`)
}

/** Theft: a délit punished by imprisonment. */
const theft = 'ma.pc.505'

export async function makeCustodyGround(app: HouseOfTest): Promise<CustodyGround> {
  const [investigator, head, keeper, prosecutor] = (await Promise.all(
    ['investigator', 'head', 'keeper', 'prosecutor'].map((key) => app.as(key)),
  )) as [Officer, Officer, Officer, Officer]
  const start = app.clock.now().getTime()
  const made = await head.post('/custody-places', {
    unitId: app.units.p1,
    code: 'cells',
    nameAr: 'غرف الحراسة',
    nameFr: 'Chambres de sûreté',
    prosecutorUnitId: app.units.parquet,
  })
  requireStatus(made, 201)
  const placeId = made.json<{ id: string }>().id
  for (const [code, use, capacity] of [
    ['M1', 'men', 2],
    ['F1', 'women', 2],
    ['B1', 'boys', 1],
  ] as const) {
    const cell = await head.post(`/custody-places/${placeId}/cells`, { code, use, capacity })
    requireStatus(cell, 201)
  }
  const places = (await head.get('/custody-places')).json<{ items: Place[] }>().items
  const place = places.find(({ id }) => id === placeId)
  if (!place) throw new Error('the place that was made is not listed')
  const cell = (code: string): string => {
    const found = place.cells.find((each) => each.code === code)
    if (!found) throw new Error(`no cell ${code}`)
    return found.id
  }
  const at = (hours: number): string => new Date(start + hours * hour).toISOString()
  const openCase = async (offence = theft) => {
    const answer = await investigator.post('/cases', {
      origin: 'own-motion',
      facts: { happenedFrom: at(-2), happenedPrecision: 'hour', inquiry: 'flagrant' },
      offences: [{ code: offence, main: true }],
      participants: [
        {
          role: 'suspect',
          standing: 'assessment',
          person: {
            source: 'statement',
            names: [
              { script: 'ar', given: 'سفيان', family: 'التدريبي' },
              { script: 'latin', given: 'Soufiane', family: 'Tadribi' },
            ],
            facts: [{ kind: 'sex', value: 'male' }],
          },
        },
      ],
    })
    requireStatus(answer, 201)
    const caseId = answer.json<{ id: string }>().id
    const file = (await investigator.get(`/cases/${caseId}`)).json<{ participants: { id: string }[] }>()
    const suspectId = file.participants[0]?.id
    if (suspectId === undefined) throw new Error('the case has no suspect')
    return { caseId, suspectId }
  }
  const read = async (id: string, who = investigator): Promise<Custody> => {
    const answer = await who.get(`/custodies/${id}`)
    requireStatus(answer, 200)
    return answer.json<Custody>()
  }
  return {
    investigator,
    head,
    keeper,
    prosecutor,
    place,
    cell,
    at,
    openCase,
    read,
    open: async (change = {}) => {
      const file = 'caseId' in change ? {} : await openCase()
      const { caseId, suspectId } = file as { caseId?: string; suspectId?: string }
      const answer = await investigator.post('/custodies', {
        ...(caseId ? { caseId, participantId: suspectId } : {}),
        measure: 'custody',
        inquiry: 'flagrant',
        age: 'adult',
        grounds: ['keep-available'],
        arrestedAt: at(-1),
        placedAt: at(-0.5),
        arrestPlace: 'حي السلام',
        placeId,
        cellId: cell('M1'),
        ...change,
      })
      requireStatus(answer, 201)
      return answer.json<{ id: string }>().id
    },
    record: async (id, ...entries) => {
      const answer = await investigator.post(`/custodies/${id}/entries`, { entries })
      requireStatus(answer, 201)
      return answer.json<{ ids: string[]; marks: string[] }>()
    },
    board: async (when) => {
      const answer = await keeper.get(`/custody-places/${placeId}/board${when ? `?at=${when}` : ''}`)
      requireStatus(answer, 200)
      return answer.json<Board>()
    },
  }
}
