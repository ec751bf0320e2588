// What an export in CASE needs to know. Ids may be any text that stays the same: the export makes IRIs of them.
// Instants are ISO 8601 with their zone.
import type { ExhibitKind, MovementKind, fileRoles } from '#contracts/exhibits/lists.ts'

/** Exhibits of one case with their chains, as exported at an instant. */
export interface CaseBundleInput {
  readonly madeAt: string
  readonly case: { readonly id: string; readonly reference: string; readonly openedAt?: string }
  /** The unit that keeps them. */
  readonly unit: CaseOrganisation
  readonly exhibits: readonly CaseExhibit[]
}

export interface CaseOrganisation {
  readonly id: string
  readonly name: string
}

export interface CaseExhibit {
  readonly id: string
  readonly reference: string
  readonly kind: ExhibitKind
  /** Null once retention has destroyed it. */
  readonly description: string | null
  readonly distinguishing?: string | null
  readonly serialNumbers: readonly string[]
  /** `measure` is a unit of measure or the code of a currency; null where it was not measured. */
  readonly quantity: { readonly amount: number; readonly measure: string } | null
  /** The seal that is on it now. */
  readonly sealNumber: string | null
  /** Where it is now. */
  readonly place: CasePlace
  /** The report of its seizure. */
  readonly pv: { readonly id: string; readonly reference: string } | null
  readonly recordedAt: string
  /** The first movement first. */
  readonly movements: readonly CaseMovement[]
  readonly photos: readonly CasePhoto[]
  readonly files: readonly CaseFile[]
}

export interface CasePlace {
  readonly id: string
  readonly name: string
}

/** Somebody of a movement; the same person may act in several functions. */
export interface CaseParty {
  readonly id: string
  /** Null once retention has destroyed it. */
  readonly name: string | null
  readonly function: string
}

export interface CaseMovement {
  readonly seq: number
  readonly kind: MovementKind
  readonly occurredAt: string
  readonly recordedAt: string
  readonly recordedBy: Omit<CaseParty, 'function'> | null
  readonly from: CasePlace | null
  readonly to: CasePlace
  readonly handedBy: CaseParty
  readonly receivedBy: CaseParty
  /** The seal that it set. */
  readonly sealNumber: string | null
  /** The seal as it was seen. */
  readonly sealSeen: string | null
  readonly order: CaseOrder | null
  readonly note: string | null
  readonly correctsSeq: number | null
  /** Codes of the rules that it broke. */
  readonly marks: readonly string[]
}

export interface CaseOrder {
  readonly authority: string
  readonly number: string | null
  /** The calendar day, as written on it. */
  readonly date: string
}

export interface CasePhoto {
  readonly id: string
  readonly sha256: string
  readonly mediaType: string
  readonly caption: string | null
  readonly takenAt: string
}

export interface CaseFile {
  readonly id: string
  readonly role: (typeof fileRoles)[number]
  readonly name: string | null
  readonly mediaType: string
  readonly size: number
  /** In hexadecimal. */
  readonly sha256: string
  /** Of a working copy: its original. */
  readonly copyOf: string | null
  readonly purpose: string | null
  readonly addedAt: string
}
