import type { Kernel } from '#platform/commands/kernel.ts'
import type { Ids } from '#platform/ids.ts'
import type { PdfRenderer } from '#platform/pdf/index.ts'
import type { CustodyRules } from './domain/custody-rules.ts'

/** Civil days, years and hours of the country's legal time. */
export interface CustodyTime {
  yearOf(instant: Date): number
  dateOf(instant: Date): string
  timeOf(instant: Date): string
  dayOf(date: string): { from: Date; to: Date }
}

export interface CustodyDeps {
  /** The kernel of the process: the worker's where jobs run. */
  readonly kernel: Kernel
  readonly ids: Ids
  readonly rules: CustodyRules
  readonly legalTime: CustodyTime
  readonly pdf: PdfRenderer
  /** A database of exercises says so on every print. */
  readonly training: boolean
}
