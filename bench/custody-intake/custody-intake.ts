// The work of an officer from the file of a case to the printed bundle of a custody, counted in a real browser at the real
// desk: keys, clicks, fields, and seconds by the keystroke-level model. The journey is the one that the browser tests walk.
import { spawnSync } from 'node:child_process'
import { readFileSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { type IntakeWork, effortFile } from '../../e2e/custody-journey.ts'
import { klm } from '../../e2e/klm.ts'
import type { Bench } from '../bench-result.ts'

const root = join(import.meta.dirname, '..', '..')
const allowedMinutes = 10

/** `npm run bench -- custody-intake` */
export const run: Bench = () => {
  rmSync(effortFile, { force: true })
  const vitest = join(root, 'node_modules', 'vitest', 'vitest.mjs')
  const done = spawnSync(process.execPath, [vitest, 'run', 'e2e/custody-intake.e2e.ts'], {
    cwd: root,
    stdio: ['ignore', 'inherit', 'inherit'],
  })
  if (done.status !== 0) throw new Error('the journey did not reach the bundle')
  const work = JSON.parse(readFileSync(effortFile, 'utf8')) as IntakeWork
  const minutes = work.officerSeconds / 60
  return Promise.resolve({
    name: 'custody-intake',
    rows: [
      {
        keys: work.keys,
        clicks: work.clicks,
        fields: work.fields,
        scrolls: work.scrolls,
        decisions: work.decisions,
        'officer, s (KLM)': work.officerSeconds,
        'scripted, s': work.scriptedSeconds,
      },
    ],
    figure: `${minutes.toFixed(1)} minutes of work from the file to the bundle`,
    bar: `≤ ${allowedMinutes} minutes`,
    ok: minutes <= allowedMinutes,
    notes: [
      `Keystroke-level model of Card, Moran and Newell (CACM 23(7), 1980): ${klm.key} s a key, ${klm.point + klm.button} s a click, ${klm.home} s between keyboard and mouse, ${klm.mind} s a decision.`,
      'Talking, reading the rights aloud and waiting for an answer on the phone are no work at the desk and not counted.',
    ],
  })
}
