import type { LightMyRequestResponse } from 'fastify'
import { expect } from 'vitest'
import type { TestDb } from '#platform/testing/test-db.ts'

interface Officer {
  get(url: string): Promise<LightMyRequestResponse>
  post(url: string, body?: unknown): Promise<LightMyRequestResponse>
}
interface HouseOfTest {
  readonly db: TestDb
}

export const complaint = {
  kind: 'complaint',
  text: 'سُرقت دراجتي النارية من أمام المقهى صباح اليوم.',
  place: 'شارع محمد الخامس',
  contact: { capacity: 'complainant', nameAr: 'حنان البوعزاوي', phone: '+212 6 00 00 00 01' },
}
export const letter = { sender: 'وكيل الملك لدى المحكمة الابتدائية', reference: '2026/3101/558', date: '2026-11-20' }
export const instruction = { kind: 'prosecutor-instruction', text: 'الاستماع إلى المشتكي وإتمام البحث.', letter }

export interface Ref {
  id: string
  number: number
  year: number
  version: number
  state: string
}

export async function record(officer: Officer, body: object): Promise<Ref> {
  const answer = await officer.post('/register', body)
  expect(answer.json()).toMatchObject({ number: expect.any(Number) as number })
  expect(answer.statusCode).toBe(201)
  return answer.json<Ref>()
}

export async function read(officer: Officer, id: string): Promise<Record<string, unknown>> {
  const answer = await officer.get(`/register/${id}`)
  expect(answer.statusCode).toBe(200)
  return answer.json<Record<string, unknown>>()
}

export const eventsOf = (
  app: HouseOfTest,
  id: string,
): Promise<{ type: string; kind: string; actor_id: string; codes: Record<string, unknown> }[]> =>
  app.db.asSuperuser(async (client) => {
    const { rows } = await client.query(
      `select type, kind, actor_id, codes from audit.event where subjects @> $1 order by recorded_at, id`,
      [JSON.stringify([{ type: 'register', id }])],
    )
    return rows
  })

export const jobsOf = (
  app: HouseOfTest,
  lineId: string,
): Promise<{ payload: { reminderId: string; commandId: string }; run_at: Date }[]> =>
  app.db.asSuperuser(async (client) => {
    const { rows } = await client.query(
      `select j.payload, j.run_at from graphile_worker._private_jobs j
       join intake.reminder r on r.id::text = j.payload ->> 'reminderId' where r.line_id = $1`,
      [lineId],
    )
    return rows
  })
