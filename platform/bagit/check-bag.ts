import {
  type BagFiles,
  type DigestAlgorithm,
  type TakeDigests,
  digestAlgorithms,
  digestLengths,
  readText,
} from './bag-files.ts'
import type { BagFinding, BagFindingCode } from './findings.ts'
import { type BagInfo, parseDeclaration, parseInfo, parseManifest } from './tag-files.ts'

export interface BagReport {
  /** Nothing when the bag is complete and every digest agrees: valid in the sense of RFC 8493, 3. */
  readonly findings: readonly BagFinding[]
  readonly info: BagInfo
  readonly payload: { readonly files: number; readonly bytes: number }
  /** Algorithms of the manifests that cover the payload. */
  readonly algorithms: readonly DigestAlgorithm[]
}

interface Manifest {
  readonly path: string
  readonly algorithm: DigestAlgorithm
  /** `payload` lists what lies in data/, `tags` what lies beside it. */
  readonly of: 'payload' | 'tags'
  readonly digests: ReadonlyMap<string, string>
}

/** Judges a bag by RFC 8493, version 1.0. Reads each file once; never throws for what is in the bag. */
export async function checkBag(files: BagFiles, takeDigests: TakeDigests): Promise<BagReport> {
  const findings: BagFinding[] = []
  const find = (code: BagFindingCode, params: BagFinding['params'] = {}): void => void findings.push({ code, params })
  const payload = files.paths.filter((path) => path.startsWith('data/'))
  if (payload.length === 0) find('PAYLOAD_MISSING')
  if (files.paths.includes('fetch.txt')) find('FETCH_WANTED')
  await judgeDeclaration(files, find)
  const info = await readInfo(files, find)
  const manifests = await readManifests(files, find)
  const covering = manifests.filter((manifest) => manifest.of === 'payload')
  if (covering.length === 0) find('MANIFEST_MISSING')
  judgeLists(files, payload, manifests, find)
  const bytes = await judgeDigests(files, manifests, takeDigests, find)
  const found = `${bytes}.${payload.length}`
  for (const [label, said] of info)
    if (label === 'Payload-Oxum' && said !== found) find('OXUM_DIFFERS', { found, said })
  return {
    findings,
    info,
    payload: { files: payload.length, bytes },
    algorithms: covering.map(({ algorithm }) => algorithm),
  }
}

type Find = (code: BagFindingCode, params?: BagFinding['params']) => void

async function textOf(files: BagFiles, path: string, find: Find): Promise<string | null> {
  try {
    return await readText(files, path)
  } catch (error) {
    if (!(error instanceof TypeError)) throw error
    find('TAG_FILE_UNREADABLE', { path })
    return null
  }
}

async function judgeDeclaration(files: BagFiles, find: Find): Promise<void> {
  if (!files.paths.includes('bagit.txt')) return find('DECLARATION_MISSING')
  const text = await textOf(files, 'bagit.txt', find)
  if (text === null) return
  const declared = parseDeclaration(text)
  if (!declared) return find('DECLARATION_MALFORMED')
  if (declared.major !== 1) find('VERSION_UNKNOWN', { version: `${declared.major}.${declared.minor}` })
  if (declared.encoding.toUpperCase() !== 'UTF-8') find('ENCODING_UNKNOWN', { encoding: declared.encoding })
}

async function readInfo(files: BagFiles, find: Find): Promise<BagInfo> {
  if (!files.paths.includes('bag-info.txt')) return []
  const text = await textOf(files, 'bag-info.txt', find)
  if (text === null) return []
  const info = parseInfo(text)
  if (!info) find('INFO_MALFORMED')
  return info ?? []
}

async function readManifests(files: BagFiles, find: Find): Promise<Manifest[]> {
  const manifests: Manifest[] = []
  for (const path of files.paths) {
    const [, tag, name] = /^(tag)?manifest-([^/]+)\.txt$/.exec(path) ?? []
    if (name === undefined) continue
    const algorithm = digestAlgorithms.find((each) => each === name)
    if (!algorithm) find('ALGORITHM_UNKNOWN', { path })
    else manifests.push(await readManifest(files, path, algorithm, tag === undefined ? 'payload' : 'tags', find))
  }
  return manifests
}

async function readManifest(
  files: BagFiles,
  path: string,
  algorithm: DigestAlgorithm,
  of: Manifest['of'],
  find: Find,
): Promise<Manifest> {
  const digests = new Map<string, string>()
  const lines = parseManifest((await textOf(files, path, find)) ?? '')
  for (const [at, line] of lines.entries()) {
    if (line?.digest.length !== digestLengths[algorithm]) find('MANIFEST_LINE_MALFORMED', { path, line: at + 1 })
    else if (!isWithin(line.path, of)) find('PATH_UNSAFE', { path, file: line.path })
    else if (digests.has(line.path)) find('LISTED_TWICE', { path, file: line.path })
    else digests.set(line.path, line.digest)
  }
  return { path, algorithm, of, digests }
}

/** A path that stays where its manifest may look, on any system that unpacks it (RFC 8493, 5.1). */
function isWithin(path: string, of: Manifest['of']): boolean {
  const parts = path.split('/')
  if (path.includes('\\') || path.includes('\0') || /^(?:[A-Za-z]:|~)/.test(path)) return false
  if (parts.some((part) => part === '' || part === '.' || part === '..')) return false
  return of === 'payload' ? path.startsWith('data/') : !path.startsWith('data/') && !path.startsWith('tagmanifest-')
}

/** Complete: all that is listed is there, and all of the payload is in every list. */
function judgeLists(files: BagFiles, payload: readonly string[], manifests: readonly Manifest[], find: Find): void {
  const there = new Set(files.paths)
  for (const { path, of, digests } of manifests) {
    for (const file of digests.keys()) if (!there.has(file)) find('FILE_MISSING', { path, file })
    const wanted = of === 'payload' ? payload : []
    for (const file of wanted) if (!digests.has(file)) find('FILE_UNLISTED', { path, file })
  }
}

/** Valid: each file is as its manifests say. Answers with the bytes of the payload. */
async function judgeDigests(
  files: BagFiles,
  manifests: readonly Manifest[],
  takeDigests: TakeDigests,
  find: Find,
): Promise<number> {
  let bytes = 0
  for (const file of files.paths) {
    const listing = manifests.filter(({ digests }) => digests.has(file))
    const isPayload = file.startsWith('data/')
    if (listing.length === 0 && !isPayload) continue
    const taken = await takeDigests(
      files.read(file),
      listing.map(({ algorithm }) => algorithm),
    )
    if (isPayload) bytes += taken.length
    for (const { path, algorithm, digests } of listing) {
      if (taken.digests.get(algorithm) !== digests.get(file)) find('DIGEST_DIFFERS', { path, file })
    }
  }
  return bytes
}
