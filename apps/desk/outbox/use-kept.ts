import { type UseMutationResult, useMutation, useQueryClient } from '@tanstack/react-query'
import { useEffect, useRef } from 'react'
import { v7 as uuidv7 } from 'uuid'
import { z } from 'zod'
import { ApiFailure } from '../api/api-failure.ts'
import { serverAhead } from '../api/server-clock.ts'
import type { Kept, KeptType } from './kept.ts'
import { type AnswerOf, type PayloadOf, kinds, plainOf } from './kinds.ts'
import { type Given, drop, give } from './outbox.ts'

/** A command of the closed list: with the line up it is like any other, with the line down it is kept and goes later. */
export function useKept<K extends KeptType>(
  type: K,
  options: {
    readonly onDone?: (result: AnswerOf<K>, payload: PayloadOf<K>) => void
    /** It is safe on this computer and has no number yet. */
    readonly onKept?: (payload: PayloadOf<K>) => void
    /** The kept command that is being mended: it goes under its own key and hour. */
    readonly as?: Pick<Kept, 'id' | 'occurredAt' | 'ahead'> | undefined
  } = {},
): UseMutationResult<Given, Error, PayloadOf<K>> {
  const client = useQueryClient()
  const here = useRef(false)
  useEffect(() => {
    here.current = true
    return () => {
      here.current = false
    }
  }, [])
  return useMutation<Given, Error, PayloadOf<K>>({
    networkMode: 'always',
    mutationFn: async (payload) => {
      const command = options.as ?? {
        id: uuidv7(),
        occurredAt: new Date().toISOString(),
        ahead: serverAhead.get() ?? null,
      }
      const given = await give(type, z.json().parse(JSON.parse(JSON.stringify(payload))), command)
      // The page still holds the words and shows why. Where it is gone, or mends what was kept, they stay among what is kept.
      if (given.kind === 'refused' && here.current) {
        if (!options.as) await drop(command.id)
        throw new ApiFailure(422, { ...given.refusal, params: {} })
      }
      return given
    },
    onSuccess: async (given, payload) => {
      if (given.kind === 'kept') options.onKept?.(payload)
      if (given.kind !== 'done') return
      const refresh = plainOf(type, payload)?.refresh ?? []
      await Promise.all(refresh.map((queryKey) => client.invalidateQueries({ queryKey })))
      // The answer was read by this kind's own schema when it came.
      options.onDone?.(given.result as AnswerOf<typeof type>, payload)
    },
  })
}

export const answerOf = <K extends KeptType>(type: K, result: unknown): AnswerOf<K> =>
  kinds[type].answer.parse(result) as AnswerOf<K>
