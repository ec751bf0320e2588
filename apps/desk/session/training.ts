import { queryOptions, useQuery } from '@tanstack/react-query'
import { type TrainingSignIn, trainingSignIns } from '#contracts/training/sign-ins.ts'
import { ApiFailure, LineDown } from '../api/api-failure.ts'
import { callFor } from '../api/http.ts'

// Only a training installation has this address.
const query = queryOptions({
  queryKey: ['/training/sign-ins'],
  queryFn: async ({ signal }): Promise<readonly TrainingSignIn[] | null> => {
    try {
      const path = '/training/sign-ins'
      const { items } = await callFor({ method: 'GET', path, signal, passesGate: true }, trainingSignIns)
      rememberTraining()
      return items
    } catch (error) {
      if (error instanceof ApiFailure && error.status === 404) return null
      // A desk in training stays marked as one while the server does not answer.
      if (error instanceof LineDown && wasTraining()) return []
      throw error
    }
  },
  staleTime: 20_000,
})

/** The fictional officers of a training installation; null in a real one, undefined while that is not known yet. */
export function useTraining(): readonly TrainingSignIn[] | null | undefined {
  return useQuery(query).data
}

const storageKey = 'daira.training'

function rememberTraining(): void {
  try {
    localStorage.setItem(storageKey, 'true')
  } catch {
    // A forbidden storage costs the mark during a cut, nothing else.
  }
}

function wasTraining(): boolean {
  try {
    return localStorage.getItem(storageKey) !== null
  } catch {
    return false
  }
}
