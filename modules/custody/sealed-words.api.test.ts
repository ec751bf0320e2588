import { execFile } from 'node:child_process'
import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { hiddenWords } from '#contracts/custody/entry.ts'
import { type TestApp, createTestApp } from '../../apps/server/testing.ts'
import { type CustodyGround, makeCustodyGround } from './testing/custody-ground.ts'

const run = promisify(execFile)
let app: TestApp
let ground: CustodyGround
let out: string
let id: string
// A word that stands nowhere else, in every member that names or describes someone.
const secret = (what: string): string => `Zqx${what}`
const secrets = /Zqx\w+/g

beforeAll(async () => {
  app = await createTestApp()
  ground = await makeCustodyGround(app)
  out = await mkdtemp(join(tmpdir(), 'daira-sealed-'))
  const { caseId, suspectId } = await ground.openCase()
  // Before eight o'clock, so that the line is on the list of the day.
  id = await ground.open({ caseId, participantId: suspectId, arrestedAt: ground.at(-4), placedAt: ground.at(-3) })
  const at = ground.at(-2.9)
  const { ids } = await ground.record(
    id,
    {
      kind: 'rights',
      at,
      understood: true,
      silenceTold: true,
      language: 'Tamazight',
      signed: 'refused',
      interpreter: { name: secret('interpreter'), number: secret('number') },
    },
    { kind: 'family-notice', at, outcome: 'told', who: secret('brother'), capacity: secret('kin'), means: 'phone' },
    { kind: 'lawyer-notice', at, outcome: 'chosen-told', who: secret('lawyer'), means: 'phone' },
    {
      kind: 'prosecutor-notice',
      at,
      prosecutorUnitId: app.units.parquet,
      means: 'phone',
      who: secret('deputy'),
      answer: secret('answer'),
    },
    {
      kind: 'property',
      at,
      signed: 'signed',
      items: [{ label: secret('ring'), quantity: secret('two'), kept: 'stored' }],
    },
    {
      kind: 'body-search',
      at,
      by: ground.investigator.officerId,
      extent: 'full',
      reason: secret('reason'),
      found: secret('found'),
    },
    { kind: 'extraction', at, until: ground.at(-2.5), why: 'search', to: secret('street'), note: secret('note') },
    {
      kind: 'medical',
      at,
      askedBy: 'police',
      doctor: secret('doctor'),
      outcome: 'fit',
      reportAttached: false,
      prosecutorTold: false,
    },
    { kind: 'force', at, used: secret('hold'), reason: secret('why'), injured: false },
    { kind: 'act-elsewhere', at, act: secret('act'), place: secret('town'), localOfficer: secret('local') },
    { kind: 'meal', at, meal: 'breakfast', outcome: 'taken', diet: 'Dietfood' },
  )
  await ground.record(id, {
    kind: 'family-notice',
    at,
    outcome: 'told',
    who: secret('sister'),
    means: 'phone',
    corrects: ids[1],
  })
  await ground.record(id, { kind: 'end', at: ground.at(0), how: 'presented', to: secret('court'), ref: secret('ref') })
  const signed = await ground.investigator.post(`/custodies/${id}/signature`, {
    person: 'refused',
    reason: secret('unwilling'),
  })
  if (signed.statusCode !== 200) throw new Error(signed.body)
  const { version } = (await ground.head.get(`/cases/${caseId}`)).json<{ version: number }>()
  const sealed = await ground.head.post(`/cases/${caseId}/seal`, {
    reason: 'secrecy',
    officers: [ground.investigator.officerId],
    baseVersion: version,
  })
  if (sealed.statusCode !== 200) throw new Error(sealed.body)
})
afterAll(async () => {
  await app.close()
  await rm(out, { recursive: true, force: true })
})

type Reader = CustodyGround['keeper']
async function textOf(who: Reader, url: string): Promise<string> {
  const answer = await who.get(url)
  expect([url, answer.statusCode]).toEqual([url, 200])
  if (!String(answer.headers['content-type']).includes('pdf')) return answer.body
  const file = join(out, 'print.pdf')
  await writeFile(file, answer.rawPayload)
  return (await run('pdftotext', [file, '-'])).stdout
}
const channels = (): [channel: string, url: string, reader: 'keeper' | 'prosecutor'][] => {
  const place = `/custody-places/${ground.place.id}`
  return [
    ['the sheet, with what was put right', `/custodies/${id}`, 'keeper'],
    ['the sheet of the prosecutor', `/custodies/${id}`, 'prosecutor'],
    ['the lists', '/custodies?state=ended', 'keeper'],
    ['the board as it stood', `${place}/board?at=${ground.at(-2.7)}`, 'keeper'],
    ['the register', `${place}/register?book=adults&month=2026-11`, 'prosecutor'],
    ['the list of the day', `${place}/day-list?day=2026-11-23`, 'prosecutor'],
    ['the bundle', `/custodies/${id}/bundle.pdf?lang=fr`, 'keeper'],
    ['the printed register', `${place}/register.pdf?book=adults&month=2026-11&lang=fr`, 'prosecutor'],
    ['the printed list of the day', `${place}/day-list.pdf?day=2026-11-23&lang=fr`, 'prosecutor'],
  ]
}

it('no channel says a word of an entry to whom the case is sealed', async () => {
  for (const [channel, url, reader] of channels())
    expect([channel, (await textOf(ground[reader], url)).match(secrets)]).toEqual([channel, null])
})

it('the feed says none either; what was signed is stored as it is and can be computed again', async () => {
  const feed = await textOf(ground.prosecutor, `/custody-places/${ground.place.id}/feed?book=adults`)
  const items = feed
    .split('\n')
    .filter(Boolean)
    .map((line) => JSON.parse(line) as { what: string; stored?: unknown })
  expect(items.length).toBeGreaterThan(10)
  for (const { stored: _stored, ...said } of items) expect(JSON.stringify(said).match(secrets)).toBeNull()
})

it('whoever is on the list of the case reads every word', async () => {
  const sheet = await textOf(ground.investigator, `/custodies/${id}`)
  for (const word of ['interpreter', 'brother', 'sister', 'ring', 'street', 'note', 'town', 'court'])
    expect(sheet).toContain(secret(word))
  expect(await textOf(ground.investigator, `/custodies/${id}/bundle.pdf?lang=fr`)).toContain(secret('sister'))
})

it('what happened, when, and what is eaten stays', async () => {
  const { entries } = await ground.read(id, ground.keeper)
  const of = (kind: string) => entries.filter(({ entry }) => entry.kind === kind).map(({ entry }) => entry)
  expect(of('family-notice')).toMatchObject([
    { outcome: 'told', means: 'phone', who: hiddenWords },
    { outcome: 'told', means: 'phone', who: hiddenWords },
  ])
  expect(of('property')).toMatchObject([{ items: [{ label: hiddenWords, kept: 'stored' }] }])
  expect(of('rights')).toMatchObject([{ language: 'Tamazight', interpreter: { name: hiddenWords } }])
  expect(of('meal')).toMatchObject([{ outcome: 'taken', diet: 'Dietfood' }])
})
