import type {
  ExhibitKind,
  ExhibitOrigin,
  ExhibitState,
  MarkCode,
  Measure,
  MovementKind,
  OrderAuthority,
  OutsideCapacity,
  PlaceKind,
} from '#contracts/exhibits/lists.ts'

/** Someone of a chain as named at the movement. `key` is the same for the same person within one chain. */
export interface ChainParty {
  readonly key: string
  readonly kind: 'officer' | 'participant' | 'outside'
  /** Of an officer or a participant. */
  readonly id: string | null
  /** Null where it is not told: a protected person without alias, or what retention has destroyed. */
  readonly name: string | null
  /** Of an officer: code of the rank. */
  readonly rank: string | null
  /** Of a participant. */
  readonly role: string | null
  readonly capacity: OutsideCapacity | null
}

export interface ChainPlace {
  readonly id: string
  readonly unitId: string
  readonly kind: PlaceKind
  readonly code: string
  readonly labelAr: string
  readonly labelFr: string
}

export interface ChainMovement {
  readonly id: string
  readonly seq: number
  readonly kind: MovementKind
  /** ISO 8601, UTC. */
  readonly occurredAt: string
  readonly recordedAt: string
  readonly recordedBy: string | null
  readonly handedBy: ChainParty
  readonly receivedBy: ChainParty
  readonly from: ChainPlace | null
  readonly to: ChainPlace
  readonly sealNumber: string | null
  readonly sealSeen: string | null
  readonly order: { readonly authority: OrderAuthority; readonly number: string | null; readonly date: string } | null
  readonly note: string | null
  readonly correctsSeq: number | null
  readonly marks: readonly MarkCode[]
}

export interface ChainFile {
  readonly id: string
  readonly role: 'original' | 'working-copy' | 'photo'
  readonly name: string | null
  readonly mediaType: string
  readonly size: number
  /** SHA-256 in hexadecimal, taken by the server on arrival. */
  readonly sha256: string
  readonly copyOf: string | null
  readonly purpose: string | null
  readonly addedAt: string
  readonly addedBy: string | null
}

/** Everything about one exhibit that its chain of custody says, as its reader may see it. What an export is made from. */
export interface CustodyChain {
  readonly exhibit: {
    readonly id: string
    readonly reference: string
    readonly kind: ExhibitKind
    readonly origin: ExhibitOrigin
    readonly description: string | null
    readonly serialNumbers: readonly string[]
    readonly distinguishing: string | null
    readonly quantity: number | null
    readonly measure: Measure
    readonly currency: string | null
    readonly state: ExhibitState
    readonly sealNumber: string | null
    readonly takenAt: string
    readonly recordedAt: string
    readonly owner: ChainParty | null
    readonly heldFrom: ChainParty | null
    readonly pvReference: string | null
  }
  readonly case: {
    readonly id: string
    readonly reference: string
    readonly unit: { readonly id: string; readonly code: string; readonly nameAr: string; readonly nameFr: string }
  }
  /** Names of the officers in it, by id: who recorded, took pictures, added files. */
  readonly officers: readonly {
    readonly id: string
    readonly nameAr: string
    readonly nameLatin: string
    readonly rank: string | null
  }[]
  /** The first movement first. */
  readonly movements: readonly ChainMovement[]
  readonly files: readonly ChainFile[]
  readonly unbroken: boolean
  /** When this was read, ISO 8601. */
  readonly readAt: string
}
