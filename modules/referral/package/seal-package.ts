import { type BagFiles, tagFilesOf } from '#platform/bagit/index.ts'
import { takeDigests } from '#platform/bagit/bag-folder.ts'
import { type Signer, type TimestampAuthority, sealDetached } from '#platform/signing/index.ts'
import {
  type Inventory,
  type Piece,
  inventoryPath,
  inventorySchema,
  logPath,
  misplacedPieces,
  packageFormat,
  sealPath,
} from './inventory.ts'

/** A piece as it is handed over: what is said of it, and where its bytes come from. */
export interface PieceSource extends Omit<Piece, 'order' | 'bytes' | 'sha256'> {
  readonly read: () => AsyncIterable<Uint8Array>
}

export interface Dossier {
  readonly about: Pick<Inventory, 'case' | 'to' | 'training'>
  /** In the order of the dossier. */
  readonly pieces: readonly PieceSource[]
  /** An export of the log with the sealing of each sealed piece, as lines. */
  readonly log: readonly string[]
}

export interface PackageSeal {
  readonly signer: Signer
  readonly at: Date
  readonly timestamp?: TimestampAuthority | undefined
}

const encode = (text: string): Uint8Array => new TextEncoder().encode(text)

/**
 * The files of a package (BagIt, RFC 8493) with its detached seal (`seal.p7s`, CMS over the manifest of tags, by which every other
 * file is bound). Each piece is read twice: once for the inventory, once for the manifest.
 * @throws RangeError for a piece whose path stands twice or lies elsewhere; SigningError `TIMESTAMP_REFUSED`
 */
export async function sealPackage(dossier: Dossier, seal: PackageSeal): Promise<BagFiles> {
  const pieces = await listPieces(dossier.pieces)
  const misplaced = misplacedPieces(pieces)
  if (misplaced.length > 0) throw new RangeError(`pieces that stand twice: ${misplaced.join(', ')}`)
  const inventory = inventorySchema.parse({
    format: packageFormat,
    ...dossier.about,
    sealedAt: seal.at.toISOString(),
    pieces,
  })
  const held = new Map([
    [inventoryPath, encode(`${JSON.stringify(inventory, null, 2)}\n`)],
    [logPath, encode(dossier.log.map((line) => `${line}\n`).join(''))],
  ])
  const sources = new Map(dossier.pieces.map((piece) => [piece.path, piece]))
  const read = async function* (path: string): AsyncGenerator<Uint8Array> {
    const bytes = held.get(path)
    const source = sources.get(path)
    if (bytes) yield bytes
    else if (source) yield* source.read()
    else throw new RangeError(`the package holds no ${path}`)
  }
  const payload = [...held.keys(), ...sources.keys()]
  const tags = await tagFilesOf({ paths: payload, read }, bagInfo(inventory), takeDigests)
  for (const [path, text] of tags) held.set(path, encode(text))
  const signed = held.get('tagmanifest-sha256.txt') ?? encode('')
  held.set(sealPath, await sealDetached(signed, seal.signer, seal.timestamp))
  return { paths: [...new Set([...held.keys(), ...payload])].toSorted(), read }
}

async function listPieces(sources: readonly PieceSource[]): Promise<Piece[]> {
  const pieces: Piece[] = []
  for (const { read, ...said } of sources) {
    const { length, digests } = await takeDigests(read(), ['sha256'])
    pieces.push({ ...said, order: pieces.length + 1, bytes: length, sha256: digests.get('sha256') ?? '' })
  }
  return pieces
}

const bagInfo = ({ case: file, sealedAt }: Inventory): readonly (readonly [string, string])[] => [
  ['Source-Organization', file.unit.ar],
  ['External-Identifier', file.reference],
  ['Bagging-Date', sealedAt.slice(0, 10)],
  ['Bag-Software-Agent', 'Daira'],
]
