import { z } from 'zod'
import { trainingSignIns } from '#contracts/training/sign-ins.ts'
import type { Clock } from '#platform/clock.ts'
import type { Database } from '#platform/db/database.ts'
import type { Module } from '#platform/http/module.ts'
import { rawRoute } from '#platform/http/route.ts'
import { totpCode } from '#modules/identity/index.ts'
import { cast, castUnits } from './seed/cast.ts'
import { trainingPassword, trainingPin, trainingTotpSecret } from './seed/training-secrets.ts'

const unitRow = z.object({ code: z.string(), name_ar: z.string(), name_fr: z.string() })

/** What only a training installation has: the sign-ins of its fictional officers, for its sign-in page. */
export function createTrainingModule(database: Database, clock: Clock): Module {
  return {
    name: 'training',
    permissions: {},
    errors: {},
    events: {},
    routes: [
      rawRoute({
        method: 'GET',
        url: '/training/sign-ins',
        summary: 'Fictional officers of this training installation',
        permission: 'public',
        response: trainingSignIns,
        handle: async (_request, reply) => {
          const { rows } = await database.pool.query(
            'select code, name_ar, name_fr from organisation.unit where code = any($1)',
            [Object.values(castUnits)],
          )
          const units = new Map(
            z
              .array(unitRow)
              .parse(rows)
              .map((row) => [row.code, row]),
          )
          const items = await Promise.all(
            cast.map(async (member) => {
              const unit = units.get(castUnits[member.unit])
              return {
                serviceNumber: member.serviceNumber,
                nameAr: member.nameAr,
                nameLatin: member.nameLatin,
                role: member.role,
                unitAr: unit?.name_ar ?? '',
                unitFr: unit?.name_fr ?? '',
                password: trainingPassword,
                pin: trainingPin,
                codes: await codesOf(member.serviceNumber, clock.now()),
              }
            }),
          )
          return reply.send({ items })
        },
      }),
    ],
  }
}

// The neighbours of the present half minute are accepted too, so that signing in twice at once is possible.
function codesOf(serviceNumber: string, now: Date): Promise<string[]> {
  const secret = trainingTotpSecret(serviceNumber)
  return Promise.all([0, 30, -30].map((seconds) => totpCode(secret, new Date(now.getTime() + seconds * 1000))))
}
