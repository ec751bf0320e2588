import { z } from 'zod'
import { defineQuery } from '#platform/commands/types.ts'
import { findOfficer, getUnit, listGrantsNow } from '#modules/organisation/index.ts'
import { locksAt, secondsUntil, wallPermissions } from '../domain/seats.ts'
import type { IdentityTables } from '../identity-tables.ts'
import { listFactors } from '../second-factor.ts'
import { getOwnSession, getSeenAt, isLocked, requireSignedIn } from '../session-store.ts'

/** Who sits here, in what state the session is, and what this person may do where: all that the interface needs. */
export const showSession = defineQuery({
  type: 'session.show',
  permission: 'self.seat',
  input: z.strictObject({}),
  recorded: false,
  execute: async (tx) => {
    const { officerId } = requireSignedIn(tx)
    const session = await getOwnSession(tx)
    const seenAt = await getSeenAt(tx, session)
    const credential = await tx
      .tables<IdentityTables>()
      .selectFrom('identity.credential')
      .select(['must_change', 'pin_hash', 'locale'])
      .where('officer_id', '=', officerId)
      .executeTakeFirstOrThrow()
    const officer = await findOfficer(tx, officerId)
    if (!officer) throw new Error('a session without its officer')
    const unit = await getUnit(tx, officer.unit_id)
    const factors = await listFactors(tx, officerId)
    const grants = await listGrantsNow(tx, officerId)
    const onWall = session.seat === 'wall'
    return {
      result: {
        state: session.restricted ? 'restricted' : isLocked(session, seenAt, tx.now) ? 'locked' : 'open',
        sessionId: session.id,
        seat: session.seat,
        wall: session.wall_place_id === null ? null : { placeId: session.wall_place_id },
        openedAt: session.opened_at.toISOString(),
        endsAt: session.ends_at.toISOString(),
        locksAt: locksAt(session.seat, seenAt)?.toISOString() ?? null,
        locksInSeconds: secondsUntil(locksAt(session.seat, seenAt), tx.now),
        steppedUpAt: session.stepped_up_at?.toISOString() ?? null,
        locale: credential.locale,
        // A wall is asked for nothing and tells nothing of what opens the account: that is a matter for a desk.
        needs: {
          password: !onWall && credential.must_change,
          factor: !onWall && factors.length === 0,
          pin: !onWall && credential.pin_hash === null,
        },
        factors: {
          totp: !onWall && factors.some((f) => f.kind === 'totp'),
          passkey: !onWall && factors.some((f) => f.kind === 'passkey'),
        },
        officer: {
          id: officer.id,
          serviceNumber: onWall ? '' : officer.service_number,
          nameAr: officer.name_ar,
          nameLatin: officer.name_latin,
          rankCode: officer.rank_code,
          post: officer.post,
        },
        unit: {
          id: unit.id,
          code: unit.code,
          kind: unit.kind,
          area: unit.area,
          names: { ar: unit.name_ar, fr: unit.name_fr, en: unit.name_en ?? unit.name_fr },
        },
        roles: onWall ? [] : grants.roles,
        permissions: session.restricted
          ? []
          : grants.permissions.filter(({ permission }) => !onWall || wallPermissions.includes(permission)),
      } as const,
    }
  },
})
