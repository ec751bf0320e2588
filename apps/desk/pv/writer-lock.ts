/**
 * Takes the name of a writer for this window, for as long as the window lives; false where another living window has it.
 * A reload or a crash frees the name, so that the window that comes after goes on under it and keeps the pen.
 */
export function claimWriter(writer: string): Promise<WriterClaim | undefined> {
  return new Promise((resolve, reject) => {
    navigator.locks
      .request(`daira.writer.${writer}`, { ifAvailable: true }, (lock) => {
        if (!lock) {
          resolve(undefined)
          return undefined
        }
        return new Promise<void>((release) => resolve({ writer, release }))
      })
      .catch(reject)
  })
}

export interface WriterClaim {
  readonly writer: string
  readonly release: () => void
}
