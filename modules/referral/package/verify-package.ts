import { takeDigests } from '#platform/bagit/bag-folder.ts'
import { type BagFiles, checkBag } from '#platform/bagit/index.ts'
import { type DetachedReport, verifyDetachedSeal, verifyPdfSeal } from '#platform/signing/index.ts'
import {
  type Inventory,
  type Piece,
  inventoryPath,
  inventorySchema,
  logPath,
  misplacedPieces,
  sealPath,
} from './inventory.ts'
import { type LogTrust, type SealingsInLog, readLog } from './package-log.ts'
import type { PackageFinding, PackageFindingCode } from './package-findings.ts'

/** What is trusted: it comes from outside of the package, or it proves nothing. */
export interface PackageTrust {
  /** Root certificates of the seals, DER or PEM. */
  readonly roots: readonly (Uint8Array | string)[]
  readonly log: LogTrust
}

export interface PackageReport {
  /** No finding, and a sealed inventory with pieces was there to be judged. */
  readonly ok: boolean
  readonly findings: readonly PackageFinding[]
  /** Null where it is missing or unreadable. Believe it only where `ok`. */
  readonly inventory: Inventory | null
  readonly seal: Pick<DetachedReport, 'signer' | 'stampedAt'> | null
  readonly log: Pick<SealingsInLog, 'origin' | 'head' | 'statements'> | null
  readonly payload: { readonly files: number; readonly bytes: number }
}

type Find = (code: PackageFindingCode, params?: Readonly<Record<string, string | number>>) => void

const tagManifest = 'tagmanifest-sha256.txt'

/**
 * Judges a package without server or database: the bag (RFC 8493), the seal over all of it, the inventory, the seal of each sealed
 * piece, and that the log says of exactly these bytes that they were sealed. Tampering is reported, never thrown.
 */
export async function verifyPackage(files: BagFiles, trust: PackageTrust): Promise<PackageReport> {
  const findings: PackageFinding[] = []
  const find: Find = (code, params = {}) => void findings.push({ code, params })
  const bag = await checkBag(files, takeDigests)
  findings.push(...bag.findings.map((finding): PackageFinding => ({ code: 'BAG_BROKEN', bag: finding })))
  const inventory = await readInventory(files, find)
  const seal = await judgeSeal(files, trust, inventory, find)
  if (inventory) judgeLists(files, inventory, find)
  const log = files.paths.includes(logPath) ? await readLog(files, trust.log) : null
  if (!log) find('LOG_BROKEN', { why: 'LOG_MISSING' })
  for (const why of log?.problems ?? []) find('LOG_BROKEN', { why })
  for (const piece of inventory?.pieces ?? []) await judgePiece(files, piece, trust, log, find)
  return { ok: findings.length === 0, findings, inventory, seal, log, payload: bag.payload }
}

async function bytesOf(files: BagFiles, path: string): Promise<Uint8Array> {
  const pieces: Uint8Array[] = []
  for await (const piece of files.read(path)) pieces.push(piece)
  return Buffer.concat(pieces)
}

async function readInventory(files: BagFiles, find: Find): Promise<Inventory | null> {
  const text = files.paths.includes(inventoryPath) ? new TextDecoder().decode(await bytesOf(files, inventoryPath)) : ''
  let parsed: unknown
  try {
    parsed = JSON.parse(text)
  } catch {
    parsed = undefined
  }
  const inventory = inventorySchema.safeParse(parsed)
  if (!inventory.success) find('INVENTORY_MALFORMED')
  return inventory.data ?? null
}

/** BagIt lets tag files stand that no manifest lists; here the seal covers every file but itself. */
async function judgeSeal(
  files: BagFiles,
  trust: PackageTrust,
  inventory: Inventory | null,
  find: Find,
): Promise<PackageReport['seal']> {
  const signed = files.paths.includes(tagManifest) ? await bytesOf(files, tagManifest) : new Uint8Array()
  const listed = new Set(
    new TextDecoder()
      .decode(signed)
      .split('\n')
      .map((line) => line.slice(66)),
  )
  for (const file of files.paths) {
    const covered = file.startsWith('data/') || file === tagManifest || file === sealPath || listed.has(file)
    if (!covered) find('FILE_UNSIGNED', { file })
  }
  if (!files.paths.includes(sealPath)) {
    find('SEAL_MISSING')
    return null
  }
  const claimedAt = new Date(inventory?.sealedAt ?? 0)
  const report = verifyDetachedSeal(signed, await bytesOf(files, sealPath), trust.roots, claimedAt)
  if (!report.ok) find('SEAL_BROKEN', { why: report.problems.join(', ') })
  return report
}

function judgeLists(files: BagFiles, inventory: Inventory, find: Find): void {
  for (const file of misplacedPieces(inventory.pieces)) find('PIECE_MISPLACED', { file })
  const listed = new Set(inventory.pieces.map(({ path }) => path))
  for (const file of files.paths) {
    if (file.startsWith('data/') && file !== inventoryPath && file !== logPath && !listed.has(file))
      find('PIECE_UNLISTED', { file })
  }
}

async function judgePiece(
  files: BagFiles,
  { path: file, bytes, sha256, sealed }: Piece,
  trust: PackageTrust,
  log: SealingsInLog | null,
  find: Find,
): Promise<void> {
  if (!files.paths.includes(file)) return find('PIECE_MISSING', { file })
  const taken = await takeDigests(files.read(file), ['sha256'])
  if (taken.length !== bytes || taken.digests.get('sha256') !== sha256) find('PIECE_DIFFERS', { file })
  if (!sealed) return
  const report = verifyPdfSeal(await bytesOf(files, file), trust.roots)
  const why = [...report.problems, ...report.seals.flatMap(({ problems }) => problems)]
  if (!report.ok) find('PIECE_SEAL_BROKEN', { file, why: why.join(', ') })
  if (!log?.sealings.has(taken.digests.get('sha256') ?? '')) find('PIECE_NOT_IN_LOG', { file })
}
