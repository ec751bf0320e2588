import type { Kernel } from '#platform/commands/kernel.ts'
import type { FileStore } from '#platform/files/index.ts'
import type { Ids } from '#platform/ids.ts'
import type { PdfRenderer } from '#platform/pdf/index.ts'
import type { ExhibitRules } from './domain/exhibit-rules.ts'

/** What the use cases of this module need besides their transaction. */
export interface ExhibitsDeps {
  readonly kernel: Kernel
  readonly ids: Ids
  readonly files: FileStore
  readonly pdf: PdfRenderer
  readonly rules: ExhibitRules
  /** Calendar day in legal time, `2026-11-23`. */
  readonly civilDate: (instant: Date) => string
  /** Key of the word index: 32 bytes of the installation's own. */
  readonly wordsKey: Uint8Array
}
