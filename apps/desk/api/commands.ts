import { type UseMutationResult, useMutation, useQueryClient } from '@tanstack/react-query'
import { useRef } from 'react'
import { v7 as uuidv7 } from 'uuid'
import type { z } from 'zod'
import { LineDown } from './api-failure.ts'
import { type Call, callFor } from './http.ts'
import { whileSaving } from './line.ts'
import { rememberedMe } from '../session/remembered.ts'

export interface CommandSpec<I, T extends z.ZodType> {
  readonly method?: Call['method']
  readonly path: string | ((input: I) => string)
  readonly body?: (input: I) => unknown
  readonly answer: T
  readonly purpose?: string | undefined
}

/** Sends a command once or, while the line is down, again under the same key: it is carried out at most once. */
export async function sendCommand<I, T extends z.ZodType>(
  spec: CommandSpec<I, T>,
  input: I,
  key: string = uuidv7(),
): Promise<z.output<T>> {
  // Held up at a shut gate, it may not go on in the name of whoever signs in next.
  const by = rememberedMe()?.officer.id
  return whileSaving(async () => {
    for (const wait of [400, 1_500, undefined]) {
      try {
        return await callFor(
          {
            method: spec.method ?? 'POST',
            path: typeof spec.path === 'string' ? spec.path : spec.path(input),
            body: spec.body ? spec.body(input) : (input ?? {}),
            key,
            purpose: spec.purpose,
            ...(by === undefined ? {} : { from: { officerId: by } }),
          },
          spec.answer,
        )
      } catch (error) {
        if (!(error instanceof LineDown) || wait === undefined) throw error
        await new Promise((resolve) => setTimeout(resolve, wait))
      }
    }
    throw new LineDown('no answer')
  })
}

/**
 * A command of the page. Pressing again after a cut line sends the same command under the same key, so that what
 * the server did carry out, although its answer was lost, is not done twice.
 */
export function useCommand<I, T extends z.ZodType>(
  spec: CommandSpec<I, T>,
  options: {
    readonly refresh?: readonly (readonly unknown[])[]
    readonly onDone?: (result: z.output<T>, input: I) => void
  } = {},
): UseMutationResult<z.output<T>, Error, I> {
  const client = useQueryClient()
  const pending = useRef<{ text: string; key: string } | undefined>(undefined)
  return useMutation<z.output<T>, Error, I>({
    mutationFn: (input) => {
      const text = JSON.stringify(input ?? null)
      if (pending.current?.text !== text) pending.current = { text, key: uuidv7() }
      return sendCommand(spec, input, pending.current.key)
    },
    networkMode: 'always',
    onSuccess: async (result, input) => {
      pending.current = undefined
      await Promise.all((options.refresh ?? []).map((queryKey) => client.invalidateQueries({ queryKey })))
      options.onDone?.(result, input)
    },
    onError: (error) => {
      if (!(error instanceof LineDown)) pending.current = undefined
    },
  })
}
