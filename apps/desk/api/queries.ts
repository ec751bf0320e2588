import { QueryClient, queryOptions } from '@tanstack/react-query'
import type { z } from 'zod'
import { ApiFailure, LineDown } from './api-failure.ts'
import { type QueryValues, callFor } from './http.ts'

/** The memory of what the server said. A refusal is final; a cut line is tried again until it answers. */
export function createQueryClient(): QueryClient {
  return new QueryClient({
    defaultOptions: {
      queries: {
        staleTime: 15_000,
        networkMode: 'always',
        retry: (count, error) => (error instanceof LineDown ? true : !(error instanceof ApiFailure) && count < 1),
        retryDelay: (count) => Math.min(500 * 2 ** count, 8_000),
        refetchOnWindowFocus: true,
      },
    },
  })
}

/** A read of the API as an option set for useQuery; its key is its address. */
export function read<T extends z.ZodType>(
  path: string,
  schema: T,
  options: { readonly query?: QueryValues; readonly purpose?: string } = {},
) {
  return queryOptions({
    queryKey: [path, options.query ?? {}] as const,
    queryFn: ({ signal }): Promise<z.output<T>> =>
      callFor({ method: 'GET', path, query: options.query, purpose: options.purpose, signal }, schema),
  })
}
