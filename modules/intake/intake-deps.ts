import type { Clock } from '#platform/clock.ts'
import type { Kernel } from '#platform/commands/kernel.ts'
import type { JsonObject, SubjectRef, Tx } from '#platform/commands/types.ts'
import type { PdfRenderer } from '#platform/pdf/index.ts'
import type { ParticipantInput } from '#contracts/casework/participants.ts'
import type { Contact, LineKind } from '#contracts/intake/register.ts'
import type { IntakeRules } from './domain/intake-rules.ts'
import type { LegalTime } from './domain/legal-time.ts'
import type { LineContent } from './domain/line-content.ts'

/** A line that becomes a case, as the case file takes it over. */
export interface LineForCase {
  readonly lineId: string
  readonly unitId: string
  readonly area: string
  readonly year: number
  readonly number: number
  readonly kind: LineKind
  readonly receivedAt: Date
  readonly happenedFrom: Date | null
  readonly happenedTo: Date | null
  /** Personal: to be encrypted under the case's own key. */
  readonly text: string
  readonly place: string | null
  readonly point: LineContent['point']
  readonly contact: Contact | null
  readonly offences: readonly string[]
  /** People with their roles as the desk completed them; else the contact stands in. */
  readonly participants?: ParticipantInput[] | undefined
  readonly assigneeId: string | null
}

export interface CaseOfLine {
  readonly caseId: string
  readonly year: number
  readonly number: number
  readonly event?: { readonly subjects: readonly SubjectRef[]; readonly codes: JsonObject; readonly detail: JsonObject }
}

/** What the register asks of the case file. Handed in, so that neither module waits for the other. */
export interface CasePort {
  /** Opens a case in the running transaction (permission `case.open`); what the one event is to say comes back with it. */
  open(tx: Tx, line: LineForCase): Promise<CaseOfLine>
  /** The case a line is to join, where the transaction may see it. */
  find(tx: Tx, caseId: string): Promise<{ unitId: string; closed: boolean } | undefined>
  /** Cases opened in a unit between two instants, for the daily bulletin. */
  countOpened?(tx: Tx, unitId: string, from: Date, to: Date): Promise<number>
}

/** What the register's use cases need besides their transaction. */
export interface IntakeDeps {
  /** The kernel of the process: the worker's where jobs run. */
  readonly kernel: Kernel
  readonly clock: Clock
  readonly legalTime: LegalTime
  readonly cases: CasePort
  readonly pdf: PdfRenderer
  /** The country's rules; the strictest reading where it has none. */
  readonly rules?: IntakeRules
  /** Random bytes of tracking codes. */
  readonly random?: (bytes: number) => Uint8Array
}

/** The same with everything filled in. */
export type Intake = Required<IntakeDeps>
