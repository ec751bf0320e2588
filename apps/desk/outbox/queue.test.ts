import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { Kept } from './kept.ts'
import { type Queue, type QueueParts, createQueue } from './queue.ts'

const refusal = { code: 'NOT_FOUND', message: '', correlationId: '' }
const command = (id: string): Omit<Kept, 'place' | 'refusal'> => ({
  id,
  type: 'case.add-note',
  version: 1,
  occurredAt: '2026-11-28T09:00:00.000Z',
  ahead: null,
  payload: { text: id },
})

/** What of the computer survives a crash, with a store that can be cut off between any two steps. */
function createDisk() {
  const rows = new Map<string, Kept>()
  return {
    rows,
    open: () => {
      let alive = true
      const step = async (): Promise<void> => {
        await Promise.resolve()
        // A program that ended takes no further step.
        if (!alive) await new Promise<never>(() => undefined)
      }
      return {
        kill: () => {
          alive = false
        },
        step,
        store: {
          list: async () => (await step(), [...rows.values()]),
          put: async (kept: Kept) => {
            await step()
            rows.set(kept.id, kept)
            await step()
          },
          remove: async (id: string) => {
            await step()
            rows.delete(id)
            await step()
          },
        },
      }
    },
  }
}

/** A server that keeps its promise about keys: the same key is carried out once, and answered alike. */
function createServer(refuses: (id: string) => boolean) {
  const done: string[] = []
  return {
    done,
    carryOut: (kept: Kept): { kind: 'done'; result: unknown } | { kind: 'refused'; refusal: typeof refusal } => {
      if (done.includes(kept.id)) return { kind: 'done', result: kept.id }
      if (refuses(kept.id)) return { kind: 'refused', refusal }
      done.push(kept.id)
      return { kind: 'done', result: kept.id }
    },
  }
}

const quiet: Pick<QueueParts, 'onChange' | 'onAnswer'> = { onChange: () => undefined, onAnswer: () => undefined }
const settle = () => new Promise((resolve) => setImmediate(resolve))

type Fate = 'answered' | 'lost before' | 'lost after' | 'killed before' | 'killed after'
type Step =
  { readonly kind: 'give' } | { readonly kind: 'flush'; readonly fates: readonly Fate[] } | { readonly kind: 'kill' }

const fate = fc.constantFrom<Fate>('answered', 'answered', 'lost before', 'lost after', 'killed before', 'killed after')
const step: fc.Arbitrary<Step> = fc.oneof(
  fc.constant<Step>({ kind: 'give' }),
  fc.record({ kind: fc.constant('flush' as const), fates: fc.array(fate, { maxLength: 5 }) }),
  fc.constant<Step>({ kind: 'kill' }),
)

describe('whatever is cut, reloaded or lost', () => {
  test('each command is carried out once, in the order given, and nothing acknowledged disappears', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.array(step, { maxLength: 25 }),
        fc.array(fc.nat({ max: 20 }), { maxLength: 3 }),
        async (steps, unwanted) => {
          const disk = createDisk()
          const server = createServer((id) => unwanted.includes(Number(id.slice(-12))))
          const given: string[] = []
          let fates: Fate[] = []
          let program = disk.open()
          let queue: Queue
          const start = async (): Promise<void> => {
            const mine = disk.open()
            program = mine
            queue = createQueue({
              ...quiet,
              store: mine.store,
              send: async (kept) => {
                const next = fates.shift() ?? 'answered'
                await mine.step()
                if (next === 'killed before') mine.kill()
                if (next === 'lost before') return { kind: 'unknown' }
                await mine.step()
                const answer = server.carryOut(kept)
                if (next === 'killed after') mine.kill()
                await mine.step()
                return next === 'lost after' ? { kind: 'unknown' } : answer
              },
            })
            await queue.load()
          }
          await start()
          const run = async (work: (queue: Queue) => Promise<unknown>): Promise<void> => {
            void work(queue)
            await settle()
            // A killed program answers nothing; the next one finds what is on the disk.
            if (await dead(program.step)) await start()
          }
          for (const each of steps) {
            if (each.kind === 'kill') program.kill()
            if (each.kind === 'flush') fates = [...each.fates]
            await run(async (open) => {
              if (each.kind === 'flush') await open.flush()
              if (each.kind !== 'give') return
              const id = `019ab000-0000-7000-8000-${String(given.length).padStart(12, '0')}`
              await open.add(command(id))
              given.push(id)
            })
          }
          fates = []
          await start()
          await run((open) => open.flush())
          const refused = [...disk.rows.values()].map(({ id }) => id)
          expect([...new Set(server.done)]).toEqual(server.done)
          expect(server.done).toEqual(given.filter((id) => !refused.includes(id)))
          expect([...disk.rows.values()].every((kept) => kept.refusal !== null)).toBe(true)
          expect([...server.done, ...refused].toSorted()).toEqual(given)
        },
      ),
      { numRuns: 400, seed: 5 },
    )
  })
})

async function dead(step: () => Promise<void>): Promise<boolean> {
  return Promise.race([step().then(() => false), settle().then(() => true)])
}

describe('a refused command', () => {
  const first = '019ab000-0000-7000-8000-000000000001'
  const second = '019ab000-0000-7000-8000-000000000002'
  async function withRefused() {
    const disk = createDisk()
    const wrong = new Set([first])
    const server = createServer((id) => wrong.has(id))
    const queue = createQueue({
      ...quiet,
      store: disk.open().store,
      send: (kept) => Promise.resolve(server.carryOut(kept)),
    })
    await queue.load()
    await queue.add(command(first))
    await queue.add(command(second))
    await queue.flush()
    return { disk, server, queue, wrong }
  }

  test('stays with its reason and holds up nothing', async () => {
    const { server, queue } = await withRefused()
    expect(server.done).toEqual([second])
    expect(queue.items()).toMatchObject([{ id: first, refusal: { code: 'NOT_FOUND' } }])
  })

  test('is sent under its own key once it is mended', async () => {
    const { server, queue, wrong } = await withRefused()
    wrong.clear()
    await queue.mend(first, { text: 'mended' })
    expect(await queue.flush()).toBe('empty')
    expect(server.done).toEqual([second, first])
    expect(queue.items()).toEqual([])
  })

  test('can be thrown away, and that can be taken back', async () => {
    const { disk, queue } = await withRefused()
    const thrown = await queue.drop(first)
    expect([...disk.rows]).toEqual([])
    if (!thrown) throw new Error('nothing was thrown away')
    await queue.restore(thrown)
    expect([...disk.rows.keys()]).toEqual([first])
  })
})

test('what is on its way cannot be thrown away: it may be carried out already', async () => {
  const disk = createDisk()
  let answer: (outcome: { kind: 'done'; result: null }) => void = () => undefined
  const queue = createQueue({
    ...quiet,
    store: disk.open().store,
    send: () => new Promise((resolve) => (answer = resolve)),
  })
  const { id } = await queue.add(command('019ab000-0000-7000-8000-000000000001'))
  const flushed = queue.flush()
  await settle()
  expect(await queue.drop(id)).toBeUndefined()
  answer({ kind: 'done', result: null })
  expect(await flushed).toBe('empty')
})
