/** Builds the desk application where its sources have changed since the last build. */
export function ensureDesk(say?: (line: string) => void): Promise<void>
