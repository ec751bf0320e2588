import { z } from 'zod'
import { charterSchema } from '#modules/registry/domain/charter.ts'
import auditLog from './audit-log.json' with { type: 'json' }
import cases from './cases.json' with { type: 'json' }
import custody from './custody.json' with { type: 'json' }
import deskRegister from './desk-register.json' with { type: 'json' }
import exhibits from './exhibits.json' with { type: 'json' }
import officers from './officers.json' with { type: 'json' }
import persons from './persons.json' with { type: 'json' }
import pvs from './pvs.json' with { type: 'json' }

/** The same registers in an invented country. */
export const charters = z
  .array(charterSchema)
  .parse([persons, cases, deskRegister, pvs, custody, exhibits, officers, auditLog])
