import type { LightMyRequestResponse } from 'fastify'
import type { Exhibit } from '#contracts/exhibits/exhibit.ts'

/** Requests of a signed-in officer, as the test app of the composition root makes them. */
export interface OfficerOfTest {
  readonly officerId: string
  readonly unitId: string
  get(url: string, headers?: Record<string, string>): Promise<LightMyRequestResponse>
  send(
    method: 'POST' | 'PUT',
    url: string,
    body?: unknown,
    headers?: Record<string, string>,
  ): Promise<LightMyRequestResponse>
  post(url: string, body?: unknown, headers?: Record<string, string>): Promise<LightMyRequestResponse>
}

/** Sends a command and answers its body; throws where it was refused. */
export async function done<R>(answer: Promise<LightMyRequestResponse>): Promise<R> {
  const { statusCode, body, json } = await answer
  if (statusCode >= 300) throw new Error(`${statusCode} ${body}`)
  return json()
}

export const codeOf = (answer: LightMyRequestResponse): [number, string | undefined] => [
  answer.statusCode,
  (answer.json() as { code?: string }).code,
]

export interface Scene {
  readonly caseId: string
  /** From whom things are taken. */
  readonly suspect: string
  readonly complainant: string
}

/** A case with two people. */
export async function openScene(by: OfficerOfTest, more: object = {}): Promise<Scene> {
  const person = (given: string) => ({
    source: 'statement',
    names: [
      { script: 'ar', given, family: 'التجريبي' },
      { script: 'latin', given: 'X', family: 'Essai' },
    ],
  })
  const opened = await done<{ id: string; participants: { id: string }[] }>(
    by.post('/cases', {
      participants: [
        { role: 'suspect', standing: 'assessment', person: person('سالم') },
        { role: 'complainant', standing: 'fact', person: person('ليلى') },
      ],
      ...more,
    }),
  )
  const [suspect, complainant] = opened.participants
  if (!suspect || !complainant) throw new Error('the case has no people')
  return { caseId: opened.id, suspect: suspect.id, complainant: complainant.id }
}

export interface Recorded {
  readonly id: string
  readonly reference: string
  readonly version: number
  readonly label: string
  readonly marks: number
}

/** A knife taken from the suspect, unless `more` says otherwise. */
export async function recordOne(
  by: OfficerOfTest,
  scene: Scene,
  takenAt: Date,
  more: { readonly body?: object; readonly item?: object } = {},
): Promise<Recorded> {
  const { items } = await done<{ items: Recorded[] }>(by.post('/exhibits', recordBody(by, scene, takenAt, more)))
  const [item] = items
  if (!item) throw new Error('nothing was recorded')
  return item
}

export function recordBody(
  by: OfficerOfTest,
  scene: Scene,
  takenAt: Date,
  more: { readonly body?: object; readonly item?: object } = {},
): object {
  return {
    caseId: scene.caseId,
    takenAt: takenAt.toISOString(),
    heldFromParticipantId: scene.suspect,
    handedBy: { kind: 'participant', participantId: scene.suspect },
    receivedBy: { kind: 'officer', officerId: by.officerId },
    items: [{ kind: 'object', detail: { description: 'سكين مطبخ بمقبض أسود' }, quantity: 1, ...more.item }],
    ...more.body,
  }
}

/** The two persons of a movement between officers. */
export const between = (from: OfficerOfTest, to: OfficerOfTest) => ({
  handedBy: { kind: 'officer', officerId: from.officerId },
  receivedBy: { kind: 'officer', officerId: to.officerId },
})

export const readExhibit = (by: OfficerOfTest, id: string): Promise<Exhibit> => done(by.get(`/exhibits/${id}`))

/** Moves it on from the version it has now. */
export async function step<R = { version: number; marks: number; state: string; placeId: string }>(
  by: OfficerOfTest,
  id: string,
  path: string,
  body: object,
): Promise<R> {
  const { version } = await readExhibit(by, id)
  return done<R>(by.post(`/exhibits/${id}/${path}`, { baseVersion: version, ...body }))
}
