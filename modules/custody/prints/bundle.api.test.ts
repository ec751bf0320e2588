import { execFile } from 'node:child_process'
import { mkdir, writeFile } from 'node:fs/promises'
import { promisify } from 'node:util'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { type TestApp, createTestApp } from '../../../apps/server/testing.ts'
import { type CustodyGround, makeCustodyGround } from '../testing/custody-ground.ts'

const run = promisify(execFile)
let app: TestApp
let ground: CustodyGround
beforeAll(async () => {
  app = await createTestApp()
  ground = await makeCustodyGround(app)
})
afterAll(() => app.close())

const out = new URL('../../../out/custody/', import.meta.url)
/** The print of a custody: checked as a file, kept in out/, and read as text. */
async function bundle(id: string, lang: 'ar' | 'fr', name: string, who = ground.investigator): Promise<string> {
  const answer = await who.get(`/custodies/${id}/bundle.pdf?lang=${lang}`)
  expect(answer.statusCode).toBe(200)
  expect(answer.headers['content-type']).toBe('application/pdf')
  await mkdir(out, { recursive: true })
  const file = new URL(`${name}-${lang}.pdf`, out).pathname
  await writeFile(file, answer.rawPayload)
  await run('qpdf', ['--check', file])
  // Marks of direction are for the eye; what is looked for has none.
  const { stdout } = await run('pdftotext', ['-layout', file, '-'])
  return stdout.replaceAll(/[\u2066-\u2069\u202a-\u202e\u200e\u200f]/g, '').replaceAll(/[ \t]+/g, ' ')
}

const rights = () => ({
  kind: 'rights',
  at: ground.at(-0.5),
  language: 'العربية',
  understood: true,
  silenceTold: true,
  interpreter: { name: 'ترجمان تدريبي', number: 'T-12' },
  signed: 'refused',
})

describe('the bundle of papers', () => {
  it('has every paper of an adult, with what was taken down', async () => {
    const id = await ground.open({
      entries: [
        rights(),
        {
          kind: 'family-notice',
          at: ground.at(-0.4),
          outcome: 'told',
          who: 'أم تدريبية',
          capacity: 'الأم',
          means: 'phone',
        },
        { kind: 'lawyer-notice', at: ground.at(-0.4), outcome: 'chosen-told', who: 'الأستاذ التدريبي', means: 'phone' },
        {
          kind: 'prosecutor-notice',
          at: ground.at(-0.3),
          prosecutorUnitId: app.units.parquet,
          means: 'phone',
          answer: 'يواصل البحث',
        },
        {
          kind: 'property',
          at: ground.at(-0.3),
          items: [
            { label: 'هاتف محمول', quantity: '1', kept: 'seized' },
            { label: 'حزام', quantity: '1', kept: 'stored' },
          ],
          signed: 'signed',
        },
      ],
    })
    const { ids } = await ground.record(id, { kind: 'meal', at: ground.at(-0.2), meal: 'lunch', outcome: 'taken' })
    await ground.record(id, { kind: 'meal', at: ground.at(-0.2), meal: 'lunch', outcome: 'refused', corrects: ids[0] })
    await ground.record(id, {
      kind: 'welfare',
      at: ground.at(-0.45),
      state: 'well',
      note: 'كلام عن الصحة',
      paper: { page: '12', line: '3' },
    })
    const fr = await bundle(id, 'fr', 'adult')
    for (const words of [
      'Notification des droits',
      'Article 66-2 du Code de procédure pénale',
      'Article 66-1',
      'Garder le silence',
      'A refusé de signer',
      'Avis à la famille',
      'Avis à l’avocat ou au bâtonnier',
      'Avis au parquet',
      'Inventaire des effets',
      'Extrait de la ligne du registre',
      'Article 66-5',
      'GAV 2026/1',
      'Document de formation',
      'Soufiane Tadribi',
      'registre papier p. 12',
      'rectifie la mention',
      'En cas de refus',
      '(Suite)',
    ])
      expect(fr).toContain(words)
    expect(fr).not.toContain('Autorisation du parquet')
    expect(fr).not.toContain('représentant légal du mineur')
    const ar = await bundle(id, 'ar', 'adult')
    expect(ar).toContain('GAV 2026/1')
    expect(ar).toContain('66-2')
    const pages = (text: string) => text.split('\f').filter((page) => page.trim() !== '').length
    expect(pages(fr)).toBeGreaterThanOrEqual(6)
    expect(fr + ar).not.toContain('كلام عن الصحة')
  })

  it('leaves lines for the hand where nothing was taken down, and invents nothing', async () => {
    const id = await ground.open()
    const fr = await bundle(id, 'fr', 'empty')
    expect(fr).toContain('Avis à la famille')
    expect(fr).not.toMatch(/A refusé de signer|Moyen: téléphone|Langue: \S*العربية/)
  })

  it('has the guardian and the authorisation for a minor, and not the family’s', async () => {
    const { caseId, suspectId } = await ground.openCase()
    const id = await ground.open({
      caseId,
      participantId: suspectId,
      measure: 'minor-retention',
      age: 'minor',
      grounds: ['inquiry-or-safety'],
      cellId: ground.cell('B1'),
      entries: [
        {
          kind: 'guardian-notice',
          at: ground.at(-0.4),
          outcome: 'told',
          who: 'والد تدريبي',
          capacity: 'الأب',
          means: 'phone',
        },
      ],
    })
    const fr = await bundle(id, 'fr', 'minor')
    expect(fr).toContain('Avis au représentant légal du mineur')
    expect(fr).toContain('Autorisation du parquet')
    expect(fr).toContain('Article 460')
    expect(fr).not.toContain('Avis à la famille')
    await bundle(id, 'ar', 'minor')
  })

  it('is for those who may print, and each print is in the log', async () => {
    const id = await ground.open()
    const visitor = await app.as('visitor')
    expect((await visitor.get(`/custodies/${id}/bundle.pdf?lang=fr`)).statusCode).toBe(200)
    expect((await (await app.as('desk')).get(`/custodies/${id}/bundle.pdf`)).statusCode).toBe(403)
    expect((await (await app.as('investigator2')).get(`/custodies/${id}/bundle.pdf`)).statusCode).toBe(404)
    expect((await app.http.inject({ method: 'GET', url: `/api/custodies/${id}/bundle.pdf` })).statusCode).toBe(401)
    const printed = await app.db.asSuperuser(
      async (client) =>
        (
          await client.query(`select actor_id from audit.event where type = 'custody.printed' and subjects @> $1`, [
            JSON.stringify([{ type: 'custody', id }]),
          ])
        ).rows,
    )
    expect(printed).toEqual([{ actor_id: visitor.officerId }])
  })
})
