import { setTimeout as sleep } from 'node:timers/promises'
import { v7 as uuidv7 } from 'uuid'
import { z } from 'zod'
import { trainingSignIns } from '#contracts/training/sign-ins.ts'

/** A write that the server said was done. */
export interface Acknowledged {
  readonly key: string
  readonly lineId: string
}

/** Officers who write into the register without a pause, whatever happens to the server meanwhile. */
export interface Writers {
  readonly acknowledged: readonly Acknowledged[]
  /** Answers other than a success or `not now`; there should be none. */
  readonly wrong: readonly string[]
  /** Requests that got no answer, and were sent again under the same key. */
  readonly unanswered: () => number
  stop(): Promise<void>
}

const ref = z.object({ id: z.uuid() })
const patience = 15_000

export function startWriters(address: string, officers: readonly string[]): Writers {
  const acknowledged: Acknowledged[] = []
  const wrong: string[] = []
  let unanswered = 0
  let stopping = false
  const work = Promise.all(officers.map((officer) => write(officer)))
  return {
    acknowledged,
    wrong,
    unanswered: () => unanswered,
    stop: async () => {
      stopping = true
      await work
    },
  }

  async function write(officer: string): Promise<void> {
    let cookie: string | undefined
    for (let count = 0; !stopping; count += 1) {
      // The key stays until there is an answer: what was carried out unheard is not done twice.
      const key = uuidv7()
      const body = {
        kind: 'visit',
        text: `زيارة رقم ${count}`,
        contact: { capacity: 'visitor', nameAr: 'زائر التجربة' },
        closed: { reason: 'informed' },
      }
      for (let sent = false; !sent && !stopping;) {
        cookie ??= await signIn(officer)
        if (cookie === undefined) {
          await sleep(200)
          continue
        }
        const answer = await post('/register', body, { cookie, 'idempotency-key': key })
        if (answer === undefined || answer.status === 503) {
          unanswered += 1
          await sleep(100)
        } else if (answer.ok) {
          acknowledged.push({ key, lineId: ref.parse(await answer.json()).id })
          sent = true
        } else if (answer.status === 401) cookie = undefined
        else {
          wrong.push(`${answer.status} ${(await answer.text()).slice(0, 200)}`)
          sent = true
        }
      }
    }
  }

  async function signIn(officer: string): Promise<string | undefined> {
    const page = await reach(fetch(`${address}/api/training/sign-ins`, { signal: AbortSignal.timeout(patience) }))
    if (!page?.ok) return undefined
    const { items } = trainingSignIns.parse(await page.json())
    const who = items.find((item) => item.serviceNumber === officer)
    for (const code of who?.codes ?? []) {
      const body = { serviceNumber: officer, password: who?.password, seat: 'own-desk', code }
      const answer = await post('/session', body, {})
      if (answer?.ok) return answer.headers.get('set-cookie')?.split(';')[0]
    }
    return undefined
  }

  function post(path: string, body: unknown, headers: Record<string, string>): Promise<Response | undefined> {
    return reach(
      fetch(`${address}/api${path}`, {
        method: 'POST',
        headers: { 'content-type': 'application/json', ...headers },
        body: JSON.stringify(body),
        signal: AbortSignal.timeout(patience),
      }),
    )
  }
}

async function reach(answer: Promise<Response>): Promise<Response | undefined> {
  try {
    const response = await answer
    // An answer that breaks off in the middle is none.
    const text = await response.clone().text()
    return text === undefined ? undefined : response
  } catch {
    return undefined
  }
}
