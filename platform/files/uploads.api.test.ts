import { randomBytes } from 'node:crypto'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { type Officer, type TestApp, createTestApp } from '../../apps/server/testing.ts'

let app: TestApp
let desk: Officer
beforeAll(async () => {
  app = await createTestApp()
  desk = await app.as('desk')
})
afterAll(() => app.close())

const pdf = Buffer.concat([Buffer.from('%PDF-1.7\n'), randomBytes(3000)])
const begin = async (officer: Officer, size = pdf.length, mediaType = 'application/pdf'): Promise<string> => {
  const answer = await officer.post('/uploads', { name: 'محضر موقع.pdf', mediaType, size })
  expect(answer.statusCode).toBe(201)
  return answer.json<{ id: string }>().id
}
const put = (officer: Officer, id: string, offset: number, piece: Buffer) =>
  officer.send('PUT', `/uploads/${id}?offset=${offset}`, piece, { 'content-type': 'application/octet-stream' })

describe('an upload', () => {
  it('goes on where the line was cut, and knows its digest when it is whole', async () => {
    const id = await begin(desk)
    expect((await put(desk, id, 0, pdf.subarray(0, 1000))).json()).toMatchObject({ received: 1000, sha256: null })
    // The answer was lost: the same piece comes again and is acknowledged again.
    expect((await put(desk, id, 0, pdf.subarray(0, 1000))).json()).toMatchObject({ received: 1000 })
    const ahead = await put(desk, id, 2000, pdf.subarray(2000))
    expect(ahead.statusCode).toBe(409)
    expect(ahead.json()).toMatchObject({ code: 'UPLOAD_OUT_OF_STEP', params: { received: 1000 } })
    expect((await desk.get(`/uploads/${id}`)).json()).toMatchObject({ received: 1000, size: pdf.length })
    const whole = await put(desk, id, 1000, pdf.subarray(1000))
    expect(whole.json<{ sha256: string }>().sha256).toMatch(/^[0-9a-f]{64}$/)
  })

  it('is refused beyond its size, and where its bytes are not what was announced', async () => {
    const id = await begin(desk, 20)
    expect((await put(desk, id, 0, pdf)).json()).toMatchObject({ code: 'UPLOAD_BEYOND_SIZE' })
    const picture = await begin(desk, pdf.length, 'image/png')
    const answer = await put(desk, picture, 0, pdf)
    expect(answer.statusCode).toBe(415)
    const program = await desk.post('/uploads', { name: 'a.exe', mediaType: 'application/x-msdownload', size: 10 })
    expect(program.json()).toMatchObject({ code: 'FILE_TYPE_NOT_ACCEPTED' })
  })

  it('exists for its officer alone', async () => {
    const id = await begin(desk)
    const other = await app.as('head')
    expect((await other.get(`/uploads/${id}`)).statusCode).toBe(404)
    expect((await put(other, id, 0, pdf)).statusCode).toBe(404)
    expect((await app.http.inject({ method: 'GET', url: `/api/uploads/${id}` })).statusCode).toBe(401)
  })

  it('is swept when nobody made it part of a record', async () => {
    const id = await begin(desk)
    await put(desk, id, 0, pdf.subarray(0, 500))
    const before = app.clock.now()
    app.clock.advance(49 * 3_600_000)
    await app.runJob('files.sweep-uploads', {})
    const left = await app.db.asSuperuser((client) => client.query('select 1 from draft.upload where id = $1', [id]))
    expect(left.rowCount).toBe(0)
    app.clock.set(before)
  })
})
