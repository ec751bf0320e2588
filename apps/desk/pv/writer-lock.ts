// A window that is being reloaded gives its name back a moment after the next one asks for it.
const patience = 700

/**
 * Takes the name of a writer for this window, for as long as the window lives; false where another living window has it.
 * A reload or a crash frees the name, so that the window that comes after goes on under it and keeps the pen.
 */
export async function claimWriter(writer: string): Promise<WriterClaim | undefined> {
  try {
    return await new Promise((resolve, reject) => {
      navigator.locks
        .request(
          `daira.writer.${writer}`,
          { signal: AbortSignal.timeout(patience) },
          () => new Promise<void>((release) => resolve({ writer, release })),
        )
        .catch(reject)
    })
  } catch (refused) {
    if (refused instanceof DOMException && refused.name === 'TimeoutError') return undefined
    throw refused
  }
}

export interface WriterClaim {
  readonly writer: string
  readonly release: () => void
}
