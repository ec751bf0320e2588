import { z } from 'zod'
import { AuditLogError } from './audit-log-error.ts'
import { findBase64 } from './base64.ts'
import { type JsonValue, canonicalJson } from './canonical-json.ts'
import { SALT_BYTES } from './leaf.ts'
import { HASH_BYTES } from './merkle.ts'

/** Name and version of the bundle's format. */
export const BUNDLE_FORMAT = 'daira-audit-bundle/1'

const count = z.int().nonnegative()
const bytes = (length: number) => z.string().refine((text) => findBase64(text)?.length === length, `${length} bytes`)
const proof = z.array(bytes(HASH_BYTES)).max(128)

const headerSchema = z.strictObject({
  kind: z.literal('header'),
  format: z.literal(BUNDLE_FORMAT),
  origin: z.string().min(1),
  exportedAt: z.iso.datetime({ precision: 3 }),
  scope: z.discriminatedUnion('type', [
    z.strictObject({ type: z.literal('all') }),
    z.strictObject({ type: z.literal('range'), from: count, to: count }),
    z.strictObject({ type: z.literal('selection') }),
  ]),
})
const checkpointSchema = z.strictObject({ kind: z.literal('checkpoint'), note: z.string() })
const consistencySchema = z.strictObject({ kind: z.literal('consistency'), from: count, to: count, proof })
const leafLineSchema = z.strictObject({
  kind: z.literal('leaf'),
  index: count,
  leaf: z.string(),
  hash: bytes(HASH_BYTES),
})
const detailSchema = z.strictObject({
  kind: z.literal('detail'),
  index: count,
  salt: bytes(SALT_BYTES),
  // That it is JSON as the log takes it is seen when the line is put in canonical form.
  detail: z.custom<JsonValue>((value) => value !== undefined),
})
const inclusionSchema = z.strictObject({ kind: z.literal('inclusion'), index: count, size: count, proof })
const endSchema = z.strictObject({
  kind: z.literal('end'),
  checkpoints: count,
  consistencies: count,
  leaves: count,
  details: count,
  inclusions: count,
})

/**
 * Schema of a line of a bundle. A bundle is JSON lines, each in canonical form (RFC 8785), in this order:
 * - `header`: the log's origin and what is shown of it: all leaves from the first, a range [from, to), or a selection;
 * - `checkpoint`s by growing size, each a signed note with its cosignatures;
 * - `consistency` proofs between checkpoints; a bundle that does not show all leaves needs them from each to the last;
 * - `leaf`s by growing index; `leaf` is the canonical text, `hash` the leaf hash as the log stored it when it sequenced
 *   the leaf (the node of level 0, not one computed from the text at hand: it is what tells which leaf was altered);
 *   right after a leaf its `detail` with salt, where disclosed and not shredded, and its `inclusion` proof in a
 *   checkpoint of the bundle, needed where not all leaves are shown;
 * - `end`: how many there were of each, so that a file cut short is seen.
 */
export const bundleLineSchema = z.discriminatedUnion('kind', [
  headerSchema,
  checkpointSchema,
  consistencySchema,
  leafLineSchema,
  detailSchema,
  inclusionSchema,
  endSchema,
])

/** A line of a bundle; see `bundleLineSchema`. */
export type BundleLine = z.infer<typeof bundleLineSchema>
/** First line of a bundle. */
export type BundleHeader = z.infer<typeof headerSchema>
/** Last line of a bundle. */
export type BundleEnd = z.infer<typeof endSchema>
/** What stands between header and end, in the order that `bundleLineSchema` tells. */
export type BundleBodyLine = Exclude<BundleLine, BundleHeader | BundleEnd>

/** How many body lines of each kind a bundle has. */
export type BundleCounts = Omit<BundleEnd, 'kind'>

const counted: Record<BundleBodyLine['kind'], keyof BundleCounts> = {
  checkpoint: 'checkpoints',
  consistency: 'consistencies',
  leaf: 'leaves',
  detail: 'details',
  inclusion: 'inclusions',
}

/** Counts of a bundle without a body. */
export const NO_LINES: BundleCounts = { checkpoints: 0, consistencies: 0, leaves: 0, details: 0, inclusions: 0 }

/** The counts after one more body line. */
export function countLine(counts: BundleCounts, kind: BundleBodyLine['kind']): BundleCounts {
  return { ...counts, [counted[kind]]: counts[counted[kind]] + 1 }
}

/** A line as it stands in the file, without its newline. Throws `AUDIT_BUNDLE_MALFORMED` where the line is none. */
export function formatBundleLine(line: BundleLine): string {
  const checked = bundleLineSchema.safeParse(line)
  if (!checked.success) throw malformed(z.prettifyError(checked.error), checked.error)
  return canonicalJson(checked.data)
}

/** Reads a line. Throws `AUDIT_BUNDLE_MALFORMED` where it is not exactly what `formatBundleLine` writes. */
export function parseBundleLine(text: string): BundleLine {
  let parsed: unknown
  try {
    parsed = JSON.parse(text)
  } catch (cause) {
    throw malformed('not JSON', cause)
  }
  const checked = bundleLineSchema.safeParse(parsed)
  if (!checked.success) throw malformed(z.prettifyError(checked.error), checked.error)
  // One spelling only: else a member written twice would show a person one thing and the verifier another.
  if (findCanonical(checked.data) !== text) throw malformed('not in canonical form')
  return checked.data
}

/** The lines of a bundle (without newlines) around a body that is streamed; header first, end with its counts last. */
export async function* writeBundle(
  header: Omit<BundleHeader, 'kind' | 'format'>,
  body: AsyncIterable<BundleBodyLine> | Iterable<BundleBodyLine>,
): AsyncGenerator<string, BundleCounts> {
  yield formatBundleLine({ kind: 'header', format: BUNDLE_FORMAT, ...header })
  let counts = NO_LINES
  for await (const line of body) {
    counts = countLine(counts, line.kind)
    yield formatBundleLine(line)
  }
  yield formatBundleLine({ kind: 'end', ...counts })
  return counts
}

function findCanonical(line: BundleLine): string | undefined {
  try {
    return canonicalJson(line)
  } catch {
    return undefined
  }
}

function malformed(reason: string, cause?: unknown): AuditLogError {
  return new AuditLogError('AUDIT_BUNDLE_MALFORMED', `bundle line: ${reason}`, { cause })
}
