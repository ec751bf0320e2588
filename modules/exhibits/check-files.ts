import { z } from 'zod'
import { notify } from '#modules/notices/index.ts'
import type { Kernel } from '#platform/commands/kernel.ts'
import { type SubjectRef, defineCommand } from '#platform/commands/types.ts'
import type { Ids } from '#platform/ids.ts'
import type { ExhibitsDeps } from './exhibits-deps.ts'
import type { exhibitsNotices } from './exhibits-notices.ts'
import type { ExhibitsTables } from './exhibits-tables.ts'

export const checkFilesJob = 'exhibits.check-files'
/** Of one transaction: so many files, or so many bytes, whichever is first. */
const mostFiles = 200
const mostBytes = 1024 ** 3
/** Of one night. */
const mostRounds = 2000
/** One that was compared since then is left for the next night. */
const againAfterMs = 20 * 3_600_000

/** Compares stored files with the digests taken on their arrival, those first that were not compared for longest. */
export const checkFiles = (deps: Pick<ExhibitsDeps, 'files'>) =>
  defineCommand({
    type: 'exhibit-files.check',
    permission: `job.${checkFilesJob}`,
    input: z.strictObject({}),
    execute: async (tx) => {
      const db = tx.tables<ExhibitsTables>()
      const rows = await db
        .selectFrom('exhibits.stored_file as f')
        .innerJoin('exhibits.exhibit as e', 'e.id', 'f.exhibit_id')
        .innerJoin('platform.data_key as k', 'k.id', 'f.key_id')
        .select([
          'f.id',
          'f.file_id',
          'f.intact',
          'e.id as exhibit_id',
          'e.case_id',
          'e.unit_id',
          'e.reference',
          'f.size',
        ])
        .where((eb) =>
          eb.or([eb('f.checked_at', 'is', null), eb('f.checked_at', '<', new Date(tx.now.getTime() - againAfterMs))]),
        )
        // What retention has destroyed cannot differ any more.
        .where('k.shredded_at', 'is', null)
        .orderBy('f.checked_at', (order) => order.asc().nullsFirst())
        .orderBy('f.id')
        .limit(mostFiles)
        .execute()
      const differing: SubjectRef[] = []
      let checked = 0
      let bytes = 0
      for (const row of rows) {
        if (bytes > mostBytes) break
        bytes += row.size
        checked += 1
        const intact = await deps.files.verify(tx, row.file_id)
        await db
          .updateTable('exhibits.stored_file')
          .set({ checked_at: tx.now, intact })
          .where('id', '=', row.id)
          .execute()
        if (intact) continue
        differing.push({ type: 'exhibit', id: row.exhibit_id }, { type: 'case', id: row.case_id })
        await notify(tx, {
          kind: 'exhibit.file-differs' satisfies keyof typeof exhibitsNotices,
          to: [{ kind: 'role', role: 'head-of-unit', unitId: row.unit_id }],
          link: { type: 'exhibit', id: row.exhibit_id },
          unitId: row.unit_id,
          params: { reference: row.reference },
          key: `exhibit-file-differs:${row.id}`,
        })
      }
      return {
        // Fewer than were found, or as many as are looked at once: there may be more.
        result: { checked, more: checked < rows.length || rows.length === mostFiles },
        event: {
          type: 'exhibit-files.checked',
          subjects: differing,
          codes: { checked, differing: differing.length / 2 },
        },
      }
    },
  })

/** Goes through all of them, a batch a transaction. */
export async function checkAllFiles(kernel: Kernel, ids: Ids, deps: Pick<ExhibitsDeps, 'files'>): Promise<void> {
  const command = checkFiles(deps)
  for (let round = 0; round < mostRounds; round += 1) {
    const { more } = await kernel.run(command, { kind: 'job', job: checkFilesJob }, ids.next(), {})
    if (!more) return
  }
}
