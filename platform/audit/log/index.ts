export { AuditLogError, type AuditLogErrorCode } from './audit-log-error.ts'
export { findBase64, toBase64 } from './base64.ts'
export { canonicalJson, type JsonValue } from './canonical-json.ts'
export { decodeLeaf, detailHash, encodeLeaf, type Leaf, leafHashOf, leafSchema, SALT_BYTES } from './leaf.ts'
export {
  type ConsistencyClaim,
  EMPTY_ROOT,
  HASH_BYTES,
  type InclusionClaim,
  leafHash,
  nodeHash,
  sameHash,
  verifyConsistency,
  verifyInclusion,
} from './merkle.ts'
export {
  appendLeaves,
  type Appended,
  EMPTY_FRONTIER,
  type Frontier,
  frontierNodes,
  frontierRoot,
  type NodeId,
  type StoredNode,
} from './append.ts'
export { consistencyProof, inclusionProof, loadFrontier, memoryNodes, type NodeReader, rootAt } from './node-reader.ts'
export {
  type CheckpointSigner,
  formatVerifierKey,
  type KeyAlgorithm,
  parseVerifierKey,
  type VerifierKey,
  verifierKey,
  verifierKeyOf,
  verifyWith,
} from './verifier-key.ts'
export { keySigner } from './key-signer.ts'
export { addSignature, formatSignatureLine, type Note, type NoteSignature, parseNote } from './note.ts'
export {
  type Checkpoint,
  checkpointText,
  type Cosignature,
  parseCheckpointText,
  type RefusedCheckpoint,
  signCheckpoint,
  type VerifiedCheckpoint,
  verifyCheckpoint,
} from './checkpoint.ts'
export { cosign, type CosignRequest, type Cosigned, type WitnessRefusal, type WitnessState } from './witness.ts'
export { type AddCheckpoint, formatAddCheckpoint, parseAddCheckpoint } from './add-checkpoint.ts'
export {
  BUNDLE_FORMAT,
  type BundleBodyLine,
  type BundleCounts,
  type BundleEnd,
  type BundleHeader,
  type BundleLine,
  bundleLineSchema,
  formatBundleLine,
  parseBundleLine,
  writeBundle,
} from './bundle.ts'
export { type Trust } from './trust.ts'
export {
  type Finding,
  type FindingCode,
  type FindingLocale,
  findingText,
  type Statement,
  type StatementCode,
  statementText,
} from './findings.ts'
export { type Report, verifyBundle, type VerifyOptions } from './verify.ts'
export { splitLines } from './split-lines.ts'
