import { z } from 'zod'
import type { Exhibit } from '#contracts/exhibits/exhibit.ts'
import type { exhibitAbilities } from '#contracts/exhibits/lists.ts'
import { type Refs, loadRefs } from '#modules/casework/index.ts'
import { findPvRef, permissionsHeld } from '#modules/documents/index.ts'
import { type Tx, defineQuery } from '#platform/commands/types.ts'
import { isEnd, isUnbroken } from '../domain/chain.ts'
import { type ExhibitRules, articlesOf, marksOfSeizure } from '../domain/exhibit-rules.ts'
import { markTexts } from '../domain/sentences.ts'
import { type ExhibitRow, exhibitEvent, getExhibit, openDetail, openLinks } from '../exhibit-store.ts'
import { summariseExhibits } from '../exhibit-summaries.ts'
import type { ExhibitsDeps } from '../exhibits-deps.ts'
import type { ExhibitsTables } from '../exhibits-tables.ts'
import { presentMovements } from '../present-movements.ts'
import { listStoredFiles, presentFiles, presentPhotos } from '../stored-files.ts'
import type { KeptParty } from '../party.ts'

/** An exhibit with its whole chain, its photographs and files, and what the reader may do with it. */
export const readExhibit = (deps: ExhibitsDeps) =>
  defineQuery({
    type: 'exhibit.read',
    permission: 'exhibit.read',
    input: z.strictObject({ id: z.uuid() }),
    recorded: true,
    execute: async (tx, { id }) => {
      const row = await getExhibit(tx, id)
      return {
        result: await presentExhibit(deps.rules, tx, row),
        access: { type: 'exhibit.read', ...exhibitEvent(row), codes: { reference: row.reference } },
      }
    },
  })

/** The exhibit for its reader, as its page and its exports say it. */
export async function presentExhibit(rules: ExhibitRules, tx: Tx, row: ExhibitRow): Promise<Exhibit> {
  const [summary] = await summariseExhibits(tx, [row])
  if (!summary) throw new Error(`exhibit ${row.id} was not summarised`)
  const detail = await openDetail(tx, row)
  const links = await openLinks(tx, row)
  const files = await listStoredFiles(tx, row.id)
  const certificates = await listCertificates(tx, row.id)
  const refs = await loadRefs(
    tx,
    [],
    [
      row.recorded_by,
      row.counted_with,
      ...files.map((file) => file.added_by),
      ...certificates.map((c) => c.certified_by),
    ],
  )
  const movements = await presentMovements(rules, tx, row)
  const pv = row.pv_id ? await findPvRef(tx, row.pv_id) : undefined
  return {
    ...summary,
    area: row.area,
    label: row.label,
    serialNumbers: detail?.serialNumbers ?? [],
    distinguishing: detail?.distinguishing ?? null,
    foundAt: detail?.foundAt ?? null,
    countedWith: refs.officer(row.counted_with),
    pv: pv ? { id: pv.id, reference: pv.reference, state: pv.state } : null,
    owner: namedParticipant(links?.owner),
    heldFrom: namedParticipant(links?.heldFrom),
    recordedAt: row.recorded_at.toISOString(),
    recordedBy: refs.officer(row.recorded_by),
    qualityAtAct: {
      rank: row.quality_at_act.rank,
      qualities: [...row.quality_at_act.qualities],
      suspended: row.quality_at_act.suspended,
    },
    movements,
    unbroken: isUnbroken(movements.map(({ kind, marks }) => ({ kind, marks: marks.map(({ code }) => code) }))),
    due: dueOf(rules, row, pv?.state === 'sealed', detail?.serialNumbers ?? []),
    photoList: await presentPhotos(tx, files, refs),
    fileList: await presentFiles(tx, files, refs),
    certificates: await presentCertificates(tx, certificates, refs),
    can: {
      ...abilitiesOf(row, await permissionsHeld(tx, row.unit_id), files),
      // Who reads it as a prosecutor does so by the own office, and exports it by the same.
      exportChain: (await permissionsHeld(tx, tx.actor.unitId ?? row.unit_id)).has('exhibit.export'),
    },
  }
}

const namedParticipant = (party: KeptParty | undefined): Exhibit['owner'] =>
  party?.kind === 'participant'
    ? { participantId: party.participantId, role: party.role, name: party.name, nameLatin: party.nameLatin }
    : null

/** What is still open of what the country asks: a PV may be named and a seal be set until the end. */
function dueOf(rules: ExhibitRules, row: ExhibitRow, hasSealedPv: boolean, serialNumbers: readonly string[]) {
  if (isEnd(row.state)) return []
  const codes = marksOfSeizure(rules, {
    kind: row.kind,
    origin: row.origin,
    quantity: row.quantity === null ? null : Number(row.quantity),
    measure: row.measure,
    serialNumbers,
    countedByTwo: row.counted_with !== null,
    hasSealedPv,
  })
  const unsealed = rules.seal.origins.includes(row.origin) && row.seal_state !== 'sealed'
  return [...codes, ...(unsealed ? (['not-sealed'] as const) : [])].map((code) => ({
    code,
    text: markTexts[code],
    articles: articlesOf(rules, code, row.kind, null),
  }))
}

type Certificate = Awaited<ReturnType<typeof listCertificates>>[number]

async function listCertificates(tx: Tx, exhibitId: string) {
  return tx
    .tables<ExhibitsTables>()
    .selectFrom('exhibits.chain_certificate')
    .selectAll()
    .where('exhibit_id', '=', exhibitId)
    .orderBy('id')
    .execute()
}

async function presentCertificates(tx: Tx, rows: readonly Certificate[], refs: Refs) {
  return Promise.all(
    rows.map(async (row) => ({
      id: row.id,
      upToSeq: row.up_to_seq,
      digest: Buffer.from(row.digest).toString('hex'),
      certifiedAt: row.certified_at.toISOString(),
      certifiedBy: refs.officer(row.certified_by),
      purpose: (await tx.decrypt(row.key_id, row.purpose))?.toString() ?? null,
    })),
  )
}

/** For showing, never for deciding: the commands check again. */
function abilitiesOf(
  row: ExhibitRow,
  held: ReadonlySet<string>,
  files: readonly { readonly role: string }[],
): Omit<Record<(typeof exhibitAbilities)[number], boolean>, 'exportChain'> {
  const going = !isEnd(row.state)
  const move = going && held.has('exhibit.move')
  const hasOriginal = files.some(({ role }) => role === 'original')
  return {
    link: held.has('exhibit.record') && (!row.pv_id || !row.owner_participant_id || !row.held_from_participant_id),
    seal: move && row.seal_state === 'none',
    open: move && row.seal_state === 'sealed',
    reseal: move && row.seal_state === 'opened',
    carry: move && row.state === 'held',
    sendToLaboratory: move && row.state === 'held',
    takeBackFromLaboratory: move && row.state === 'at-laboratory',
    deposit: going && held.has('exhibit.end'),
    giveBack: going && held.has('exhibit.end'),
    destroy: going && held.has('exhibit.destroy'),
    reportMissing: move && row.state !== 'missing',
    findAgain: move && row.state === 'missing',
    correct: held.has('exhibit.move'),
    addPhoto: held.has('exhibit.record'),
    addFile: held.has('exhibit.record'),
    makeWorkingCopy: hasOriginal && held.has('exhibit.copy'),
    readOriginal: hasOriginal && held.has('exhibit.read-original'),
    certify: held.has('exhibit.certify'),
  }
}
