import { z } from 'zod'
import { charterSchema } from '#modules/registry/domain/charter.ts'
import cases from './cases.json' with { type: 'json' }
import persons from './persons.json' with { type: 'json' }

/** The same registers in an invented country. */
export const charters = z.array(charterSchema).parse([persons, cases])
