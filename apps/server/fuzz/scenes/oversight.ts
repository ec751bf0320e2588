import type { Scene } from '../fuzz.ts'
import { type FuzzWorld, at } from '../world.ts'

/** The inspectorate reads the log, and anybody its proofs. The log has been sequenced by then. */
export function oversightScenes({ officer, nobody }: FuzzWorld): Scene[] {
  const inspector = officer('inspector')
  return [
    {
      name: 'the log',
      play: async (play) => {
        const reason = 'تفتيش سنوي'
        const found = await play(inspector, 'GET /api/audit/events', {
          query: { reason, limit: '50', type: 'officer.enrolled' },
        })
        await play(inspector, 'GET /api/audit/export', { query: { reason, from: '0', to: '3' } })
        await play(nobody, 'GET /api/log/checkpoint')
        await play(nobody, 'GET /api/log/consistency', { query: { from: '1', to: '2' } })
        await play(inspector, 'GET /api/log/inclusion/{eventId}', { params: { eventId: at(found, 'items.-1.id') } })
        await play(nobody, 'GET /api/set-up')
      },
    },
  ]
}
