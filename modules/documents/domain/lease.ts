/** Who writes a draft now, and how far it is saved. */
export interface DraftHold {
  /** Name of the editor that writes, made by the client for each window; null where none does. */
  readonly writer: string | null
  readonly until: Date | null
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
 * editor has written meanwhile: the text becomes a copy that can be taken up again, since neither may be lost.
 */
export type SaveOutcome = 'saved' | 'older' | 'kept-aside'

/** How long an editor that says nothing keeps the pen. */
export const leaseSeconds = 120

export const isHeld = (hold: DraftHold, now: Date): boolean =>
  hold.writer !== null && hold.until !== null && hold.until > now

export function judgeSave(hold: DraftHold, save: Save, now: Date): SaveOutcome {
  if (save.writer === hold.writer) return save.seq > hold.seq ? 'saved' : 'older'
  // Another window: it may go on only from the last text, and only when the pen is free.
  if (isHeld(hold, now) || save.baseSeq !== hold.seq || save.seq <= hold.seq) return 'kept-aside'
  return 'saved'
}

export const leaseEnd = (now: Date): Date => new Date(now.getTime() + leaseSeconds * 1000)
