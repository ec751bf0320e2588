import { createStore } from '../app-store.ts'

/** A request that waits for a fresh proof of identity. */
export interface ProofAsked {
  readonly settle: (proved: boolean) => void
}

export const proofAsked = createStore<ProofAsked | undefined>(undefined)

/** Asks the officer for a fresh proof; false where it was not given. */
export function askProof(): Promise<boolean> {
  return new Promise((resolve) => proofAsked.set({ settle: resolve }))
}
