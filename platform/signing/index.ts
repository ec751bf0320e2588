/**
 * Electronic seals of documents: keys and their certificates, PAdES signatures on PDF files, and their verification.
 *
 * `sealPdf(pdf, { signer, … })` seals; `verifyPdfSeal(pdf, [rootCertificate])` checks, with an anchor from outside the file.
 * `sealDetached` and `verifyDetachedSeal` do the same for bytes of any kind, with the seal beside them.
 */
export { createCertificateAuthority, openCertificateAuthority } from './certificate-authority.ts'
export type {
  CertificateAuthority,
  CertificateSubject,
  IssuedKey,
  RandomBytes,
  Validity,
} from './certificate-authority.ts'
export { createKeySigner, keyIdOf, openSignerFile, readSignerFile, writeSignerFile } from './signer.ts'
export type { Signer, SignerFile } from './signer.ts'
export { countSeals, sealPdf } from './seal-pdf.ts'
export type { SealOptions } from './seal-pdf.ts'
export { verifyPdfSeal } from './verify-seal.ts'
export type { SealFinding, SealProblem, SealReport, VerifyOptions } from './verify-seal.ts'
export { sealDetached, verifyDetachedSeal } from './detached-seal.ts'
export type { DetachedProblem, DetachedReport } from './detached-seal.ts'
export type { SealSigner } from './check-signer.ts'
export type { ChainProblem } from './verify-cms.ts'
export type { TimestampAuthority } from './timestamp.ts'
export { SigningError } from './signing-error.ts'
export type { SigningErrorCode } from './signing-error.ts'
