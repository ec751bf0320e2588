import { z } from 'zod'
import { inputError } from '#platform/commands/input-error.ts'
import type { Command, Tx } from '#platform/commands/types.ts'
import { defineCommand } from '#platform/commands/types.ts'
import type { Vault } from '#platform/keys/vault.ts'
import {
  addGrant,
  addOfficer,
  addQuality,
  newOfficerSchema,
  qualityDecisionSchema,
} from '#modules/organisation/index.ts'
import type { IdentityDeps } from '../identity-deps.ts'
import type { IdentityTables } from '../identity-tables.ts'
import { codeMark } from '../initial-code.ts'
import { secretSchema } from '../secret.ts'

const enrolInput = newOfficerSchema.extend({
  roles: z
    .array(z.strictObject({ roleCode: z.string().min(1).max(60), unitId: z.uuid().optional() }))
    .max(20)
    .default([]),
  qualities: z.array(qualityDecisionSchema).max(10).default([]),
  /** Shown once to the administrator; opens the first session, in which the officer chooses a password. */
  initialCode: secretSchema.optional(),
  /** Argon2id PHC string, where there is no code; only set-up and seeds bring one. */
  passwordHash: z.string().startsWith('$argon2id$').optional(),
  /** Argon2id PHC string of the PIN; only set-up and seeds bring one. */
  pinHash: z.string().startsWith('$argon2id$').optional(),
  /** Base32 secret of a confirmed authenticator application; only set-up and seeds bring one. */
  totpSecret: z.string().min(16).max(128).optional(),
})

/** Takes an officer into the house: officer, posting, roles, qualities, and what opens the first session. */
export function createEnrolOfficer(
  deps: Pick<IdentityDeps, 'vault' | 'passwords'>,
): Command<typeof enrolInput, { officerId: string; codeMark: string | null }> {
  return defineCommand({
    type: 'officer.enrol',
    permission: 'officer.change',
    input: enrolInput,
    execute: async (tx, { roles, qualities, initialCode, passwordHash, pinHash, totpSecret, ...officer }) => {
      const firstHash = initialCode ? await deps.passwords.hash(initialCode) : passwordHash
      if (firstHash === undefined) throw inputError(['initialCode'])
      const { id, area } = await addOfficer(tx, officer)
      for (const role of roles) {
        await addGrant(tx, {
          officerId: id,
          roleCode: role.roleCode,
          unitId: role.unitId ?? officer.unitId,
          reason: tx.actor.officerId === null ? 'set-up' : 'posting',
          from: officer.since,
        })
      }
      for (const quality of qualities) await addQuality(tx, { ...quality, officerId: id })
      await tx
        .tables<IdentityTables>()
        .insertInto('identity.credential')
        .values({
          officer_id: id,
          password_hash: firstHash,
          pin_hash: pinHash ?? null,
          must_change: initialCode !== undefined,
          locked_until: null,
          updated_at: tx.now,
        })
        .execute()
      if (totpSecret !== undefined) await addConfirmedTotp(tx, deps.vault, id, totpSecret)
      return {
        result: { officerId: id, codeMark: initialCode ? codeMark(initialCode.reveal()) : null },
        event: {
          type: 'officer.enrolled',
          subjects: [
            { type: 'officer', id },
            { type: 'unit', id: officer.unitId },
          ],
          unitId: officer.unitId,
          area,
          codes: { rank: officer.rankCode, post: officer.post, roles: roles.map((role) => role.roleCode) },
          detail: { officer: officer.nameAr, serviceNumber: officer.serviceNumber },
        },
      }
    },
  })
}

async function addConfirmedTotp(tx: Tx, vault: Vault, officerId: string, secret: string): Promise<void> {
  const id = tx.ids.next()
  await tx
    .tables<IdentityTables>()
    .insertInto('identity.authenticator')
    .values({
      id,
      officer_id: officerId,
      kind: 'totp',
      label: 'هاتف التدريب',
      secret: vault.seal(Buffer.from(secret), `totp:${id}`),
      credential_id: null,
      public_key: null,
      confirmed_at: tx.now,
      last_used_at: null,
      removed_at: null,
    })
    .execute()
}
