/** Who writes a draft now, and how far it is saved. */
export interface DraftHold {
  /** Name of the editor that writes, made by the client for each window; null where none does. */
  readonly writer: string | null
  readonly until: Date | null
  /** The editor whose text is stored; null where nothing was saved yet. */
  readonly savedBy: string | null
  /** Number of the last save that counts. */
  readonly seq: number
}

export interface Save {
  readonly writer: string
  /** Grows with each save of a writer. */
  readonly seq: number
  /** The save this text goes on from. */
  readonly baseSeq: number
}

/**
 * What a save becomes: `saved`; `older`, a resend of what is stored already, or of less; `kept-aside` where another
 * editor has the pen or has written meanwhile: the text becomes a copy that can be taken up again, since neither may
 * be lost.
 */
export type SaveOutcome = 'saved' | 'older' | 'kept-aside'

/** How long an editor that says nothing keeps the pen. */
export const leaseSeconds = 120

export const isHeld = (hold: DraftHold, now: Date): boolean =>
  hold.writer !== null && hold.until !== null && hold.until > now

export function judgeSave(hold: DraftHold, save: Save, now: Date): SaveOutcome {
  const isOwnText = hold.savedBy === save.writer
  if (isOwnText && save.seq <= hold.seq) return 'older'
  if (hold.writer !== save.writer && isHeld(hold, now)) return 'kept-aside'
  // The pen alone is not enough: a window that was cut off may have it back and still not know what another wrote.
  if (!isOwnText && (save.baseSeq !== hold.seq || save.seq <= hold.seq)) return 'kept-aside'
  return 'saved'
}

export const leaseEnd = (now: Date): Date => new Date(now.getTime() + leaseSeconds * 1000)
