import { referenceAnswer } from '#contracts/organisation/reference.ts'
import { read } from '../api/queries.ts'

/** Kinds, ranks, posts, qualities and roles to choose from; they change rarely. */
export const referenceQuery = { ...read('/organisation/reference', referenceAnswer), staleTime: 600_000 }
