import { createHmac } from 'node:crypto'
import { z } from 'zod'
import { participantRoles } from '#contracts/casework/participants.ts'
import { outsideCapacities } from '#contracts/exhibits/lists.ts'
import type { PartyInput } from '#contracts/exhibits/record.ts'
import { type ActParticipant, listParticipants } from '#modules/casework/index.ts'
import { findOfficer } from '#modules/organisation/index.ts'
import { foldLetters } from '#modules/registry/index.ts'
import type { Tx } from '#platform/commands/types.ts'
import { exhibitsErrors } from './exhibits-errors.ts'

/** A person as it is kept, encrypted, with what it took part in: named as it was then. */
export const keptPartySchema = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('officer'), officerId: z.uuid() }),
  z.object({
    kind: z.literal('participant'),
    participantId: z.uuid(),
    role: z.enum(participantRoles),
    /** In Arabic, or the only one known. */
    name: z.string().nullable(),
    /** In Latin letters, where both were known. */
    nameLatin: z.string().nullable().default(null),
  }),
  z.object({ kind: z.literal('outside'), name: z.string(), capacity: z.enum(outsideCapacities) }),
])
export type KeptParty = z.output<typeof keptPartySchema>

export interface ResolvedParty {
  /** The same word for the same person, and nothing to read a name from. */
  readonly word: string
  readonly officerId: string | null
  readonly kept: KeptParty
}

/** Reads who is named in a command: officers of the service, people of the case, people from outside. */
export interface PartyReader {
  /** Throws EXHIBIT_PARTY_UNKNOWN. */
  resolve(input: PartyInput): Promise<ResolvedParty>
  /** Someone of the case with the name that holds now. Throws EXHIBIT_PARTY_UNKNOWN. */
  participant(id: string): Promise<KeptParty & { kind: 'participant' }>
}

/** `secret` keys the digests of names; it ends with the record, so that they cannot be guessed afterwards. */
export function createPartyReader(tx: Tx, caseId: string, secret: Uint8Array): PartyReader {
  let people: Promise<readonly ActParticipant[]> | undefined
  const participant = async (id: string): Promise<KeptParty & { kind: 'participant' }> => {
    people ??= listParticipants(tx, caseId)
    const found = (await people).find((person) => person.id === id)
    if (!found) throw exhibitsErrors.fail('EXHIBIT_PARTY_UNKNOWN')
    return { kind: 'participant', participantId: id, role: found.role, ...namesOf(found) }
  }
  return {
    participant,
    resolve: async (input) => {
      switch (input.kind) {
        case 'officer': {
          if (!(await findOfficer(tx, input.officerId))) throw exhibitsErrors.fail('EXHIBIT_PARTY_UNKNOWN')
          return { word: `officer:${input.officerId}`, officerId: input.officerId, kept: input }
        }
        case 'participant':
          return {
            word: `participant:${input.participantId}`,
            officerId: null,
            kept: await participant(input.participantId),
          }
        case 'outside': {
          const digest = createHmac('sha256', secret).update(foldLetters(input.name)).digest('hex').slice(0, 32)
          return { word: `outside:${digest}`, officerId: null, kept: input }
        }
      }
    },
  }
}

/** The alias of a protected person, else the Arabic name and the Latin one, the one that is known first. */
function namesOf(person: ActParticipant): { readonly name: string | null; readonly nameLatin: string | null } {
  if (person.protected) return { name: person.alias, nameLatin: null }
  const written = (script: 'ar' | 'latin'): string | null => {
    const name = person.person?.names.find((each) => each.script === script)
    return name ? `${name.given} ${name.family}`.trim() : null
  }
  const [arabic, latin] = [written('ar'), written('latin')]
  return { name: arabic ?? latin, nameLatin: arabic === null ? null : latin }
}
