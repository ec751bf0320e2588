import { infiniteQueryOptions } from '@tanstack/react-query'
import type { z } from 'zod'
import { type QueryValues, callFor } from './http.ts'

/** A list of the API that comes in pages, for useInfiniteQuery. `cursor` names the parameter that asks for the next. */
export function readPages<T extends z.ZodType<{ items: readonly unknown[]; next: string | null }>>(
  path: string,
  schema: T,
  options: { readonly query?: QueryValues; readonly cursor: 'cursor' | 'after'; readonly purpose?: string },
) {
  return infiniteQueryOptions({
    queryKey: [path, options.query ?? {}, 'pages'] as const,
    queryFn: ({ pageParam, signal }: { pageParam: string | null; signal: AbortSignal }): Promise<z.output<T>> =>
      callFor(
        {
          method: 'GET',
          path,
          query: { ...options.query, [options.cursor]: pageParam },
          purpose: options.purpose,
          signal,
        },
        schema,
      ),
    initialPageParam: null as string | null,
    getNextPageParam: (last) => last.next,
  })
}
