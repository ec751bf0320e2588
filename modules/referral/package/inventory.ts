import { z } from 'zod'
import { textSchema } from '#platform/i18n/text.ts'

/** Name and version of the format of a dossier's package. */
export const packageFormat = 'daira-dossier/1'
export const inventoryPath = 'data/inventory.json'
export const logPath = 'data/log.jsonl'
/** Beside the payload, over the manifest of tags and so over all: it cannot be listed by what it signs. */
export const sealPath = 'seal.p7s'

/** What a piece of a dossier is. */
export const pieceKinds = ['pv', 'custody', 'exhibit', 'instruction', 'medical', 'picture', 'data', 'other'] as const
export type PieceKind = (typeof pieceKinds)[number]

const path = z.string().regex(/^data\/pieces\/[^/]+$/)
const pieceSchema = z.strictObject({
  /** Place in the dossier, from 1, without a gap. */
  order: z.int().min(1),
  kind: z.enum(pieceKinds),
  title: textSchema,
  /** Number of the act, the custody line or the exhibit, as people write it. */
  reference: z.string().min(1).nullable(),
  date: z.iso.date().nullable(),
  path,
  mediaType: z.string().regex(/^[a-z]+\/[\w.+-]+$/),
  bytes: z.int().nonnegative(),
  /** Lower-case hexadecimal. */
  sha256: z.string().regex(/^[0-9a-f]{64}$/),
  /** It bears a seal of its own (PAdES), and the log says of these very bytes that they were sealed. */
  sealed: z.boolean(),
})
export type Piece = Readonly<z.output<typeof pieceSchema>>

/** The inventory of a dossier: what it is about and its pieces in order. It lies in the package and is signed with it. */
export const inventorySchema = z.strictObject({
  format: z.literal(packageFormat),
  case: z.strictObject({ reference: z.string().min(1), unit: textSchema }),
  to: textSchema,
  sealedAt: z.iso.datetime({ precision: 3 }),
  /** Made-up people and cases: a training package is never mistaken for another. */
  training: z.boolean(),
  pieces: z.array(pieceSchema).min(1),
})
export type Inventory = Readonly<z.output<typeof inventorySchema>>

/** Pieces that break the order or stand twice; empty where the list is as it should be. */
export function misplacedPieces(pieces: readonly Piece[]): readonly string[] {
  const seen = new Set<string>()
  return pieces.flatMap(({ order, path: file }, at) => {
    const wrong = order !== at + 1 || seen.has(file)
    seen.add(file)
    return wrong ? [file] : []
  })
}
