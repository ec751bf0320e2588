import { execFileSync } from 'node:child_process'
import { mkdtempSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { Line } from '#contracts/intake/register.ts'
import { needTools } from '#platform/testing/need-tools.ts'
import { type TestApp, createTestApp } from '../../apps/server/testing.ts'

needTools('pdfinfo')

let app: TestApp
beforeAll(async () => {
  app = await createTestApp()
})
afterAll(() => app.close())

const letter = { sender: 'قاضي التحقيق', reference: '2026/12', date: '2026-11-20' }
const due = async (body: object): Promise<unknown> => {
  const desk = await app.as('desk')
  const { id } = (await desk.post('/register', { text: 'بريد', letter, ...body })).json<{ id: string }>()
  return (await desk.get(`/register/${id}`)).json<{ dueAt: string | null }>().dueAt
}

describe('the rules of the country', () => {
  it('give a rogatory commission without a day eight days, and leave the day a letter names', async () => {
    // It came on the 23rd; the eighth day after ends at midnight.
    expect(await due({ kind: 'rogatory-commission' })).toBe('2026-12-02T00:00:00.000Z')
    const named = '2026-12-24T12:00:00.000Z'
    expect(await due({ kind: 'rogatory-commission', dueAt: named })).toBe(named)
    expect(await due({ kind: 'prosecutor-instruction' })).toBeNull()
  })

  it('name their article on the line on which they act, and on no other', async () => {
    const desk = await app.as('desk')
    const bases = async (body: object): Promise<object> => {
      const { id } = (await desk.post('/register', { text: 'بريد', ...body })).json<{ id: string }>()
      return (await desk.get(`/register/${id}`)).json<Line>().bases
    }
    expect(await bases({ kind: 'rogatory-commission', letter })).toMatchObject({
      authorisation: null,
      due: { fr: expect.stringContaining('Article 189') as string },
    })
    expect(await bases({ kind: 'denunciation', anonymous: true })).toMatchObject({
      authorisation: { ar: expect.stringContaining('المادتان 21 و40') as string },
      due: null,
    })
    const dueAt = '2026-12-24T12:00:00.000Z'
    for (const body of [{ kind: 'complaint' }, { kind: 'prosecutor-instruction', letter, dueAt }])
      expect(await bases(body)).toEqual({ authorisation: null, due: null })
  })

  it('remind the owner a day before', async () => {
    const desk = await app.as('desk')
    const { id } = (await desk.post('/register', { kind: 'rogatory-commission', text: 'بريد', letter })).json<{
      id: string
    }>()
    const line = (await desk.get(`/register/${id}`)).json<{ reminders: { remindAt: string }[] }>()
    expect(line.reminders).toHaveLength(1)
  })

  it('keep an anonymous denunciation from becoming a case until the prosecutor has spoken', async () => {
    const desk = await app.as('desk')
    const body = { kind: 'denunciation', anonymous: true, text: 'وشاية' }
    const line = (await desk.post('/register', body)).json<{ id: string; state: string; version: number }>()
    expect(line.state).toBe('awaiting-authorisation')
    const head = await app.as('head')
    const refused = await head.post(`/register/${line.id}/case`, { baseVersion: line.version })
    expect(refused.statusCode).toBe(409)
  })

  it.each(['ar', 'fr', 'en'])('fit on the one sheet of a receipt in %s', async (lang) => {
    const desk = await app.as('desk')
    const contact = { capacity: 'complainant', nameAr: 'حنان البوعزاوي', nameLatin: 'Hanane El Bouazzaoui' }
    const { id } = (await desk.post('/register', { kind: 'complaint', text: 'شكاية', contact })).json<{ id: string }>()
    const path = join(mkdtempSync(join(tmpdir(), 'daira-receipt-')), 'receipt.pdf')
    writeFileSync(path, (await desk.get(`/register/${id}/receipt.pdf?lang=${lang}`)).rawPayload)
    expect(/^Pages:\s+(\d+)/m.exec(execFileSync('pdfinfo', [path]).toString())?.[1]).toBe('1')
  })
})
