import { queryOptions, useQuery } from '@tanstack/react-query'
import type { ReactNode } from 'react'
import { setUpAnswer } from '#contracts/set-up/set-up.ts'
import { callFor } from '../api/http.ts'
import { SetUpPage } from './set-up-page.tsx'

const query = queryOptions({
  queryKey: ['/set-up'],
  queryFn: ({ signal }) => callFor({ method: 'GET', path: '/set-up', signal, passesGate: true }, setUpAnswer),
  staleTime: Number.POSITIVE_INFINITY,
  retry: 1,
})

/** Before the sign-in: a real installation that has no administrator asks for its first one, whatever the address. */
export function SetUpGate({ onOpen, children }: { readonly onOpen: () => void; readonly children: ReactNode }) {
  const { data, isPending, refetch } = useQuery(query)
  if (isPending) return null
  if (data?.state !== 'open') return children
  return <SetUpPage onOpen={() => void refetch().then(onOpen)} onClosed={() => void refetch()} />
}
