import { sql } from 'kysely'
import type { ParticipantInput } from '#contracts/casework/participants.ts'
import type { FactInput } from '#contracts/registry/person.ts'
import { type CaseworkLaw, findCaseHeader, openCase } from '#modules/casework/index.ts'
import type { Contact } from '#contracts/intake/register.ts'
import { isPost } from './domain/line.ts'
import type { CasePort, LineForCase } from './intake-deps.ts'

/** What of the case file the bulletin counts. */
interface CaseCountTables {
  'casework.case_file': { unit_id: string; opened_at: Date; sealed: boolean }
}

/**
 * The case file as the register uses it. `documentCountry` is the country whose identity cards the counter takes
 * numbers of (ISO 3166-1 alpha-2).
 */
export function createCasePort(law: CaseworkLaw, documentCountry: string): CasePort {
  return {
    open: async (tx, line) => {
      const opened = await openCase(tx, law, {
        unitId: line.unitId,
        origin: line.kind === 'call' ? 'call' : isPost(line.kind) ? 'post' : 'visit',
        originId: line.lineId,
        facts: {
          happenedFrom: line.happenedFrom?.toISOString() ?? null,
          happenedTo: line.happenedTo?.toISOString() ?? null,
          ...(line.happenedFrom ? { happenedPrecision: 'minute' as const } : {}),
          place: line.place,
          point: line.point,
          how: line.text,
        },
        offences: line.offences.map((code, at) => ({ code, main: at === 0 })),
        participants: line.participants ?? participantsOf(line, documentCountry),
        assignTo: line.assigneeId,
      })
      return { caseId: opened.id, year: opened.year, number: opened.number, event: opened.event }
    },
    countOpened: async (tx, unitId, from, to) => {
      const row = await tx
        .tables<CaseCountTables>()
        .selectFrom('casework.case_file')
        .select(sql<number>`count(*)`.as('count'))
        .where('unit_id', '=', unitId)
        .where('opened_at', '>=', from)
        .where('opened_at', '<', to)
        // A figure that many read must not tell of a sealed case, not even to those who know of it.
        .where('sealed', '=', false)
        .executeTakeFirstOrThrow()
      return row.count
    },
    find: async (tx, caseId) => {
      const header = await findCaseHeader(tx, caseId)
      return header && { unitId: header.unitId, closed: header.state === 'closed' }
    },
  }
}

/** Who came, as the counter typed it: the name unsplit, since a machine's guess at given and family name is none of ours. */
function participantsOf(line: LineForCase, country: string): ParticipantInput[] {
  const { contact } = line
  if (!contact || (!contact.nameAr && !contact.nameLatin)) return []
  return [
    {
      role: roles[contact.capacity],
      standing: 'fact',
      protected: false,
      person: {
        names: [
          ...(contact.nameAr
            ? [{ kind: 'civil' as const, script: 'ar' as const, given: contact.nameAr, family: '' }]
            : []),
          ...(contact.nameLatin
            ? [{ kind: 'civil' as const, script: 'latin' as const, given: contact.nameLatin, family: '' }]
            : []),
        ],
        documents: contact.identityNumber
          ? [{ kind: 'national-id' as const, number: contact.identityNumber, country }]
          : [],
        facts: factsOf(contact),
        source: 'statement',
        sourceNote: `${line.number}/${line.year}`,
      },
    },
  ]
}

const roles = {
  complainant: 'complainant',
  victim: 'victim',
  informant: 'declarant',
  finder: 'declarant',
  owner: 'declarant',
  caller: 'declarant',
  visitor: 'declarant',
  representative: 'declarant',
} as const satisfies Record<Contact['capacity'], ParticipantInput['role']>

function factsOf(contact: Contact): FactInput[] {
  return [
    ...(contact.phone
      ? [{ kind: 'contact' as const, type: 'phone' as const, value: contact.phone, hidden: false }]
      : []),
    ...(contact.email
      ? [{ kind: 'contact' as const, type: 'email' as const, value: contact.email, hidden: false }]
      : []),
    ...(contact.address ? [{ kind: 'address' as const, text: contact.address, hidden: false }] : []),
    ...(contact.language ? [{ kind: 'language' as const, text: contact.language }] : []),
  ]
}
