import { z } from 'zod'
import { type Route, commandRoute, queryRoute } from '#platform/http/route.ts'
import { referenceAnswer } from '#contracts/organisation/reference.ts'
import {
  changeUnitBody,
  foundUnitAnswer,
  foundUnitBody,
  unitChangedAnswer,
  unitDetailAnswer,
  unitSettingBody,
  unitsAnswer,
  unitsQuery,
} from '#contracts/organisation/units.ts'
import { changeUnit } from './commands/change-unit.ts'
import { foundUnit } from './commands/found-unit.ts'
import { setUnitSetting } from './commands/set-unit-setting.ts'
import { listUnits } from './queries/list-units.ts'
import { showReference } from './queries/show-reference.ts'
import { showUnit } from './queries/show-unit.ts'

const idParams = z.object({ id: z.uuid() })

export const unitRoutes: readonly Route[] = [
  queryRoute({
    method: 'GET',
    url: '/organisation/reference',
    summary: 'Words of the organisation for pick-lists',
    ask: showReference,
    response: referenceAnswer,
    input: () => ({}),
  }),
  queryRoute({
    method: 'GET',
    url: '/units',
    summary: 'The tree of units of a day',
    ask: listUnits,
    query: unitsQuery,
    response: unitsAnswer,
    input: ({ query }) => query,
  }),
  commandRoute({
    method: 'POST',
    url: '/units',
    summary: 'Found a unit',
    command: foundUnit,
    body: foundUnitBody,
    response: foundUnitAnswer,
    status: 201,
    input: ({ body }) => body,
  }),
  queryRoute({
    method: 'GET',
    url: '/units/:id',
    summary: 'A unit with its chain, systems and history',
    ask: showUnit,
    params: idParams,
    response: unitDetailAnswer,
    input: ({ params }) => ({ unitId: params.id }),
  }),
  commandRoute({
    method: 'POST',
    url: '/units/:id/events',
    summary: 'Upgrade, rename, move, close a unit, or switch a system on there',
    command: changeUnit,
    params: idParams,
    body: changeUnitBody,
    response: unitChangedAnswer,
    status: 201,
    input: ({ params, body }) => ({ unitId: params.id, ...body }),
  }),
  commandRoute({
    method: 'POST',
    url: '/units/:id/settings',
    summary: 'Switch a setting of a unit, such as signing on screen',
    command: setUnitSetting,
    params: idParams,
    body: unitSettingBody,
    response: unitChangedAnswer,
    input: ({ params, body }) => ({ unitId: params.id, ...body }),
  }),
]
