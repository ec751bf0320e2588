import { statSync } from 'node:fs'
import { dirname } from 'node:path'

/** True where this process is root, which PostgreSQL refuses to run as. */
export const asRoot = process.getuid?.() === 0

/** Who runs the server then. No user of this number needs to exist: PostgreSQL only refuses to run as root. */
export const serverUid = 61_832

/** initdb alone looks its user up, so that it runs as `nobody` and the cluster is handed over afterwards. */
export const nobodyUid = 65_534

/** The folder on the way to `path` that another user cannot walk through; undefined where there is none. */
export function findClosedFolder(path: string): string | undefined {
  for (let at = dirname(path); ; at = dirname(at)) {
    if ((statSync(at).mode & 0o001) === 0) return at
    if (at === dirname(at)) return undefined
  }
}
