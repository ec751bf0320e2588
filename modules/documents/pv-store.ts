import { createHash, randomBytes } from 'node:crypto'
import type { Selectable } from 'kysely'
import { z } from 'zod'
import { pvContentSchema } from '#contracts/documents/content.ts'
import { formSchema } from '#contracts/documents/form.ts'
import { signPvBody } from '#contracts/documents/pv.ts'
import type { AuditEntry, Tx } from '#platform/commands/types.ts'
import { platformErrors } from '#platform/errors/platform-errors.ts'
import { type PvDocument, pvDocumentSchema } from '#platform/pdf/index.ts'
import { documentsErrors } from './documents-errors.ts'
import type { DocumentsTables, Mark, PvTable } from './documents-tables.ts'
import type { Finding } from './domain/checks.ts'

export type PvRow = Selectable<PvTable>

/** What is kept of a PV beside its prints; frozen when the text is closed. */
const sourceSchema = z.object({
  /** So that the digest, which is public, gives nothing away to someone who guesses the text. */
  salt: z.string(),
  form: formSchema,
  content: pvContentSchema,
  /** As printed; checked again by the printer. */
  document: pvDocumentSchema,
  pictures: z.record(z.string(), z.string()),
  text: z.string(),
  author: z.object({ officerId: z.uuid(), name: z.string(), rank: z.string(), quality: z.string(), unit: z.string() }),
  /** Links of the case that were protected at the time. */
  protectedParticipants: z.array(z.uuid()),
  happenedAt: z.iso.datetime().nullable(),
})
export type PvSource = Omit<z.output<typeof sourceSchema>, 'document'> & { readonly document: PvDocument }

/** How a PV was signed, with the strokes where it was on screen. */
const signingSchema = z.object({
  signatures: signPvBody.shape.signatures,
  strikeOuts: signPvBody.shape.strikeOuts.unwrap(),
  pagesCounted: z.int().nullable(),
  /** The sealed print, from which copies are made. */
  document: pvDocumentSchema,
})
export type PvSigning = Omit<z.output<typeof signingSchema>, 'document'> & { readonly document: PvDocument }

export const sha256 = (bytes: Uint8Array): Buffer => createHash('sha256').update(bytes).digest()

export const newSalt = (): string => randomBytes(16).toString('hex')

export async function sealSource(tx: Tx, pvId: string, source: PvSource) {
  const plain = Buffer.from(JSON.stringify(source))
  const { keyId, sealed } = await tx.encryptFor({ type: 'pv', id: pvId }, plain)
  return { keyId, sealed, hash: sha256(plain) }
}

/** The source of a PV, checked against its digest. Throws NOT_FOUND where its key has been shredded. */
export async function openSource(tx: Tx, row: PvRow): Promise<PvSource> {
  const plain = await tx.decrypt(row.key_id, row.source)
  if (!plain) throw platformErrors.fail('NOT_FOUND')
  if (!sha256(plain).equals(row.source_hash)) throw new Error(`the source of PV ${row.id} differs from its digest`)
  return sourceSchema.parse(JSON.parse(plain.toString())) as PvSource
}

export async function sealSigning(tx: Tx, pvId: string, signing: PvSigning): Promise<Buffer> {
  return (await tx.encryptFor({ type: 'pv', id: pvId }, Buffer.from(JSON.stringify(signing)))).sealed
}

export async function openSigning(tx: Tx, row: PvRow): Promise<PvSigning | undefined> {
  if (!row.signing) return undefined
  const plain = await tx.decrypt(row.key_id, row.signing)
  return plain && (signingSchema.parse(JSON.parse(plain.toString())) as PvSigning)
}

const pvs = (tx: Tx) => tx.tables<DocumentsTables>()

/** Throws NOT_FOUND where it is absent or its case is invisible to this transaction. */
export async function getPv(tx: Tx, id: string): Promise<PvRow> {
  const row = await pvs(tx).selectFrom('documents.pv').selectAll().where('id', '=', id).executeTakeFirst()
  if (!row) throw platformErrors.fail('NOT_FOUND')
  return row
}

/** A PV as other records name it. */
export interface PvRef {
  readonly id: string
  readonly caseId: string
  readonly reference: string
  readonly state: PvRow['state']
}

/** Undefined where it is absent or invisible to this transaction. */
export async function findPvRef(tx: Tx, id: string): Promise<PvRef | undefined> {
  const row = await pvs(tx)
    .selectFrom('documents.pv')
    .select(['id', 'case_id', 'reference', 'state'])
    .where('id', '=', id)
    .executeTakeFirst()
  return row && { id: row.id, caseId: row.case_id, reference: row.reference, state: row.state }
}

/** The PV before it is signed, held against a second signature. Throws NOT_FOUND, PV_ALREADY_SEALED, PV_ABANDONED. */
export async function getPvToSign(tx: Tx, id: string): Promise<PvRow> {
  const seen = await getPv(tx, id)
  requireFinalised(seen)
  const row = await pvs(tx).selectFrom('documents.pv').selectAll().where('id', '=', id).forUpdate().executeTakeFirst()
  // Seen but not to be changed: it is another officer's.
  if (!row) throw platformErrors.fail('NOT_PERMITTED')
  requireFinalised(row)
  return row
}

function requireFinalised(row: PvRow): void {
  if (row.state === 'sealed') throw documentsErrors.fail('PV_ALREADY_SEALED')
  if (row.state === 'abandoned') throw documentsErrors.fail('PV_ABANDONED')
}

/** Where an event about a PV belongs. */
export function pvEvent(
  row: Pick<PvRow, 'id' | 'case_id' | 'unit_id' | 'area'>,
): Pick<AuditEntry, 'subjects' | 'unitId' | 'area' | 'purpose'> {
  return {
    subjects: [
      { type: 'pv', id: row.id },
      { type: 'case', id: row.case_id },
    ],
    unitId: row.unit_id,
    area: row.area,
    purpose: { kind: 'case', id: row.case_id },
  }
}

export const markOf = ({ check, level, effect, articles, field }: Finding): Mark => ({
  check,
  level,
  effect,
  articles,
  field,
})
