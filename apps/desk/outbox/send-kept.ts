import { ApiFailure, LineDown } from '../api/api-failure.ts'
import { gate } from '../api/gate.ts'
import { callFor } from '../api/http.ts'
import { whileSaving } from '../api/line.ts'
import { byServerClock } from '../api/server-clock.ts'
import { preferences } from '../preferences.ts'
import { translate } from '../i18n/translate.ts'
import type { Kept } from './kept.ts'
import { plainOf } from './kinds.ts'
import type { Outcome } from './queue.ts'

// What reaches the server at once needs no hour of its own: the server's is the better one.
const atOnce = 10_000

/** Sends a kept command for its officer, with the hour at which it was given. Never throws. */
export async function sendKept(kept: Kept, officerId: string): Promise<Outcome> {
  const plain = plainOf(kept.type, kept.payload)
  if (!plain) return refusedHere('KEPT_BY_ANOTHER_VERSION')
  const late = Date.now() - Date.parse(kept.occurredAt) > atOnce
  try {
    const result: unknown = await whileSaving(() =>
      callFor(
        {
          method: 'POST',
          path: plain.path,
          body: plain.body,
          key: kept.id,
          purpose: plain.purpose,
          from: {
            officerId,
            occurredAt: late ? byServerClock(kept.occurredAt, kept.ahead).toISOString() : undefined,
          },
          // A curtain is no reason to hold the request back until somebody else has signed in: it is asked again then.
          passesGate: true,
        },
        plain.answer,
      ),
    )
    return { kind: 'done', result }
  } catch (error) {
    return outcomeOf(error)
  }
}

function outcomeOf(error: unknown): Outcome {
  if (error instanceof LineDown) return { kind: 'unknown' }
  if (!(error instanceof ApiFailure)) return refusedHere('KEPT_ANSWER_UNREADABLE')
  const { status, code, message, correlationId } = error
  if (code === 'DESK_LOCKED') gate.set('locked')
  if (code === 'SIGN_IN_NEEDED') gate.set('ended')
  const passing = [401, 423, 429, 502, 503, 504].includes(status) || code === 'OTHER_OFFICER'
  return passing ? { kind: 'unknown' } : { kind: 'refused', refusal: { code, message, correlationId } }
}

function refusedHere(code: 'KEPT_BY_ANOTHER_VERSION' | 'KEPT_ANSWER_UNREADABLE'): Outcome {
  const text = code === 'KEPT_BY_ANOTHER_VERSION' ? 'outbox.otherVersion' : 'outbox.answerUnreadable'
  return {
    kind: 'refused',
    refusal: { code, message: translate(preferences.get().locale, text), correlationId: '' },
  }
}
