/**
 * Electronic seals of documents: keys and their certificates, PAdES signatures on PDF files, and their verification.
 *
 * `sealPdf(pdf, { signer, … })` seals; `verifyPdfSeal(pdf, [rootCertificate])` checks, with an anchor from outside the file.
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
export type { ChainProblem } from './verify-cms.ts'
export type { TimestampAuthority } from './timestamp.ts'
export { SigningError } from './signing-error.ts'
export type { SigningErrorCode } from './signing-error.ts'
