import fc from 'fast-check'
import { v7 as uuidv7 } from 'uuid'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { type PvContent, pvContentSchema } from '#contracts/documents/content.ts'
import { type Officer, type TestApp, createTestApp } from '../../server/testing.ts'
import { ApiFailure, LineDown } from '../api/api-failure.ts'
import { type DraftGround, type DraftWriter, createDraftWriter } from './draft-writer.ts'

let app: TestApp
let officer: Officer
let caseId: string
beforeAll(async () => {
  app = await createTestApp()
  officer = await app.as('investigator')
  const opened = await officer.post('/cases', { facts: { how: 'سرقة', inquiry: 'flagrant' } })
  caseId = opened.json<{ id: string }>().id
})
afterAll(() => app.close())

/** How the line is: up, down before a request arrives, or down before its answer does. */
type Line = 'up' | 'asks-lost' | 'answers-lost'

/** One computer: what it keeps, whose windows live, its line, and its clockwork. */
function createComputer(draftId: string) {
  const kept = new Map<string, unknown>()
  const living = new Set<string>()
  const waits = new Set<() => void>()
  const it = { line: 'up' as Line, requests: 0 }
  let under = 0

  let generation = 0
  const never = new Promise<never>(() => undefined)

  async function ask(method: 'PUT' | 'POST', path: string, body: unknown): Promise<unknown> {
    const mine = generation
    it.requests += 1
    if (it.line === 'asks-lost') throw new LineDown('asks lost')
    under += 1
    const response = await officer.send(method, `/drafts/${draftId}${path}`, body).finally(() => (under -= 1))
    if (mine !== generation) return never
    if (it.line === 'answers-lost') throw new LineDown('answers lost')
    if (response.statusCode >= 400) {
      const failure = response.json<ConstructorParameters<typeof ApiFailure>[1]>()
      throw new ApiFailure(response.statusCode, failure)
    }
    return response.json()
  }
  const ground: DraftGround = {
    save: (body) => ask('PUT', '', body) as ReturnType<DraftGround['save']>,
    takePen: (body) => ask('POST', '/pen', body) as ReturnType<DraftGround['takePen']>,
    listKept: () => Promise.resolve([...kept.values()]),
    keep: async (writer, value) => {
      kept.set(writer, structuredClone(value))
    },
    drop: async (writer) => {
      kept.delete(writer)
    },
    claim: async (writer) => {
      if (living.has(writer)) return undefined
      living.add(writer)
      return { writer, release: () => living.delete(writer) }
    },
    newWriter: uuidv7,
    wait: () => new Promise((resolve) => waits.add(() => resolve())),
    now: () => app.clock.now(),
  }
  /** Lets all that waits go on, until nothing more happens. */
  const run = async (): Promise<void> => {
    for (let quiet = 0; quiet < 3;) {
      const before = it.requests
      const due = [...waits]
      waits.clear()
      for (const go of due) go()
      do await new Promise((resolve) => setImmediate(resolve))
      while (under > 0)
      await new Promise((resolve) => setImmediate(resolve))
      // While the line is down somebody waits for ever; up, everything comes to rest.
      quiet = it.line !== 'up' || (waits.size === 0 && it.requests === before) ? quiet + 1 : 0
    }
  }
  /** The computer loses its windows without a word: nothing that they waited for comes to them. */
  const crash = (): void => {
    generation += 1
    living.clear()
    waits.clear()
  }
  return { it, ground, kept, run, crash }
}

async function beginDraft(): Promise<string> {
  const id = uuidv7()
  const answer = await officer.post('/drafts', { id, caseId, form: 'ma.pv.complaint' })
  expect(answer.statusCode).toBeLessThan(300)
  return id
}

interface Stored {
  readonly content: PvContent
  readonly copyList: readonly { readonly id: string }[]
}

/** Every text that the server has of a draft: the one that counts, and those put aside. */
async function textsOf(draftId: string): Promise<{ current: string; aside: string[] }> {
  const { content, copyList } = (await officer.get(`/drafts/${draftId}`)).json<Stored>()
  const aside = []
  for (const { id } of copyList) {
    const copy = (await officer.get(`/drafts/${draftId}/copies/${id}`)).json<{ content: unknown }>()
    aside.push(pvContentSchema.parse(copy.content).subject ?? '')
  }
  return { current: content.subject ?? '', aside }
}

const type = (window: DraftWriter, word: string): void =>
  window.change((before) => ({ ...before, subject: `${before.subject ?? ''} ${word}` }))

test('what is typed reaches the server after a pause, and is then no longer kept here', async () => {
  const draftId = await beginDraft()
  const { ground, kept, run } = createComputer(draftId)
  const window = createDraftWriter(ground)
  await window.open()
  type(window, 'أول')
  type(window, 'ثان')
  await new Promise((resolve) => setImmediate(resolve))
  expect([...kept.values()]).toMatchObject([{ base: 0, seq: 2, content: { subject: ' أول ثان' } }])
  await run()
  expect(await textsOf(draftId)).toEqual({ current: ' أول ثان', aside: [] })
  expect([...kept.values()]).toEqual([{ writer: expect.any(String), base: 2, seq: 2, content: undefined }])
  await window.close()
})

test('a window that reloads keeps the pen; a copy of the window does not get it, and writes nothing', async () => {
  const draftId = await beginDraft()
  const { ground, run } = createComputer(draftId)
  const first = createDraftWriter(ground)
  await first.open()
  type(first, 'أ')
  await first.close()
  const second = createDraftWriter(ground)
  await second.open()
  expect(second.state.get()).toMatchObject({ phase: 'writing', content: { subject: ' أ' } })
  const copy = createDraftWriter(ground)
  await copy.open()
  expect(copy.state.get().phase).toBe('held')
  type(copy, 'لا')
  await run()
  expect(await textsOf(draftId)).toEqual({ current: ' أ', aside: [] })
})

test('a window cut off while another wrote has its words put aside when it comes back', async () => {
  const draftId = await beginDraft()
  const here = createComputer(draftId)
  const elsewhere = createComputer(draftId)
  const cut = createDraftWriter(here.ground)
  await cut.open()
  type(cut, 'معا')
  await here.run()
  here.it.line = 'asks-lost'
  type(cut, 'هنا')
  await here.run()
  expect(cut.state.get().saved.kind).toBe('here')
  here.crash()
  const other = createDraftWriter(elsewhere.ground)
  await other.open()
  expect(other.state.get().phase).toBe('held')
  await other.takePen()
  type(other, 'هناك')
  await elsewhere.run()
  app.clock.advance(130_000)
  here.it.line = 'up'
  const back = createDraftWriter(here.ground)
  await back.open()
  expect(back.state.get()).toMatchObject({ phase: 'writing', putAside: 1, content: { subject: ' معا هناك' } })
  type(back, 'بعد')
  await here.run()
  expect(await textsOf(draftId)).toEqual({ current: ' معا هناك بعد', aside: [' معا هنا'] })
})

test('the pen taken back from a window that wrote nothing goes on with the words typed meanwhile', async () => {
  const draftId = await beginDraft()
  const here = createComputer(draftId)
  const elsewhere = createComputer(draftId)
  const mine = createDraftWriter(here.ground)
  await mine.open()
  type(mine, 'أ')
  await here.run()
  const other = createDraftWriter(elsewhere.ground)
  await other.open()
  await other.takePen()
  type(mine, 'ب')
  await here.run()
  expect(mine.state.get().phase).toBe('parted')
  await mine.takePen()
  expect(mine.state.get()).toMatchObject({ phase: 'writing', content: { subject: ' أ ب' } })
  expect((await textsOf(draftId)).current).toBe(' أ ب')
})

test('flush says the number of the save that holds all of it, or that the server has not got it', async () => {
  const draftId = await beginDraft()
  const here = createComputer(draftId)
  const window = createDraftWriter(here.ground)
  await window.open()
  type(window, 'أ')
  type(window, 'ب')
  expect(await window.flush()).toBe(2)
  window.change((before) => ({ ...before, subject: 'x'.repeat(1001) }))
  await expect(window.flush()).rejects.toMatchObject({ status: 400 })
  window.change((before) => ({ ...before, subject: 'ج' }))
  expect(await window.flush()).toBe(4)
})

/** What may happen to two computers on which one officer writes one draft. */
const happening = fc.record({
  at: fc.constantFrom(0, 1),
  what: fc.constantFrom(
    'type',
    'type',
    'type',
    'run',
    'asks-lost',
    'answers-lost',
    'up',
    'reload',
    'crash',
    'take-pen',
    'lease-ends',
  ),
})

test('no word is lost, whatever the lines, the windows and the pen do', { timeout: 120_000 }, async () => {
  let words = 0
  let asides = 0
  await fc.assert(
    fc.asyncProperty(fc.array(happening, { minLength: 10, maxLength: 40, size: 'max' }), async (story) => {
      officer = await app.again('investigator')
      const draftId = await beginDraft()
      const computers = [createComputer(draftId), createComputer(draftId)] as const
      const typed: string[] = []
      const windows = computers.map(({ ground }) => createDraftWriter(ground))
      for (const window of windows) await window.open()
      for (const { at, what } of story) {
        const computer = computers[at === 0 ? 0 : 1]
        const window = windows[at]
        if (!window) throw new Error('there are two windows')
        switch (what) {
          case 'type': {
            const { phase } = window.state.get()
            if (phase !== 'writing' && phase !== 'parted') break
            typed.push(`و${typed.length}`)
            type(window, `و${typed.length - 1}`)
            await new Promise((resolve) => setImmediate(resolve))
            break
          }
          case 'run':
            await computer.run()
            break
          case 'asks-lost':
          case 'answers-lost':
          case 'up':
            computer.it.line = what
            break
          case 'reload':
          case 'crash': {
            if (what === 'crash') computer.crash()
            else {
              const leaving = window.close()
              await computer.run()
              await leaving
            }
            const next = createDraftWriter(computer.ground)
            windows[at] = next
            void next.open()
            await computer.run()
            break
          }
          case 'take-pen':
            void window.takePen()
            await computer.run()
            break
          case 'lease-ends':
            app.clock.advance(130_000)
            await officer.post('/session/presence')
            break
        }
      }
      for (const computer of computers) computer.it.line = 'up'
      for (const computer of computers) await computer.run()
      // What a crashed window left is handed in by the next one that opens.
      for (const [at, computer] of computers.entries()) {
        await windows[at]?.close()
        await computer.run()
        const last = createDraftWriter(computer.ground)
        await last.open()
        await computer.run()
        await last.close()
      }
      const { current, aside } = await textsOf(draftId)
      const found = [current, ...aside].join(' ').split(' ')
      expect(typed.filter((word) => !found.includes(word))).toEqual([])
      words += typed.length
      asides += aside.length
    }),
    { numRuns: 100 },
  )
  // It looked: words were typed, and some of them in windows that had drifted apart.
  expect(words).toBeGreaterThan(200)
  expect(asides).toBeGreaterThan(5)
})
