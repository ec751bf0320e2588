import { z } from 'zod'
import type { BaseMap } from '#contracts/casework/map.ts'
import { defineQuery } from '#platform/commands/types.ts'
import { platformErrors } from '#platform/errors/platform-errors.ts'

/** The country's base map; the same for everyone, so no look at it is recorded. */
export function readMap(baseMap: BaseMap | undefined) {
  return defineQuery({
    type: 'case.read-map',
    permission: 'case.read',
    input: z.strictObject({}),
    recorded: false,
    execute: () => {
      if (!baseMap) throw platformErrors.fail('NOT_FOUND')
      return Promise.resolve({ result: baseMap })
    },
  })
}
