/** Makes dist/desk match its sources; does nothing where it does already. Throws when the build fails. */
export function ensureDesk(report?: (line: string) => void): Promise<void>
