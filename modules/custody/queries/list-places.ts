import { z } from 'zod'
import { defineQuery } from '#platform/commands/types.ts'
import type { CustodyDeps } from '../custody-deps.ts'
import { listPlaces } from '../place-view.ts'

/** Places of custody with their cells, for choosing where to hold; who is in them is another question. */
export const listCustodyPlaces = defineQuery({
  type: 'custody-place.list',
  permission: 'custody.see-places',
  input: z.strictObject({}),
  recorded: false,
  execute: async (tx) => ({ result: { items: await listPlaces(tx) } }),
})

/** What the country says of custody, for whoever takes it down: grounds, duties, intervals, hours, each with its article. */
export const showCustodyRules = (deps: CustodyDeps) =>
  defineQuery({
    type: 'custody-rules.show',
    permission: 'custody.see-places',
    input: z.strictObject({}),
    recorded: false,
    execute: () => {
      const { clock, ...rules } = deps.rules
      return Promise.resolve({ result: { ...rules, alarmHours: clock.alarms.hoursBefore, holds: clock.holds } })
    },
  })
