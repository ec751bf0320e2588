import { queryOptions } from '@tanstack/react-query'
import { type ReactNode, createContext, use } from 'react'
import { type SessionAnswer, sessionAnswer } from '#contracts/identity/session.ts'
import { LineDown, isCode } from '../api/api-failure.ts'
import { callFor } from '../api/http.ts'
import { forgetMe, rememberMe, rememberedMe } from './remembered.ts'

/** The officer at this desk. */
export type Me = SessionAnswer

export const meQuery = queryOptions({
  queryKey: ['/session'],
  queryFn: async ({ signal }) => {
    try {
      const me = await callFor({ method: 'GET', path: '/session', signal, passesGate: true }, sessionAnswer)
      rememberMe(me)
      return me
    } catch (error) {
      if (isCode(error, 'SIGN_IN_NEEDED')) forgetMe()
      const known = error instanceof LineDown ? rememberedMe() : undefined
      if (known) return known
      throw error
    }
  },
  staleTime: 60_000,
})

const MeContext = createContext<Me | undefined>(undefined)

export function MeProvider({ me, children }: { readonly me: Me; readonly children: ReactNode }) {
  return <MeContext value={me}>{children}</MeContext>
}

/** Who is signed in. Only below the frame of a signed-in desk. */
export function useMe(): Me {
  const me = use(MeContext)
  if (!me) throw new Error('useMe is used where nobody is signed in')
  return me
}

/** True where the officer holds the permission somewhere; what holds for one record travels with that record. */
export function useMay(permission: string): boolean {
  return useMe().permissions.some((grant) => grant.permission === permission)
}
