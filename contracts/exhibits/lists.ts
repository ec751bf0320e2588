/** How a thing came to the police. */
export const exhibitOrigins = ['seized', 'found', 'deposited', 'handed-over'] as const
export type ExhibitOrigin = (typeof exhibitOrigins)[number]

export const exhibitKinds = [
  'object',
  'document',
  'money',
  'drug',
  'weapon',
  'vehicle',
  'phone',
  'computer',
  'storage-medium',
  'clothing',
  'biological',
  'other',
] as const
export type ExhibitKind = (typeof exhibitKinds)[number]

/** `currency` goes with the ISO 4217 code of the money counted. */
export const measures = ['piece', 'gram', 'kilogram', 'millilitre', 'litre', 'currency', 'other'] as const
export type Measure = (typeof measures)[number]

/** What happened to an exhibit. Each is one row of its chain. */
export const movementKinds = [
  'taken',
  'sealed',
  'stored',
  'moved',
  'opened',
  'resealed',
  'sent-to-laboratory',
  'back-from-laboratory',
  'deposited-at-court',
  'returned',
  'destroyed',
  'missing',
  'found-again',
  'corrected',
] as const
export type MovementKind = (typeof movementKinds)[number]

/** Movements of the one command that carries a thing from a place to another. */
export const carryingKinds = ['stored', 'moved', 'sent-to-laboratory', 'back-from-laboratory'] as const
export type CarryingKind = (typeof carryingKinds)[number]

/**
 * `held`: by the police, in a store or in someone's hands; `at-laboratory` and `missing` until it is back; the last three
 * are ends, after which nothing is recorded but a correction.
 */
export const exhibitStates = ['held', 'at-laboratory', 'missing', 'deposited', 'returned', 'destroyed'] as const
export type ExhibitState = (typeof exhibitStates)[number]

/** `none`: never sealed; `opened`: a seal was set and has been opened since. */
export const sealStates = ['none', 'sealed', 'opened'] as const
export type SealState = (typeof sealStates)[number]

/**
 * Where things are. A room holds shelves, a shelf holds boxes. The others say that a thing is somewhere else: in an officer's
 * hands, at the laboratory, at the court's registry, out of the police's hands. Every unit has one of each, made when needed.
 */
export const placeKinds = ['room', 'shelf', 'box', 'in-hand', 'laboratory', 'court-registry', 'outside'] as const
export type PlaceKind = (typeof placeKinds)[number]
/** Kinds that a unit founds by itself. */
export const storeKinds = ['room', 'shelf', 'box'] as const
export type StoreKind = (typeof storeKinds)[number]

/** Who gave an order on an exhibit. */
export const orderAuthorities = ['prosecutor', 'prosecutor-general', 'investigating-judge', 'court', 'other'] as const
export type OrderAuthority = (typeof orderAuthorities)[number]

/** What somebody from outside the service was to the movement. */
export const outsideCapacities = [
  'owner',
  'holder',
  'finder',
  'depositor',
  'witness',
  'representative',
  'expert',
  'court-clerk',
  'carrier',
  'other',
] as const
export type OutsideCapacity = (typeof outsideCapacities)[number]

/**
 * A rule that a movement broke. The movement stands with it for ever; those that break the chain hinder its certificate
 * (`breaksChain` of the mark says so).
 */
export const markCodes = [
  /** Seized, and no sealed PV was named when it was recorded. */
  'no-pv',
  /** Carried, stored or sent away before a seal was set, where the country asks for one. */
  'not-sealed',
  /** Not where the last movement left it. */
  'from-elsewhere',
  /** The seal seen is not the seal set. */
  'seal-differs',
  /** The seal was found broken. */
  'seal-broken',
  /** A seal set on a seal, or opened where none was. */
  'seal-out-of-turn',
  /** Earlier than the movement before it. */
  'time-reversed',
  /** Taken down later than the country allows. */
  'late',
  /** Moved while it was recorded as missing, without being found first. */
  'while-missing',
  /** Moved while at the laboratory, without coming back first; or back without having been there. */
  'laboratory-out-of-turn',
  /** Found again without having been missing. */
  'not-missing',
  /** Returned, deposited or destroyed without the order that the country asks for. */
  'no-order',
  /** The order is of an authority that the country does not name for this end. */
  'other-authority',
  /** The order is of a later day than what was done under it. */
  'order-later',
  /** The kind is to be weighed (counted, measured), and was not. */
  'not-measured',
  /** The kind is to be known by a number of its own, and none was given. */
  'no-serial-number',
  /** The kind is to be counted by two officers, and was not. */
  'not-counted-by-two',
] as const
export type MarkCode = (typeof markCodes)[number]

export const fileRoles = ['original', 'working-copy'] as const

/** What a count found otherwise than recorded. Nothing moves by itself. */
export const differenceKinds = [
  /** Recorded there, and not scanned. */
  'missing',
  /** Scanned there, and recorded elsewhere. */
  'surplus',
  /** A label that says nothing, or belongs to a file out of the reach of whoever counts. */
  'unknown',
  /** It lies there and belongs to a sealed file that whoever counts may not see: the label, and nothing of the file. */
  'sealed',
  /** It is there, under another seal than the one recorded. */
  'seal-differs',
] as const
export type DifferenceKind = (typeof differenceKinds)[number]

export const exhibitAbilities = [
  'link',
  'seal',
  'open',
  'reseal',
  'carry',
  'sendToLaboratory',
  'takeBackFromLaboratory',
  'deposit',
  'giveBack',
  'destroy',
  'reportMissing',
  'findAgain',
  'correct',
  'addPhoto',
  'addFile',
  'makeWorkingCopy',
  'readOriginal',
  'certify',
  'exportChain',
] as const
export type ExhibitAbility = (typeof exhibitAbilities)[number]
