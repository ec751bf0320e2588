import type { FileStore } from '#platform/files/index.ts'
import type { PdfRenderer } from '#platform/pdf/index.ts'
import type { Kernel } from '#platform/commands/kernel.ts'
import type { Signer } from '#platform/signing/index.ts'
import type { DocumentsData } from './domain/form.ts'
import type { LegalTime } from './domain/legal-time.ts'

/** A unit as its seal names it. */
export interface SealUnit {
  /** Stable code; the key is kept under it. */
  readonly code: string
  readonly name: string
  /** The widest body above it. */
  readonly body: string
}

/** Keys of the units' seals. */
export interface UnitSeals {
  /** The key of the unit's seal, made when there is none. `at` lies within what its certificate vouches for. */
  signerFor(unit: SealUnit, at: Date): Promise<Signer>
}

/** What the use cases of this module need besides their transaction. */
export interface DocumentsDeps {
  readonly kernel: Kernel
  readonly files: FileStore
  readonly pdf: PdfRenderer
  readonly seals: UnitSeals
  readonly data: DocumentsData
  readonly legalTime: LegalTime
  /** ISO 3166-1 alpha-2 of the country. */
  readonly iso: string
  /** From the database's own mark: training stands across every page. */
  readonly training: boolean
}
